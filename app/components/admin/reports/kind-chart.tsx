import { useTranslation } from "react-i18next";

import type { KindBar } from "~/components/charts/report-shape.server";
import { Count, DataTable, Money } from "~/components/ui";
import type { ReportPage } from "~/db/report.server";
import { reportWords } from "~/reports/words";

type Bars = KindBar<ReportPage["kinds"][number]>[];

/** What came into wallets and left them by kind of movement: bars, and the same figures as a table. */
export function KindChart({ bars, currency }: { bars: Bars; currency: string }) {
  const { t, i18n } = useTranslation("reports");
  const words = reportWords(i18n, "wallets", "day", currency);
  const kind = (name: string) => words.word("movement", name);
  return (
    <figure>
      <figcaption className="sr-only">{t("chart", { name: t("byKind"), currency })}</figcaption>
      <ul aria-hidden="true" className="mb-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
        {bars.map(({ kind: name, inWidth, outWidth }) => (
          <li key={name}>
            {kind(name)}
            <svg viewBox="0 0 100 2.4" preserveAspectRatio="none" className="mt-1 block h-5 w-full">
              <rect width={inWidth} height="1.1" className="fill-accent" />
              <rect y="1.3" width={outWidth} height="1.1" className="fill-accent-soft stroke-accent" vectorEffect="non-scaling-stroke" />
            </svg>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t("byKind")}
        rows={bars}
        rowKey={({ kind: name }) => name}
        columns={[
          { key: "kind", label: t("column.kind"), kind: "title", cell: ({ kind: name }) => kind(name) },
          { key: "lines", label: t("column.lines"), kind: "number", cell: ({ lines }) => <Count value={lines} /> },
          { key: "in", label: t("column.in"), kind: "number", cell: (row) => <Money amount={row.in} currency={currency} /> },
          { key: "out", label: t("column.out"), kind: "number", cell: ({ out }) => <Money amount={out} currency={currency} /> },
          { key: "net", label: t("column.net"), kind: "amount", cell: ({ net }) => <Money amount={net} currency={currency} /> },
        ]}
      />
    </figure>
  );
}
