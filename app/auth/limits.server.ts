import { isProblem } from "~/db/db-error.server";
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
