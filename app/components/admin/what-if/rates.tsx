import { useTranslation } from "react-i18next";

import { Card, ChoiceLinks, Count, DataTable, DateText, EmptyState, Money, Pager } from "~/components/ui";
import type { RateWhatIf, WhatIf } from "~/db/compensation.server";
import { formatMonth } from "~/money/dates";
import { WhatIfStats } from "../compensation/what-if-sums";

type Sums = { result: NonNullable<WhatIf["result"]>; currency: string; treasury: string | null };

/** What the treasury of returns would have needed more until now, what it would until contracts end, and who gains and loses. */
export function RateSums({ result, currency, treasury }: Sums) {
  const { t } = useTranslation("admin");
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  const { live, draft } = result;
  const rows = [
    { key: "recorded", name: t("rateWhatIf.recorded"), live: live.earnings, draft: draft.earnings, change: result.need },
    { key: "ahead", name: t("rateWhatIf.ahead"), live: live.ahead, draft: draft.ahead, change: result.ahead },
  ];
  return (
    <>
      <WhatIfStats label={t("rateWhatIf.needAhead")} need={result.ahead} counts={result} currency={currency} treasury={treasury} />
      <Card title={t("whatIf.sums")} padded={false}>
        <DataTable
          caption={t("whatIf.sums")}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", label: t("whatIf.what"), kind: "title", cell: ({ name }) => name },
            { key: "live", label: t("whatIf.live"), kind: "number", cell: (row) => money(row.live) },
            { key: "draft", label: t("whatIf.draft"), kind: "number", cell: (row) => money(row.draft) },
            { key: "change", label: t("whatIf.change"), kind: "amount", cell: (row) => money(row.change, true) },
          ]}
        />
      </Card>
    </>
  );
}

/** What the treasury of returns needs and would need: the next thirty days, and all months of the contracts. */
export function RateNeeds({ detail: { days, months, plan: { currency } } }: { detail: RateWhatIf }) {
  const { t, i18n } = useTranslation("admin");
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  const figures = [
    { key: "live", label: t("whatIf.liveValue"), kind: "number", cell: (row: { live: string }) => money(row.live) },
    { key: "draft", label: t("whatIf.draftValue"), kind: "number", cell: (row: { draft: string }) => money(row.draft) },
    { key: "change", label: t("whatIf.change"), kind: "amount", cell: (row: { change: string }) => money(row.change, true) },
  ] as const;
  return (
    <>
      <Card title={t("rateWhatIf.days")} padded={false}>
        <DataTable
          caption={t("rateWhatIf.days")}
          rows={days}
          rowKey={({ on }) => on}
          columns={[{ key: "on", label: t("rateWhatIf.day"), kind: "title", cell: ({ on }) => <DateText value={on} /> }, ...figures]}
          empty={<EmptyState title={t("rateWhatIf.noDays")}>{t("rateWhatIf.noDaysText")}</EmptyState>}
        />
      </Card>
      <Card title={t("whatIf.months")} padded={false}>
        <DataTable
          caption={t("whatIf.months")}
          rows={months}
          rowKey={({ month }) => month}
          columns={[{ key: "month", label: t("whatIf.month"), kind: "title", cell: ({ month }) => formatMonth(month, i18n.language) }, ...figures]}
          empty={<EmptyState title={t("rateWhatIf.noDays")}>{t("rateWhatIf.noDaysText")}</EmptyState>}
        />
      </Card>
    </>
  );
}

/** Member by member: returns that are recorded and those to come, at the contracts' own rates and at the draft's. */
export function RateMembers({ detail: { members, next, plan: { currency } }, side, here }: { detail: RateWhatIf; side: "lose" | "gain"; here: string }) {
  const { t } = useTranslation("admin");
  const both = (live: string, draft: string) => (
    <span>
      <Money amount={live} currency={currency} />
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("whatIf.becomes")} </span>
      <Money amount={draft} currency={currency} />
    </span>
  );
  return (
    <Card title={t("whatIf.members")} padded={false}>
      <div className="px-4 py-3 sm:px-5">
        <ChoiceLinks label={t("whatIf.show")} choices={(["lose", "gain"] as const).map((value) => ({ to: `${here}?side=${value}`, label: t(`whatIf.side.${value}`), chosen: side === value }))} />
      </div>
      <DataTable
        caption={t("whatIf.members")}
        rows={members}
        rowKey={({ member }) => member.id}
        rowLink={({ member }) => `/admin/members/${member.id}`}
        columns={[
          { key: "name", label: t("tree.name"), kind: "title", cell: ({ member }) => member.name },
          { key: "contracts", label: t("rateWhatIf.contracts"), kind: "number", cell: ({ contracts }) => <Count value={contracts} /> },
          { key: "recorded", label: t("rateWhatIf.recorded"), kind: "number", cell: (row) => both(row.live, row.draft) },
          { key: "ahead", label: t("rateWhatIf.ahead"), kind: "number", cell: (row) => both(row.live_ahead, row.draft_ahead) },
          { key: "change", label: t("whatIf.change"), kind: "amount", cell: ({ change }) => <Money amount={change} currency={currency} signed /> },
        ]}
        empty={<EmptyState title={t("whatIf.nobody")}>{t("whatIf.nobodyText")}</EmptyState>}
      />
      <Pager next={next} oldestFirst />
    </Card>
  );
}
