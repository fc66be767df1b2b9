/** How a page reads what its action answered. */
import type { SubmissionResult } from "@conform-to/react";

/** The result in what an action answered, if there is one. */
export function resultOf(answer: unknown): SubmissionResult<string[]> | undefined {
  if (!answer || typeof answer !== "object") return undefined;
  const inner = "result" in answer ? (answer as { result: unknown }).result : answer;
  return inner && typeof inner === "object" && ("error" in inner || "initialValue" in inner) ? (inner as SubmissionResult<string[]>) : undefined;
}

/** What the refused form carried in a field: which of several forms on a page it was. */
export function sentValue(answer: unknown, name: string): string | null {
  const value = resultOf(answer)?.initialValue?.[name];
  return typeof value === "string" ? value : null;
}

/** Of several forms on one page only the one that was sent shows its answer; which one says the `intent` it carried. */
export function answerFor(answer: unknown, intent: string): unknown {
  return sentValue(answer, "intent") === intent ? answer : undefined;
}
