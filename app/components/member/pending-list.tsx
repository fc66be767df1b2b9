import { useTranslation } from "react-i18next";

import { DataTable, Money, StateBadge, TimeText } from "~/components/ui";
import type { MemberHome } from "~/db/ledger.server";

const places: Record<string, string> = { deposit: "deposits", withdrawal: "withdrawals", payout: "payouts" };

/** Requests under way, of both directions; each opens its tracker. */
export function PendingList({ items }: { items: MemberHome["pending"] }) {
  const { t } = useTranslation("member");
  return (
    <DataTable
      caption={t("home.pending")}
      rows={items}
      rowKey={({ id }) => id}
      rowLink={({ kind, id }) => `/${places[kind] ?? "withdrawals"}/${id}`}
      columns={[
        {
          key: "what",
          label: t("pending.what"),
          kind: "title",
          cell: ({ kind, reference }) => (
            <>
              {kind === "deposit" ? t("kind.deposit") : kind === "payout" ? t("kind.payout") : t("kind.withdrawal")} <span className="font-normal text-quiet">{reference}</span>
            </>
          ),
        },
        { key: "at", label: t("pending.since"), cell: ({ at }) => <TimeText value={at} /> },
        { key: "state", label: t("pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
        { key: "amount", label: t("pending.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
      ]}
    />
  );
}
