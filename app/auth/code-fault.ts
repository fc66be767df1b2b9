import type { CodeRefusal } from "~/db/shapes.server";
import type { StepUpView } from "./step-up";

type Fault = { code: string; params: Record<string, string> };

/** Why a code was not accepted, as a fault of the form field `code` (the sentences are in `problems`). `way`: which code was asked for. */
export function codeFault(answer: CodeRefusal, way: StepUpView["way"] = "mail"): Fault {
  const app = way === "authenticator";
  if (answer.outcome !== "wrong") return { code: app ? `app_code_${answer.outcome}` : `code_${answer.outcome}`, params: {} };
  if (answer.attempts_left === 1) return { code: app ? "app_code_wrong_last" : "code_wrong_last", params: {} };
  return { code: app ? "app_code_wrong" : "code_wrong", params: { left: String(answer.attempts_left) } };
}
