import { useTranslation } from "react-i18next";

import { LinkButton, Progress } from "~/components/ui";
import { formatTime } from "~/money/dates";
import { formatCount } from "~/money/format";

/** What the job says of a file it makes. */
export type Made = { id: string; state: "waiting" | "running" | "finished" | "failed" | "removed"; done: number; total: number; expires_at: string | null };

/** How far a file is, or where it can be had (below `at`) and until when. */
export function ExportState({ made, at }: { made: Made; at: string }) {
  const { t, i18n } = useTranslation("common");
  const { id, state, done, total, expires_at } = made;
  const number = (value: number) => formatCount(value, i18n.language);
  if (state === "running") {
    return (
      <div role="status">
        <Progress label={t("made.progress")} value={done} max={Math.max(total, 1)}>
          {t("made.running", { done: number(done), total: number(total) })}
        </Progress>
      </div>
    );
  }
  if (state === "finished" && expires_at) {
    return (
      <div className="flex flex-col items-start gap-1">
        <LinkButton to={`${at}/${id}`} look="secondary" compact reloadDocument download>
          {t("made.get")}
        </LinkButton>
        <span className="text-xs text-quiet">{t("made.until", { time: formatTime(expires_at, i18n.language) })}</span>
      </div>
    );
  }
  return <>{state === "waiting" ? t("made.waiting") : state === "failed" ? t("made.failed") : t("made.removed")}</>;
}
