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
import { encodeFault } from "~/forms/fault";
import { problemToSubmission, readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { codeFault } from "./code-fault";
import * as stepUp from "./step-up.server";

const schema = () => z.object({ intent: z.enum(["send", "confirm"]), key: requestKey() });

type Step<Done extends string> = {
  request: Request;
  form: FormData;
  ip: string;
  token: string;
  purpose: AuthenticatorPurpose;
  context: string;
  work: (proof: Proof, key: string) => Promise<CodeRefusal | { outcome: Done }>;
  done: Done;
  /** where to when it is done */
  then: (key: string) => Response;
};

type Submission = Parameters<typeof refuseProblem>[0];

/** A code that was not accepted, beside its field, with the same challenge. */
export function wrongCode(submission: Submission, form: FormData, answer: CodeRefusal | null) {
  const view = stepUp.viewOf(form);
  const fault = answer ? codeFault(answer, view?.way) : { code: "code_lost", params: {} };
  const result = submission.reply({ fieldErrors: { code: [encodeFault(fault.code, fault.params)] } });
  return data({ code: view, result: { ...result, initialValue: { ...result.initialValue, code: "" } } }, { status: 422 });
}

/** Too soon or too often: what is on its way still counts. Every other refusal is told on top of the form. */
export function notBegun(submission: Submission, form: FormData, error: unknown) {
  if (!isProblem(error) || error.status !== 429) return refuseProblem(submission, error);
  const headers = { "Retry-After": String(error.retryAfter ?? 60) };
  return data({ code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
}

export async function guardedStep<Done extends string>({ request, form, ip, token, purpose, context, work, done, then }: Step<Done>) {
  const submission = await readForm(form, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, key } = submission.value;
  try {
    if (intent === "send") {
      const { view, headers } = await stepUp.begin({ request, ip, token, purpose, context });
      return data({ code: view, result: undefined }, { headers });
    }
    const proof = stepUp.read(request, form);
    const answer = proof && (await work(proof, key));
    if (answer?.outcome === done) return then(key);
    return wrongCode(submission, form, answer as CodeRefusal | null);
  } catch (error) {
    return notBegun(submission, form, error);
  }
}
