import { useTranslation } from "react-i18next";

import { DataTable, DateText, EmptyState, Money } from "~/components/ui";
import type { Movement } from "~/db/ledger.server";
import { useLabel } from "../use-label";

export function MovementTable({ movements }: { movements: Movement[] }) {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  return (
    <DataTable
      caption={t("admin:member.recent")}
      rows={movements}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "kind",
          label: t("admin:home.kind"),
          kind: "title",
          cell: (row) => (
            <span>
              <span className="font-strong">{label("journal", row.kind)}</span>
              {row.reference ? <span className="block text-xs text-quiet">{row.reference}</span> : null}
            </span>
          ),
        },
        { key: "wallet", label: t("admin:withdrawals.wallet"), cell: (row) => t(`common:wallet.${row.wallet}`) },
        { key: "on", label: t("admin:treasury.valueOn"), cell: (row) => <DateText value={row.value_on} /> },
        { key: "amount", label: t("admin:requests.amount"), kind: "amount", cell: (row) => <Money amount={row.amount} currency={row.currency} signed /> },
      ]}
      empty={<EmptyState title={t("admin:member.noMovements")} />}
    />
  );
}
