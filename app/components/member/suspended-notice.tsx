import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

/** Stands on every page while an account is suspended, so that nobody fills in a form that will be refused. */
export function SuspendedNotice() {
  const { t } = useTranslation("member");
  return (
    <div className="mx-auto mb-6 max-w-[72rem]">
      <Notice tone="warning" title={t("suspended.title")}>
        {t("suspended.text")}
      </Notice>
    </div>
  );
}
