import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";

/** The places of the network: what one sells, whom one brought, what it makes. */
export function NetworkTabs() {
  const { t } = useTranslation("member");
  return (
    <Tabs
      items={[
        { to: "/network", label: t("networkTabs.tree") },
        { to: "/network/pairs", label: t("networkTabs.pairs") },
        { to: "/network/earnings", label: t("networkTabs.earnings") },
        { to: "/payouts", label: t("networkTabs.payouts") },
        { to: "/vehicles", label: t("networkTabs.vehicles") },
        { to: "/bookings", label: t("networkTabs.bookings") },
        { to: "/referrals", label: t("networkTabs.referrals") },
      ]}
    />
  );
}
