import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";

/** The people, and what each role may do. */
export function StaffTabs() {
  const { t } = useTranslation("admin");
  return (
    <Tabs
      items={[
        { to: "/admin/staff", label: t("staff.people") },
        { to: "/admin/staff/permissions", label: t("staff.permissions") },
      ]}
    />
  );
}
