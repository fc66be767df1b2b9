import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";

/** How many are new; nothing when none is. More than ninety-nine are not counted for the eye. */
export function UnreadCount({ count, className }: { count: number; className?: string }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className={classes("rounded-full bg-accent px-1.5 text-xs font-strong tabular-nums text-on-accent", className)}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("frame.unreadCount", { count })}</span>
    </span>
  );
}
