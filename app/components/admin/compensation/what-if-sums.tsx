import { useTranslation } from "react-i18next";

import { Card, CardGrid, Count, DataTable, Money, Stat } from "~/components/ui";
import type { WhatIfDetail } from "~/db/compensation.server";
import { formatMonth } from "~/money/dates";

type Finished = NonNullable<NonNullable<WhatIfDetail["what_if"]>["result"]>;

type Stats = { label: string; need: string; counts: Pick<Finished, "gaining" | "losing" | "unchanged">; currency: string; treasury: string | null };

/** What a treasury would need more, beside what it holds, and how many people gain and lose. */
export function WhatIfStats({ label, need, counts, currency, treasury }: Stats) {
  const { t } = useTranslation("admin");
  return (
    <CardGrid columns={4}>
      <Stat label={label} value={<Money amount={need} currency={currency} signed />} note={treasury === null ? undefined : <>{t("whatIf.treasury")} <Money amount={treasury} currency={currency} /></>} />
      <Stat label={t("whatIf.gaining")} value={<Count value={counts.gaining} />} />
      <Stat label={t("whatIf.losing")} value={<Count value={counts.losing} />} />
      <Stat label={t("whatIf.unchanged")} value={<Count value={counts.unchanged} />} />
    </CardGrid>
  );
}

/** Who gains and loses, what the treasury would have needed, and all sums side by side. */
export function WhatIfSums({ result, currency, treasury }: { result: Finished; currency: string; treasury: string | null }) {
  const { t } = useTranslation("admin");
  const { live, draft } = result;
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  const rows = [
    { key: "pairs", name: t("whatIf.pairs"), live: <Count value={live.pairs} />, draft: <Count value={draft.pairs} /> },
    { key: "value", name: t("whatIf.value"), live: money(live.value), draft: money(draft.value) },
    { key: "earnings", name: t("whatIf.earnings"), live: money(live.earnings), draft: money(draft.earnings) },
    { key: "reserve", name: t("whatIf.reserve"), live: money(live.reserve), draft: money(draft.reserve) },
    { key: "emi", name: t("whatIf.emi"), live: money(live.emi), draft: money(draft.emi) },
    { key: "flushed", name: t("whatIf.flushed"), live: <Count value={live.flushed} />, draft: <Count value={draft.flushed} /> },
  ];
  return (
    <>
      <WhatIfStats label={t("whatIf.need")} need={result.need} counts={result} currency={currency} treasury={treasury} />
      <Card title={t("whatIf.sums")} padded={false}>
        <DataTable
          caption={t("whatIf.sums")}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", label: t("whatIf.what"), kind: "title", cell: ({ name }) => name },
            { key: "live", label: t("whatIf.live"), kind: "number", cell: (row) => row.live },
            { key: "draft", label: t("whatIf.draft"), kind: "number", cell: (row) => row.draft },
          ]}
        />
      </Card>
    </>
  );
}

/** What the treasury needed and would have needed, newest month first. */
export function WhatIfMonths({ months, currency }: { months: WhatIfDetail["months"]; currency: string }) {
  const { t, i18n } = useTranslation("admin");
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  return (
    <Card title={t("whatIf.months")} padded={false}>
      <DataTable
        caption={t("whatIf.months")}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { key: "month", label: t("whatIf.month"), kind: "title", cell: ({ month }) => formatMonth(month, i18n.language) },
          { key: "live_pairs", label: t("whatIf.livePairs"), kind: "number", cell: (row) => <Count value={row.live_pairs} /> },
          { key: "draft_pairs", label: t("whatIf.draftPairs"), kind: "number", cell: (row) => <Count value={row.draft_pairs} /> },
          { key: "live_value", label: t("whatIf.liveValue"), kind: "number", cell: (row) => money(row.live_value) },
          { key: "draft_value", label: t("whatIf.draftValue"), kind: "number", cell: (row) => money(row.draft_value) },
          { key: "change", label: t("whatIf.change"), kind: "amount", cell: (row) => money(row.change, true) },
        ]}
      />
    </Card>
  );
}
