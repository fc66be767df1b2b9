/**
 * A page whose one action needs a step-up: `send` opens it (and mails a code where no authenticator answers), `confirm` carries the code.
 * Both are posts of the same form; the answer keeps the challenge, so that a wrong code can be tried again.
 */
import { data } from "@remix-run/node";
import { z } from "zod";

import { isProblem } from "~/db/db-error.server";
import type { Proof } from "~/db/funding-out.server";
import type { AuthenticatorPurpose } from "~/db/identity-proof.server";
import type { CodeRefusal } from "~/db/shapes.server";
import { problemToSubmission, readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import * as stepUp from "./step-up.server";

const schema = () => z.object({ intent: z.enum(["send", "confirm"]), key: requestKey() });

type Step<Done extends string, Answer> = {
  request: Request;
  form: FormData;
  ip: string;
  token: string;
  purpose: AuthenticatorPurpose;
  context: string;
  work: (proof: Proof, key: string) => Promise<CodeRefusal | { outcome: Done }>;
  done: Done;
  /** where to, or what comes next, when it is done */
  then: (key: string) => Answer;
};

type Submission = Parameters<typeof refuseProblem>[0];

/** A code that was not accepted, beside its field, with the same challenge. */
export function wrongCode(submission: Submission, form: FormData, answer: CodeRefusal | null) {
  return data({ code: stepUp.viewOf(form), result: stepUp.faultOf(submission, form, answer) }, { status: 422 });
}

/** Too soon or too often: what is on its way still counts. Every other refusal is told on top of the form. */
export function notBegun(submission: Submission, form: FormData, error: unknown) {
  if (!isProblem(error) || error.status !== 429) return refuseProblem(submission, error);
  const headers = { "Retry-After": String(error.retryAfter ?? 60) };
  return data({ code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
}

export async function guardedStep<Done extends string, Answer = Response>({ request, form, ip, token, purpose, context, work, done, then }: Step<Done, Answer>) {
  const submission = await readForm(form, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, key } = submission.value;
  try {
    if (intent === "send") {
      const { view, headers } = await stepUp.begin({ request, ip, token, purpose, context });
      return data({ code: view, result: undefined }, { headers });
    }
    const proof = await stepUp.proofIn(request, form, token);
    const answer = proof && (await work(proof, key));
    if (answer?.outcome === done) return then(key);
    return wrongCode(submission, form, answer as CodeRefusal | null);
  } catch (error) {
    return notBegun(submission, form, error);
  }
}
