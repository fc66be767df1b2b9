import { useTranslation } from "react-i18next";

import { Count, DescriptionList, Money } from "~/components/ui";
import type { Figures } from "~/db/reconciliation.server";
import { isZero } from "~/money/format";

/** How the two balances of a day differ, and of what the difference consists. Each line adds to the one above. */
export function FiguresList({ figures, currency }: { figures: Figures; currency: string }) {
  const { t } = useTranslation("admin");
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  return (
    <DescriptionList
      items={[
        { term: t("recon.bankBalance"), value: money(figures.bank), note: figures.stated === null ? undefined : t(figures.stated ? "recon.stated" : "recon.added") },
        { term: t("recon.requirement"), value: money(figures.requirement) },
        { term: t("recon.difference"), value: <span className="font-strong">{money(figures.difference, true)}</span> },
        { term: t("recon.matched"), value: <Count value={figures.matched} /> },
        { term: t("recon.atBank", { count: figures.bank_count }), value: money(figures.bank_sum, true) },
        { term: t("recon.inBooks", { count: figures.books_count }), value: money(figures.books_sum, true) },
        isZero(figures.opening_difference) ? null : { term: t("recon.openingDifference"), value: money(figures.opening_difference, true) },
        { term: t("recon.remainder"), value: <span className="font-strong">{money(figures.remainder, true)}</span>, note: isZero(figures.remainder) ? undefined : t("recon.remainderText") },
      ]}
    />
  );
}
