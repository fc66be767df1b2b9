import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";

const kinds = ["members", "balances", "investments", "tree", "bookings"] as const;

/** What each file says, with one to begin from. */
export function Templates() {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("imports.templates")}>
      <ul className="flex flex-col divide-y divide-line">
        {kinds.map((kind) => (
          <li key={kind} className="py-2.5 first:pt-0 last:pb-0">
            <a href={`/admin/imports/templates/${kind}`} download className="link inline-flex min-h-6 items-center text-sm">
              {t("imports.template", { file: `${kind}.csv` })}
            </a>
            <p className="text-sm text-quiet">{t(`imports.kindText.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
