import type { CodeRefusal } from "~/db/shapes.server";

/** With what a step-up was answered. */
export type TriedWay = "mail" | "authenticator" | "passkey";

type Fault = { code: string; params: Record<string, string> };

/** Why a code was not accepted, as a fault of the form field `code` (the sentences are in `problems`). `way`: with what it was answered. */
export function codeFault(answer: CodeRefusal, way: TriedWay = "mail"): Fault {
  if (way === "passkey" && answer.outcome === "wrong") return { code: "passkey_wrong", params: {} };
  const app = way !== "mail";
  if (answer.outcome !== "wrong") return { code: app ? `app_code_${answer.outcome}` : `code_${answer.outcome}`, params: {} };
  if (answer.attempts_left === 1) return { code: app ? "app_code_wrong_last" : "code_wrong_last", params: {} };
  return { code: app ? "app_code_wrong" : "code_wrong", params: { left: String(answer.attempts_left) } };
}
