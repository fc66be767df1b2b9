import { data } from "@remix-run/node";

import { isProblem } from "~/db/db-error.server";
import { encodeFault } from "~/forms/fault";
import { refuseProblem } from "~/forms/submission.server";

type Submission = Parameters<typeof refuseProblem>[0];

/** As refuseProblem, and tells the browser when to come back: the limits on codes are met here first. */
export function refuseWithRetry(submission: Submission, error: unknown) {
  const refusal = refuseProblem(submission, error);
  const seconds = isProblem(error) ? error.retryAfter : undefined;
  if (seconds === undefined || !refusal.init) return refusal;
  refusal.init.headers = { "Retry-After": String(seconds) };
  return refusal;
}

/** Why no other code was sent, told beside the button that asked for one: nothing in the form above it is wrong. */
export function notSentAgain(error: unknown) {
  if (!isProblem(error) || error.status !== 429) throw error;
  return data({ notSent: encodeFault(error.code, error.params) }, { status: error.status, headers: { "Retry-After": String(error.retryAfter ?? 60) } });
}
