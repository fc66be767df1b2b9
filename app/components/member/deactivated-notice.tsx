import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

export const deactivationPage = "/deactivate";

/** Stands on every page while the member's account is deactivated; where it is opened again the form itself follows. */
export function DeactivatedNotice() {
  const { t } = useTranslation("member");
  const there = useLocation().pathname === deactivationPage;
  return (
    <div className="mx-auto mb-6 max-w-[72rem]">
      <Notice tone="warning" title={t("deactivated.title")}>
        {t("deactivated.text")}{" "}
        {there ? null : (
          <Link to={deactivationPage} className="link inline-flex min-h-6 items-center">
            {t("deactivated.open")}
          </Link>
        )}
      </Notice>
    </div>
  );
}
