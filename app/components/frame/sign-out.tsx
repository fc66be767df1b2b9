import { Form } from "@remix-run/react";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";

export function SignOut({ className }: { className?: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/logout">
      <button type="submit" className={classes("inline-flex min-h-11 items-center gap-2 text-sm text-quiet hover:text-ink", className)}>
        <LogOut aria-hidden="true" className="size-4" />
        {t("frame.signOut")}
      </button>
    </Form>
  );
}
