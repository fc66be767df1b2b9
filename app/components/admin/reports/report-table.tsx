import { useTranslation } from "react-i18next";

import { classes, Count, DataTable, Money, type Column } from "~/components/ui";
import { isZero } from "~/money/format";
import { reports, type ReportCell, type ReportColumn, type ReportName, type ReportRow } from "~/reports/reports";
import { reportWords } from "~/reports/words";

type Props = { name: ReportName; by: string; currency: string; rows: readonly ReportRow[] };

/** The same figures as in the drawing, and all others: every row of the report. */
export function ReportTable({ name, by, currency, rows }: Props) {
  const { i18n } = useTranslation("reports");
  const words = reportWords(i18n, name, by, currency);
  const { columns, main, title = columns[0]?.key } = reports[name];
  const show = ({ as, key }: ReportColumn) => {
    // All amounts are of one currency, which stands above: without it a year of figures fits beside each other.
    const figure = as === "amount" || as === "count" || as === "seconds";
    const Shown = (row: ReportRow) => <span className={classes("whitespace-nowrap", figure && "numeral", figure && isZero(String(row[key] ?? "")) && "text-quiet")}>{words.cell(as, row[key])}</span>;
    return Shown;
  };
  const kind = ({ as, key }: ReportColumn): Column<ReportRow>["kind"] => (key === main ? "amount" : key === title ? "title" : as === "amount" || as === "count" || as === "seconds" ? "number" : "text");
  return (
    <div className="dense overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
      <DataTable
        caption={words.title}
        rows={[...rows]}
        rowKey={(row) => (typeof row.id === "string" ? row.id : `${rows.indexOf(row)}`)}
        rowLink={(row) => (typeof row.member_id === "string" ? `/admin/members/${row.member_id}` : undefined)}
        columns={columns.map((column) => ({ key: column.key, label: words.column(column), kind: kind(column), cell: show(column) }))}
      />
    </div>
  );
}

function Cell({ value, as, currency, text }: { value: ReportCell; as: ReportColumn["as"]; currency: string; text: string }) {
  if (value !== null && as === "amount") return <Money amount={String(value)} currency={currency} />;
  if (value !== null && as === "count") return <Count value={value} />;
  return <>{text}</>;
}

/** Sums over the whole report, whatever page of it is shown. */
export function ReportTotals({ name, by, currency, totals }: { name: ReportName; by: string; currency: string; totals: ReportRow }) {
  const { i18n } = useTranslation("reports");
  const words = reportWords(i18n, name, by, currency);
  const shown = reports[name].columns.filter(({ key }) => totals[key] !== undefined && totals[key] !== null);
  return (
    <dl className="grid overflow-hidden rounded-card border border-line bg-surface shadow-card sm:grid-cols-2 md:grid-cols-3">
      {shown.map((column) => (
        <div key={column.key} className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-4 py-3 sm:flex-col sm:px-5 sm:py-4">
          <dt className="text-sm text-quiet">{words.column(column)}</dt>
          <dd className="numeral text-lg font-strong">
            <Cell value={totals[column.key] ?? null} as={column.as} currency={currency} text={words.cell(column.as, totals[column.key])} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
