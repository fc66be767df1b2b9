import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";
import { useMemberFrame } from "./use-frame";

/** The places of the wallet, with counts of what waits. */
export function WalletTabs() {
  const { t } = useTranslation("member");
  const pending = useMemberFrame()?.pending;
  return (
    <Tabs
      items={[
        { to: "/wallet", label: t("walletTabs.wallets") },
        { to: "/wallet/movements", label: t("walletTabs.movements") },
        { to: "/wallet/history", label: t("walletTabs.history") },
        { to: "/statements", label: t("walletTabs.statements") },
        { to: "/deposits", label: t("walletTabs.deposits"), count: pending?.deposits ?? 0 },
        { to: "/withdrawals", label: t("walletTabs.withdrawals"), count: pending?.withdrawals ?? 0 },
        { to: "/destinations", label: t("walletTabs.destinations") },
      ]}
    />
  );
}

export function InvestTabs() {
  const { t } = useTranslation("member");
  return (
    <Tabs
      items={[
        { to: "/invest", label: t("investTabs.plans") },
        { to: "/investments", label: t("investTabs.mine") },
      ]}
    />
  );
}
