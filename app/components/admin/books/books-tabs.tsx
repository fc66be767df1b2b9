import { useTranslation } from "react-i18next";

import { Tabs } from "~/components/ui";

/** The books: what they add up to, and journal by journal. */
export function BooksTabs() {
  const { t } = useTranslation("admin");
  return (
    <Tabs
      items={[
        { to: "/admin/books", label: t("books.title") },
        { to: "/admin/books/accounts", label: t("chart.title") },
        { to: "/admin/books/journals", label: t("journals.title") },
      ]}
    />
  );
}
