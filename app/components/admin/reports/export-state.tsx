import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { LinkButton, Progress } from "~/components/ui";
import type { ReportExport } from "~/db/report.server";
import { formatTime } from "~/money/dates";
import { formatCount } from "~/money/format";

const lookAgainAfter = 3_000;

/** While something is being made the page looks again by itself; without JavaScript a link does. */
export function useLookAgain(busy: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => revalidate(), lookAgainAfter);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
}

/** How far a file is, or where it can be had (below `at`) and until when. */
export function ExportState({ made, at = "/admin/reports/exports" }: { made: Pick<ReportExport, "id" | "state" | "done" | "total" | "expires_at">; at?: string }) {
  const { t, i18n } = useTranslation("reports");
  const { id, state, done, total, expires_at } = made;
  const number = (value: number) => formatCount(value, i18n.language);
  if (state === "running") {
    return (
      <div role="status">
        <Progress label={t("exports.progress")} value={done} max={Math.max(total, 1)}>
          {t("exports.running", { done: number(done), total: number(total) })}
        </Progress>
      </div>
    );
  }
  if (state === "finished" && expires_at) {
    return (
      <div className="flex flex-col items-start gap-1">
        <LinkButton to={`${at}/${id}`} look="secondary" compact reloadDocument download>
          {t("exports.get")}
        </LinkButton>
        <span className="text-xs text-quiet">{t("exports.until", { time: formatTime(expires_at, i18n.language) })}</span>
      </div>
    );
  }
  return <>{state === "waiting" ? t("exports.waiting") : state === "failed" ? t("exports.failed") : t("exports.removed")}</>;
}
