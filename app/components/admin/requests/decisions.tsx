import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";

import { classes, TimeText } from "~/components/ui";
import type { RequestDetail } from "~/db/approval.server";

/** Who asked, who has decided, and who is still missing: in the order in which it happened. */
export function Decisions({ detail: { request, decisions } }: { detail: Pick<RequestDetail, "request" | "decisions"> }) {
  const { t } = useTranslation("admin");
  const missing = request.state === "pending" ? request.needed - request.given : 0;
  return (
    <ol className="flex flex-col gap-4">
      <Step title={t("decisions.asked", { name: request.maker.name })} at={request.created_at} mark="done" />
      {decisions.map((decision) => (
        <Step
          key={`${decision.by}-${decision.at}`}
          title={decision.decision === "approve" ? t("decisions.approved", { name: decision.by }) : t("decisions.rejected", { name: decision.by })}
          at={decision.at}
          note={decision.note}
          mark={decision.decision === "approve" ? "done" : "failed"}
        />
      ))}
      {Array.from({ length: missing }, (_, index) => (
        <Step key={`missing-${index}`} title={t(index === 0 ? "decisions.next" : "decisions.after")} mark="open" />
      ))}
      {request.state === "cancelled" && request.decided_at ? <Step title={t("decisions.cancelled", { name: request.maker.name })} at={request.decided_at} mark="failed" /> : null}
      {request.state === "expired" && request.decided_at ? <Step title={t("decisions.expired")} at={request.decided_at} mark="failed" /> : null}
      {request.state === "approved" && request.decided_at ? <Step title={t("decisions.carriedOut")} at={request.decided_at} mark="done" /> : null}
    </ol>
  );
}

const marks = { done: "border-success bg-success-soft text-success", failed: "border-danger bg-danger-soft text-danger", open: "border-line-strong bg-surface text-quiet" } as const;

function Step({ title, at, note, mark }: { title: string; at?: string; note?: string | null; mark: keyof typeof marks }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className={classes("flex size-6 flex-none items-center justify-center rounded-full border-2", marks[mark])}>
        {mark === "done" ? <Check className="size-3.5" strokeWidth={3} /> : null}
        {mark === "failed" ? <X className="size-3.5" strokeWidth={3} /> : null}
      </span>
      <div className="min-w-0">
        <p className={mark === "open" ? "text-quiet" : "font-strong"}>{title}</p>
        {at ? (
          <p className="text-sm text-quiet">
            <TimeText value={at} />
          </p>
        ) : null}
        {note ? <p className="mt-1 border-l-2 border-line-strong pl-3 text-sm break-words">{note}</p> : null}
      </div>
    </li>
  );
}
