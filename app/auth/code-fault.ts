import type { CodeRefusal } from "~/db/shapes.server";

/** Why a code was not accepted, as a fault of the form field `code` (the sentences are in `problems`). */
export function codeFault(answer: CodeRefusal): { code: string; params: Record<string, string> } {
  if (answer.outcome !== "wrong") return { code: `code_${answer.outcome}`, params: {} };
  return answer.attempts_left === 1 ? { code: "code_wrong_last", params: {} } : { code: "code_wrong", params: { left: String(answer.attempts_left) } };
}
