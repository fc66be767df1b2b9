import { useTranslation } from "react-i18next";

import { Card, ChoiceLinks, Count, DataTable, EmptyState, Money, Pager } from "~/components/ui";
import type { WhatIfDetail } from "~/db/compensation.server";

type Props = { detail: WhatIfDetail; side: "lose" | "gain"; here: string };

/** Member by member: what they had, what they would have had. */
export function WhatIfMembers({ detail: { members, next, version: { currency } }, side, here }: Props) {
  const { t } = useTranslation("admin");
  const money = (amount: string, signed = false) => <Money amount={amount} currency={currency} signed={signed} />;
  const both = (live: string, draft: string) => (
    <span>
      {money(live)}
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("whatIf.becomes")} </span>
      {money(draft)}
    </span>
  );
  const counts = (live: number, draft: number) => (
    <span>
      <Count value={live} />
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("whatIf.becomes")} </span>
      <Count value={draft} />
    </span>
  );
  return (
    <Card title={t("whatIf.members")} padded={false}>
      <div className="px-4 py-3 sm:px-5">
        <ChoiceLinks
          label={t("whatIf.show")}
          choices={(["lose", "gain"] as const).map((value) => ({ to: `${here}?side=${value}`, label: t(`whatIf.side.${value}`), chosen: side === value }))}
        />
      </div>
      <DataTable
        caption={t("whatIf.members")}
        rows={members}
        rowKey={({ member }) => member.id}
        rowLink={({ member }) => `/admin/network/${member.id}`}
        columns={[
          { key: "name", label: t("tree.name"), kind: "title", cell: ({ member }) => member.name },
          { key: "pairs", label: t("whatIf.pairs"), kind: "number", cell: (row) => counts(row.live_pairs, row.draft_pairs) },
          { key: "earnings", label: t("whatIf.earnings"), kind: "number", cell: (row) => both(row.live_earnings, row.draft_earnings) },
          { key: "emi", label: t("whatIf.emi"), kind: "number", cell: (row) => both(row.live_emi, row.draft_emi) },
          { key: "flushed", label: t("whatIf.flushed"), kind: "number", cell: (row) => counts(row.live_flushed, row.draft_flushed) },
          { key: "change", label: t("whatIf.change"), kind: "amount", cell: (row) => money(row.change, true) },
        ]}
        empty={<EmptyState title={t("whatIf.nobody")}>{t("whatIf.nobodyText")}</EmptyState>}
      />
      <Pager next={next} oldestFirst />
    </Card>
  );
}
