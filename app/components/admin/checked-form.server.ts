/** The action of a page that shows what was filled in once more before it is done. */
import { redirect } from "@remix-run/node";
import type { z } from "zod";

import { withSession } from "~/auth/guard.server";
import type { Permission } from "~/auth/permissions";
import { requireStaff } from "~/auth/session.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";
import type { intents } from "./check-answers";
import { backToForm, showAgain } from "./check-answers.server";
import { requirePermission } from "./require-permission.server";

/** What is wrong with what was filled in, at which field. */
export type Fault = { field: string; code: string; params?: Record<string, unknown> };

type Steps<Value> = {
  /** What a caller needs who only looks: where `look` asks the database, that asks for it already. */
  may?: Permission;
  /** What can be said before it is done. The database decides again when it is. */
  look?: (value: Value, token: string) => Promise<Fault | null> | Fault | null;
  /** Figures that follow from what was filled in, shown beside it. */
  aside?: (value: Value) => Record<string, string>;
  /** Does it; answers the page that shows what came of it. */
  confirm: (value: Value, token: string) => Promise<string>;
  /** How a problem is told, where a page has words of its own. */
  refusal?: typeof refuseProblem;
};

/** Reads the form and takes the step it was sent for: back to it, a look at it, or doing it. */
export async function checkedForm<Schema extends z.ZodType<{ intent: (typeof intents)[number] }>>(request: Request, schema: Schema, { may, look, aside, confirm, refusal = refuseProblem }: Steps<Omit<z.output<Schema>, "intent">>) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema);
  if (submission.status !== "success") return refuse(submission);
  const { intent, ...value } = submission.value;
  if (intent === "edit") return backToForm(submission);
  return withSession(request, async () => {
    try {
      if (intent === "confirm") return redirect(await confirm(value, token));
      if (may) await requirePermission(token, may);
      const fault = await look?.(value, token);
      return fault ? refuseWith(submission, fault.field, fault.code, fault.params) : showAgain(submission, aside?.(value));
    } catch (error) {
      return refusal(submission, error);
    }
  });
}
