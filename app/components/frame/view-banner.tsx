import { useTranslation } from "react-i18next";

import { Button } from "~/components/ui/button";

type ViewBannerProps = { member: { first_name: string; last_name: string }; viewing: { by: string; seconds: number } };

/** Over every page while staff look at it as the member sees it: who, whose, how long, and the way out. A post, so it works without scripts. */
export function ViewBanner({ member, viewing }: ViewBannerProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("viewing.label")} className="mx-auto mb-6 flex max-w-[72rem] flex-wrap items-center justify-between gap-3 rounded-card border-2 border-warning bg-warning-soft p-4 text-sm">
      <div className="min-w-0">
        <p className="font-strong break-words">{t("viewing.title", { by: viewing.by, name: `${member.first_name} ${member.last_name}`.trim() })}</p>
        <p>{t("viewing.text", { count: Math.max(1, Math.ceil(viewing.seconds / 60)) })}</p>
      </div>
      <form method="post" action="/resources/view-end">
        <Button type="submit" look="secondary">
          {t("viewing.end")}
        </Button>
      </form>
    </section>
  );
}
