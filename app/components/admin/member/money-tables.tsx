import { useTranslation } from "react-i18next";

import { DataTable, Money, TimeText } from "~/components/ui";
import type { Hold, Wallet } from "~/db/ledger.server";
import { useLabel } from "../use-label";

export function WalletTable({ wallets }: { wallets: Wallet[] }) {
  const { t } = useTranslation(["admin", "common"]);
  return (
    <DataTable
      caption={t("admin:member.wallets")}
      rows={wallets}
      rowKey={({ kind, currency }) => `${kind}-${currency}`}
      columns={[
        { key: "wallet", label: t("admin:withdrawals.wallet"), kind: "title", cell: (wallet) => <span className="font-strong">{t(`common:wallet.${wallet.kind}`)}</span> },
        { key: "balance", label: t("admin:treasury.balance"), kind: "number", cell: (wallet) => <Money amount={wallet.balance} currency={wallet.currency} /> },
        { key: "held", label: t("admin:member.held"), kind: "number", cell: (wallet) => <Money amount={wallet.held} currency={wallet.currency} /> },
        { key: "available", label: t("admin:member.available"), kind: "amount", cell: (wallet) => <Money amount={wallet.available} currency={wallet.currency} /> },
      ]}
    />
  );
}

export function HoldTable({ holds }: { holds: Hold[] }) {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  return (
    <DataTable
      caption={t("admin:member.holds")}
      rows={holds}
      rowKey={({ id }) => id}
      columns={[
        { key: "reason", label: t("admin:member.reason"), kind: "title", cell: (hold) => <span className="font-strong">{label("hold", hold.reason)}</span> },
        { key: "wallet", label: t("admin:withdrawals.wallet"), cell: (hold) => t(`common:wallet.${hold.wallet}`) },
        { key: "at", label: t("admin:requests.since"), cell: (hold) => <TimeText value={hold.at} /> },
        { key: "amount", label: t("admin:requests.amount"), kind: "amount", cell: (hold) => <Money amount={hold.amount} currency={hold.currency} /> },
      ]}
    />
  );
}
