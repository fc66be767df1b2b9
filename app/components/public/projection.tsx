import { useTranslation } from "react-i18next";

import { DateText, DescriptionList, Money } from "~/components/ui";

type Quote = { amount: string; currency: string; start_on: string; end_on: string; days: number; per_day: string; total: string; returned: string };

/** The figures of a quote. Computed by the same function that writes the contract; only shown here. */
export function Projection({ quote }: { quote: Quote }) {
  const { t } = useTranslation("public");
  const money = (amount: string) => <Money amount={amount} currency={quote.currency} />;
  return (
    <div role="status" className="rounded-card bg-sunken p-4 sm:p-5">
      <p className="text-sm text-quiet">{t("plans.quote.total")}</p>
      <p className="mb-4 text-2xl font-strong tracking-tight">{money(quote.total)}</p>
      <DescriptionList
        items={[
          { term: t("plans.quote.amount"), value: money(quote.amount) },
          { term: t("plans.quote.perDay"), value: money(quote.per_day) },
          { term: t("plans.quote.days"), value: t("plans.quote.daysValue", { count: quote.days }) },
          { term: t("plans.quote.start"), value: <DateText value={quote.start_on} /> },
          { term: t("plans.quote.end"), value: <DateText value={quote.end_on} /> },
          { term: t("plans.quote.returned"), value: <strong>{money(quote.returned)}</strong> },
        ]}
      />
    </div>
  );
}
