import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import { z } from "zod";

import { intents } from "./check-answers";

/** The button that was pressed; a form sent with the Enter key wants to be checked first. */
export function intentField() {
  return z.enum(intents).default("check");
}

type AnySubmission = Submission<unknown, string[], unknown>;

/** What was typed, as text, without the button. */
function typedValues(submission: AnySubmission): Record<string, string> {
  return Object.fromEntries(Object.entries(submission.payload).flatMap(([name, value]) => (typeof value === "string" && name !== "intent" ? [[name, value]] : [])));
}

/** Shows what was filled in once more. */
export function showAgain(submission: AnySubmission) {
  return data({ check: true as const, values: typedValues(submission) });
}

/** Back to the form, as it was filled in. */
export function backToForm(submission: AnySubmission) {
  return data({ result: submission.reply() });
}
