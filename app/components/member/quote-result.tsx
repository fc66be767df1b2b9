import { useTranslation } from "react-i18next";

import { Card, DateText, DescriptionList, Money } from "~/components/ui";
import type { Plan, Quote } from "~/db/invest.server";
import { ScheduleTable } from "./schedule-table";

type Props = { plan: Plan; quote: Quote; wallet: string };

/** What the contract would say, to the day and the cent; the schedule is the very one the daily credits follow. */
export function QuoteResult({ plan, quote, wallet }: Props) {
  const { t } = useTranslation("member");
  const { currency } = quote;
  const download = new URLSearchParams({ amount: quote.amount, wallet });
  return (
    <Card title={t("quote.result")}>
      <p className="text-sm text-quiet">{t("quote.projectedTotal")}</p>
      <p className="mb-4 text-2xl font-strong tracking-tight">
        <Money amount={quote.total} currency={currency} />
      </p>
      <DescriptionList
        items={[
          { term: t("quote.amount"), value: <Money amount={quote.amount} currency={currency} /> },
          { term: t("quote.start"), value: <DateText value={quote.start_on} />, note: t("quote.startNote") },
          { term: t("quote.end"), value: <DateText value={quote.end_on} />, note: t("quote.endNote") },
          { term: t("quote.days"), value: <span className="numeral">{quote.days}</span> },
          { term: t("quote.perDay"), value: <Money amount={quote.per_day} currency={currency} />, note: t("quote.perDayNote") },
          { term: t("quote.returned"), value: <Money amount={quote.returned} currency={currency} />, note: t("quote.returnedNote") },
        ]}
      />
      <details className="mt-4 border-t border-line pt-3">
        <summary className="min-h-6 text-sm text-accent underline underline-offset-4">{t("quote.schedule", { count: quote.days })}</summary>
        <div className="-mx-4 mt-2 sm:-mx-5">
          <ScheduleTable rows={quote.schedule} currency={currency} />
        </div>
      </details>
      <p className="mt-2 text-sm">
        <a href={`/resources/quote/${plan.id}?${download.toString()}`} className="link inline-flex min-h-6 items-center" download>
          {t("schedule.download")}
        </a>
      </p>
      <p className="mt-2 text-sm text-quiet">{t("quote.notGuaranteed")}</p>
    </Card>
  );
}
