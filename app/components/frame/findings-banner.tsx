import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

type Props = { findings: number; mayRead: boolean };

/** Stands on every staff page while a fault in the books waits for a person. */
export function FindingsBanner({ findings, mayRead }: Props) {
  const { t } = useTranslation();
  if (findings === 0) return null;
  return (
    <div className="mx-auto mb-6 max-w-[72rem]">
      <Notice tone="danger" title={t("alarm.title", { count: findings })}>
        {t("alarm.text")}{" "}
        {mayRead ? (
          <Link to="/admin/watch" className="link">
            {t("alarm.open")}
          </Link>
        ) : null}
      </Notice>
    </div>
  );
}
