import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";

const steps = [
  { key: "deposit", to: "/deposits/new" },
  { key: "plan", to: "/invest" },
  { key: "follow", to: "/wallet/movements" },
] as const;

/** How to begin, for an account in which nothing has happened. */
export function FirstSteps() {
  const { t } = useTranslation("member");
  return (
    <Card title={t("firstSteps.title")}>
      <ol className="grid gap-5 md:grid-cols-3">
        {steps.map(({ key, to }, index) => (
          <li key={key} className="flex gap-3">
            <span aria-hidden="true" className="flex size-7 flex-none items-center justify-center rounded-full bg-accent-soft text-sm font-strong text-accent tabular-nums">
              {index + 1}
            </span>
            <div>
              <Link to={to} className="link font-strong">
                {t(`firstSteps.${key}.title`)}
              </Link>
              <p className="mt-0.5 text-sm text-quiet">{t(`firstSteps.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
