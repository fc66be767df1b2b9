import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { DataTable, DateText, Money } from "~/components/ui";
import type { Movement } from "~/db/ledger.server";
import { useMovementName, useWalletName } from "./names";

type Props = { caption: string; movements: Movement[]; empty?: ReactNode };

/** Movements of wallets; each one opens its explanation. */
export function MovementTable({ caption, movements, empty }: Props) {
  const { t } = useTranslation("member");
  const movementName = useMovementName();
  const walletName = useWalletName();
  return (
    <DataTable
      caption={caption}
      rows={movements}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/wallet/movements/${id}`}
      empty={empty}
      columns={[
        {
          key: "what",
          label: t("movements.what"),
          kind: "title",
          cell: ({ kind, counter }) => (
            <>
              {movementName(kind)}
              {counter ? <span className="font-normal text-quiet"> · {counter}</span> : null}
            </>
          ),
        },
        { key: "on", label: t("movements.on"), cell: ({ value_on }) => <DateText value={value_on} /> },
        { key: "wallet", label: t("movements.wallet"), cell: ({ wallet }) => walletName(wallet) },
        { key: "amount", label: t("movements.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} signed /> },
      ]}
    />
  );
}
