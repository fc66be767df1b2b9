import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import { z } from "zod";

import { intents } from "./check-answers";

/** The button that was pressed; a form sent with the Enter key wants to be checked first. */
export function intentField() {
  return z.enum(intents).default("check");
}

type AnySubmission = Submission<unknown, string[], unknown>;

/** What was filled in, as text, without the button: as it was read (an amount with its point) where that is a text too. */
function filledIn(submission: AnySubmission): Record<string, string> {
  const read = (submission.status === "success" ? submission.value : {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(submission.payload).flatMap(([name, typed]) => {
      if (typeof typed !== "string" || name === "intent") return [];
      const value = read[name];
      return [[name, typeof value === "string" ? value : typed]];
    }),
  );
}

/** Shows what was filled in once more, and beside it figures that follow from it. */
export function showAgain(submission: AnySubmission, aside: Record<string, string> = {}) {
  return data({ check: true as const, values: filledIn(submission), aside });
}

/** Back to the form, as it was filled in. */
export function backToForm(submission: AnySubmission) {
  return data({ result: submission.reply() });
}
