import { isProblem } from "~/db/db-error.server";
import { refuseProblem, refuseWith } from "~/forms/submission.server";

type Submission = Parameters<typeof refuseProblem>[0];

/** Why the database calls a value invalid, where that can be said better than "check it". */
const sentences: Readonly<Record<string, string>> = {
  below_minimum: "maximum_below_minimum",
  day_not_over: "day_not_over",
  opening_missing: "opening_missing",
  nothing_changes: "nothing_changes",
  past: "date_past",
  future: "date_future",
  before_quarter: "date_before_quarter",
  not_first: "not_first_of_month",
  too_far: "date_too_far",
  month_taken: "month_taken",
  taken: "name_taken",
  two_people: "received_two_people",
};

/** As refuseProblem, with a sentence of its own for a value whose fault the database names. */
export function refuseReason(submission: Submission, error: unknown, options: Parameters<typeof refuseProblem>[2] = {}) {
  if (isProblem(error) && error.code === "invalid_input" && error.field !== undefined) {
    const sentence = sentences[error.params.reason ?? ""];
    if (sentence !== undefined) return refuseWith(submission, error.field, sentence);
  }
  return refuseProblem(submission, error, options);
}
