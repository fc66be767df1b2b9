import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";
import { useStaff } from "../use-staff";

/** Payouts, and the files in which they leave, with what waits for the next one. */
export function PayoutTabs() {
  const { t } = useTranslation("admin");
  const { payouts_to_send } = useStaff();
  return (
    <Tabs
      items={[
        { to: "/admin/payouts", label: t("payouts.title") },
        { to: "/admin/payouts/files", label: t("bankFiles.title"), count: payouts_to_send },
      ]}
    />
  );
}
