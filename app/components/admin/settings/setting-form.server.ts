import { z } from "zod";

import { isProblem } from "~/db/db-error.server";
import { refuseProblem, refuseWith, requestKey } from "~/forms/submission.server";
import { intentField } from "../check-answers.server";
import { line } from "../fields.server";

/** What may be entered the database says; here a value is a line of text, empty where nothing is set. */
export const settingSchema = () =>
  z.object({
    before: z.string().max(2000).optional().transform((text) => text ?? ""),
    value: z.string().trim().max(2000).optional().transform((text) => text ?? ""),
    reason: line("setting_reason_missing", 1000),
    key: requestKey(),
    intent: intentField(),
  });

const sentences: Record<string, string> = { empty: "setting_empty", shape: "setting_shape", choice: "invalid_choice", currency: "invalid_choice", timezone: "setting_timezone", nothing_changes: "nothing_changes" };

/** A refusal at its field, with the bounds it names. */
export function refuseSetting(submission: Parameters<typeof refuseProblem>[0], error: unknown) {
  if (isProblem(error) && error.code === "invalid_input" && error.field === "value") {
    const { reason = "", least, most } = error.params;
    if (reason === "range") return least !== undefined && most !== undefined ? refuseWith(submission, "value", "setting_range", { least, most }) : refuseWith(submission, "value", "setting_shape");
    const sentence = sentences[reason];
    if (sentence !== undefined) return refuseWith(submission, "value", sentence);
  }
  return refuseProblem(submission, error);
}
