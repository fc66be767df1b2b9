import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";

/** What was withheld, and the rules by which. */
export function TaxTabs() {
  const { t } = useTranslation("admin");
  return (
    <Tabs
      items={[
        { to: "/admin/tax", label: t("tax.register") },
        { to: "/admin/tax/rules", label: t("tax.rules") },
      ]}
    />
  );
}
