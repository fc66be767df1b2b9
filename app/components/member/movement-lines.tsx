import { useTranslation } from "react-i18next";

import { DataTable, Money } from "~/components/ui";
import type { ExplainedMovement } from "~/db/ledger.server";
import { useAccountName } from "./names";

/** Both sides of a movement, as far as they are the member's own or the operator's. */
export function MovementLines({ lines }: { lines: ExplainedMovement["lines"] }) {
  const { t } = useTranslation("member");
  const name = useAccountName();
  const rows = lines.map((line, index) => ({ ...line, key: `${index}` }));
  return (
    <DataTable
      caption={t("movement.lines")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "where",
          label: t("movement.where"),
          kind: "title",
          cell: ({ wallet_or_account, own }) => (
            <span>
              {name(wallet_or_account)} <span className="font-normal text-quiet">{own ? t("movement.yours") : t("movement.operators")}</span>
            </span>
          ),
        },
        { key: "amount", label: t("movements.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} signed /> },
      ]}
    />
  );
}
