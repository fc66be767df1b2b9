import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";

import { classes } from "./classes";
import { TimeText } from "./date-text";

export type TrackerStep = { step: string; at?: string | null; note?: string | null; people?: number | null };

const stopped = new Set(["rejected", "cancelled", "expired", "returned", "reversed"]);

type Standing = "done" | "current" | "upcoming" | "failed";

/** A step with a time has happened; the first one without is where the request stands now; a refusal ends the way. */
function standings(steps: TrackerStep[]): Standing[] {
  const over = steps.some(({ step, at }) => at && stopped.has(step));
  let found = over;
  return steps.map(({ step, at }) => {
    if (at) return stopped.has(step) ? "failed" : "done";
    if (found) return "upcoming";
    found = true;
    return "current";
  });
}

const marks: Record<Standing, string> = {
  done: "border-success bg-success-soft text-success",
  current: "border-accent bg-accent-soft text-accent",
  upcoming: "border-line-strong bg-surface text-quiet",
  failed: "border-danger bg-danger-soft text-danger",
};

/** requested → waiting for approval → approved → sent → done, with times and reasons. */
export function Tracker({ steps, zone }: { steps: TrackerStep[]; zone?: string }) {
  const { t, i18n } = useTranslation();
  const standing = standings(steps);
  return (
    <ol aria-label={t("tracker.label")} className="flex flex-col">
      {steps.map((item, index) => {
        const state = standing[index] ?? "upcoming";
        const key = `step.${item.step}`;
        const name = i18n.exists(key, { ns: "common" }) ? t(key as "step.requested") : item.step;
        const last = index === steps.length - 1;
        return (
          <li key={`${item.step}-${index}`} aria-current={state === "current" ? "step" : undefined} className="relative flex gap-3 pb-5 last:pb-0">
            {last ? null : <span aria-hidden="true" className="absolute top-6 bottom-0 left-[11px] w-0.5 bg-line" />}
            <span aria-hidden="true" className={classes("mt-0 flex size-6 flex-none items-center justify-center rounded-full border-2", marks[state])}>
              {state === "done" ? <Check className="size-3.5" strokeWidth={3} /> : null}
              {state === "failed" ? <X className="size-3.5" strokeWidth={3} /> : null}
              {state === "current" ? <span className="size-2 rounded-full bg-accent" /> : null}
            </span>
            <div className="min-w-0">
              <p className={classes(state === "upcoming" ? "text-quiet" : "font-strong")}>
                {name}
                <span className="sr-only"> ({t(`tracker.${state}`)})</span>
              </p>
              {item.at ? (
                <p className="text-sm text-quiet">
                  <TimeText value={item.at} zone={zone} />
                </p>
              ) : null}
              {item.people && state !== "done" ? <p className="text-sm text-quiet">{t("tracker.people", { count: item.people })}</p> : null}
              {item.note ? <p className="text-sm">{item.note}</p> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
