import { useTranslation } from "react-i18next";

import { classes, Count, DataTable, Money, Stat, type Column } from "~/components/ui";
import { isZero } from "~/money/format";
import { reports, type ReportCell, type ReportColumn, type ReportName, type ReportRow } from "~/reports/reports";
import { reportWords } from "~/reports/words";

type Props = { name: ReportName; by: string; currency: string; rows: readonly ReportRow[] };

/** The same figures as in the drawing, and all others: every row of the report. */
export function ReportTable({ name, by, currency, rows }: Props) {
  const { t, i18n } = useTranslation("reports");
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
    <div className="dense overflow-x-auto" tabIndex={0} role="region" aria-label={t("figures")}>
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
  const kindOf = (key: string) => reports[name].columns.find((column) => column.key === key);
  const shown = reports[name].columns.filter(({ key }) => totals[key] !== undefined && totals[key] !== null);
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3">
      {shown.map(({ key }) => {
        const column = kindOf(key);
        return column ? <Stat key={key} label={words.column(column)} value={<Cell value={totals[key] ?? null} as={column.as} currency={currency} text={words.cell(column.as, totals[key])} />} /> : null;
      })}
    </div>
  );
}
