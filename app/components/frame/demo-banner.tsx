import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { formatTime } from "~/money/dates";

/** Says that nothing here is real money, and what time the sandbox believes it is. Never shown in production. */
export function DemoBanner({ businessNow, wide = false }: { businessNow: string; wide?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <aside aria-label={t("demo.label")} className="no-print border-b border-line bg-sunken text-xs text-quiet">
      <div className={classes("mx-auto flex flex-wrap gap-x-4 gap-y-0.5 px-4 py-1 sm:px-6", !wide && "max-w-[75rem]")}>
        <span>{t("demo.banner", { time: formatTime(businessNow, i18n.language) })}</span>
        <span className="flex gap-4">
          <Link to="/dev/clock" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {t("demo.clock")}
          </Link>
          <Link to="/dev/mailbox" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {t("demo.mailbox")}
          </Link>
        </span>
      </div>
    </aside>
  );
}
