import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { DataTable, Money, TimeText } from "~/components/ui";
import type { Hold } from "~/db/ledger.server";
import { useHoldReason, useWalletName } from "./names";

/** Money that is still in a wallet but set aside for something that was asked for. */
export function HoldTable({ holds, empty }: { holds: Hold[]; empty: ReactNode }) {
  const { t } = useTranslation("member");
  const reason = useHoldReason();
  const wallet = useWalletName();
  return (
    <DataTable
      caption={t("wallet.holds.title")}
      rows={holds}
      rowKey={({ id }) => id}
      rowLink={({ subject_kind, subject_id }) => (subject_id && (subject_kind === "withdrawal" || subject_kind === "payout") ? `/${subject_kind}s/${subject_id}` : undefined)}
      empty={empty}
      columns={[
        { key: "reason", label: t("wallet.holds.reason"), kind: "title", cell: (hold) => reason(hold.reason) },
        { key: "wallet", label: t("movements.wallet"), cell: (hold) => wallet(hold.wallet) },
        { key: "at", label: t("wallet.holds.since"), cell: ({ at }) => <TimeText value={at} /> },
        { key: "amount", label: t("movements.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
      ]}
    />
  );
}
