import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

/** Why the days of a filter find nothing. */
export function PeriodNotice({ fault }: { fault: "reversed" | "no_day" | null }) {
  const { t } = useTranslation("admin");
  if (fault === null) return null;
  return (
    <Notice tone="danger" live>
      {t(`period.${fault}`)}
    </Notice>
  );
}
