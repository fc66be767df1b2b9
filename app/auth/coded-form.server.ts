/**
 * The action of a form that is filled in, checked, and confirmed with a code bound to exactly what was checked: mailed on demand, or of the authenticator
 * or passkey, which stand beside the check at once. Each step is a post of the same page; nothing is done before the code was right.
 */
import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";

import { isProblem } from "~/db/db-error.server";
import type { Proof } from "~/db/funding-out.server";
import type { CodeRefusal } from "~/db/shapes.server";
import { readBody } from "~/forms/body.server";
import { problemToSubmission, readForm, refuse, refuseProblem } from "~/forms/submission.server";
import * as stepUp from "./step-up.server";
import { withMember } from "./with-member.server";

/** The buttons of such a form and of its check. */
export const codedIntents = ["check", "send", "confirm", "change"] as const;

type Read = { intent: (typeof codedIntents)[number]; key: string };

type Steps<Value, Check extends { context: string }> = {
  purpose: "withdrawal" | "destination";
  /** What is shown of it, and what its code is bound to; throws what would be refused. */
  check: (token: string, value: Value) => Promise<Check>;
  /** Does it. Answers the page that shows what came of it, or what the database said of the code. */
  confirm: (token: string, value: Value, proof: Proof, key: string) => Promise<string | CodeRefusal>;
  /** How a problem is told, where a page has words of its own. */
  refusal?: typeof refuseProblem;
};

export function codedForm<Schema extends z.ZodType<Read>, Check extends { context: string }>(
  { request, context: { ip } }: Pick<ActionFunctionArgs, "request" | "context">,
  schema: Schema,
  { purpose, check, confirm, refusal = refuseProblem }: Steps<Omit<z.output<Schema>, keyof Read>, Check>,
) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    const submission = await readForm(form, schema);
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, ...value } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "confirm") {
        const proof = await stepUp.proofIn(request, form, token);
        const answer = proof && (await confirm(token, value, proof, key));
        if (typeof answer === "string") return redirect(answer);
        return data({ check: await check(token, value), key, code: stepUp.viewOf(form), result: stepUp.faultOf(submission, form, answer) }, { status: 422 });
      }
      const checked = await check(token, value);
      const step = { request, ip, token, purpose, context: checked.context };
      try {
        const begun = intent === "check" ? await stepUp.beginAtOnce(step) : await stepUp.begin(step);
        return data({ check: checked, key, code: begun?.view ?? null, result: undefined }, begun ? { headers: begun.headers } : {});
      } catch (error) {
        // Too soon or too often: the answers stay on the page and so does the code that is still on its way.
        if (!isProblem(error) || error.status !== 429) throw error;
        const headers = { "Retry-After": String(error.retryAfter ?? 60) };
        return data({ check: checked, key, code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
      }
    } catch (error) {
      return refusal(submission, error);
    }
  });
}
