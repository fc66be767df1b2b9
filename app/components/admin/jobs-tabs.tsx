import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";

/** What the workers do, and the mails they send. */
export function JobsTabs() {
  const { t } = useTranslation("admin");
  return (
    <Tabs
      items={[
        { to: "/admin/jobs", label: t("jobs.title") },
        { to: "/admin/jobs/mails", label: t("mails.title") },
      ]}
    />
  );
}
