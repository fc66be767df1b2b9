import { useTranslation } from "react-i18next";

import { CardGrid, Money, Notice, Stat } from "~/components/ui";
import type { ReportPage } from "~/db/report.server";
import { isNegative } from "~/money/format";
import { formatDate } from "~/money/dates";

const ends = ["cash", "returns_left", "commission_left"];

/** What there is today, and when it would run out. */
export function ThereCard({ report }: { report: Pick<ReportPage, "bank" | "returns_there" | "commission_there" | "currency"> & { rows: readonly object[] } }) {
  const { t, i18n } = useTranslation("reports");
  const { bank, returns_there, commission_there, currency } = report;
  const rows = report.rows as readonly Record<string, string | number | null>[];
  const short = rows.find((row) => ends.some((end) => isNegative(String(row[end] ?? "0"))));
  const there = [
    { label: t("bank"), amount: bank },
    { label: t("returnsThere"), amount: returns_there },
    { label: t("commissionThere"), amount: commission_there },
  ];
  return (
    <section aria-label={t("there")} className="flex flex-col gap-4">
      <CardGrid>
        {there.map(({ label, amount }) => (
          <Stat key={label} label={label} value={<Money amount={amount ?? "0"} currency={currency} />} note={t("there")} />
        ))}
      </CardGrid>
      {short ? (
        <Notice tone="warning" title={t("short.title")}>
          {t("short.text", { day: formatDate(String(short.on), i18n.language) })}
        </Notice>
      ) : null}
    </section>
  );
}
