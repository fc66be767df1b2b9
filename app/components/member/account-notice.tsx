import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Notice } from "~/components/ui";

export const deactivationPage = "/deactivate";

/** Stands on every page while an account cannot be changed, so that nobody fills in a form that will be refused. */
function AccountNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto mb-6 max-w-[72rem]">
      <Notice tone="warning" title={title}>
        {children}
      </Notice>
    </div>
  );
}

export function SuspendedNotice() {
  const { t } = useTranslation("member");
  return <AccountNotice title={t("suspended.title")}>{t("suspended.text")}</AccountNotice>;
}

/** With the way to where it is opened again; there the form itself follows. */
export function DeactivatedNotice() {
  const { t } = useTranslation("member");
  const there = useLocation().pathname === deactivationPage;
  return (
    <AccountNotice title={t("deactivated.title")}>
      {t("deactivated.text")}{" "}
      {there ? null : (
        <Link to={deactivationPage} className="link inline-flex min-h-6 items-center">
          {t("deactivated.open")}
        </Link>
      )}
    </AccountNotice>
  );
}
