import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import { isNegative } from "~/money/format";

/** What of a treasury nobody waits for. When more waits than there is, how much is missing. */
export function FreeMoney({ free, currency }: { free: string; currency: string }) {
  const { t } = useTranslation("admin");
  if (!isNegative(free)) return <Money amount={free} currency={currency} />;
  return (
    <span className="text-danger">
      {t("treasury.missing")} <Money amount={free.slice(1)} currency={currency} />
    </span>
  );
}
