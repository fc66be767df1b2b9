/**
 * A fresh mailed code bound to what is being done. The page that asks for it:
 *
 *   const code = await stepUp.begin({ request, ip: context.ip, token, purpose: "withdrawal", context: check.context });
 *   return data({ …, code: code.view }, { headers: code.headers });        // <StepUpCode view={…} /> inside its form
 *   …
 *   const proof = stepUp.read(request, form);                               // null: nothing was begun here, begin again
 *   const answer = proof && (await memberWithdraw(token, draft, proof, key));
 *   if (answer.outcome !== "requested") …                                   // codeFault(answer) is the sentence for the field `code`,
 *                                                                           // stepUp.viewOf(form) shows the same challenge again
 *
 * `context` is what the database answered to the check (docs/desk.md); it is sealed into the form, and the database compares it with
 * what is really asked for, so that neither side of the form can be exchanged.
 */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { authStaffVerify, authStepUpBegin, type StepUpPurpose } from "~/db/identity.server";
import type { Proof } from "~/db/funding-out.server";
import { pendingChallengeCookie, readPendingChallenge, resendAt } from "./challenge.server";
import { codeMac, newCode, sealCode } from "./code.server";
import { browserOf, newToken } from "./cookies.server";
import { readCode } from "./read-code";
import { seal, unseal } from "./seal.server";
import type { StepUpView } from "./step-up";

const place = "step-up";
const contentSchema = z.object({ challenge: z.uuid(), context: z.string(), sentTo: z.string(), expiresAt: z.string() });

type Begin = { request: Request; ip: string; token: string; purpose: StepUpPurpose; context: string };
type Begun = {
  /** for the component */
  view: StepUpView;
  /** to be sent along: the browser may have got its id only now */
  headers: Headers;
  challenge: string;
  /** milliseconds since 1970 */
  resendAt: number;
};

/** Opens a challenge and queues its mail. Throws `rate_limited` and `resend_too_soon` with `retry_after`, `signed_out`, `suspended`. */
export async function begin({ request, ip, token, purpose, context }: Begin): Promise<Begun> {
  const browser = browserOf(request);
  const challenge = randomUUID();
  const code = newCode();
  const begun = await authStepUpBegin(token, {
    challenge,
    purpose,
    context,
    mac: codeMac({ challenge, code, browser: browser.id, context }),
    sealedCode: sealCode(code),
    browser: browser.id,
    ip,
  });
  const shown = { sentTo: begun.sent_to, expiresAt: begun.expires_at };
  return {
    view: { sealed: seal("form seal", place, JSON.stringify({ challenge: begun.challenge, context, ...shown })), ...shown },
    headers: browser.cookie ? new Headers({ "Set-Cookie": browser.cookie }) : new Headers(),
    challenge: begun.challenge,
    resendAt: resendAt(begun.resend_after),
  };
}

function openForm(form: FormData) {
  const sealed = form.get("step_up");
  if (typeof sealed !== "string") return null;
  const opened = unseal("form seal", place, sealed);
  return opened && { sealed, secret: opened.secret, content: contentSchema.parse(JSON.parse(opened.text)) };
}

/** The step-up that a posted form carries, to show it again beside a wrong code. Null: none of ours. */
export function viewOf(form: FormData): StepUpView | null {
  const opened = openForm(form);
  if (!opened) return null;
  const { sentTo, expiresAt } = opened.content;
  return { sealed: opened.sealed, sentTo, expiresAt };
}

/** What the database needs to check the typed code. Null: the form carries no step-up of ours, so begin again. */
export function read(request: Request, form: FormData): Proof | null {
  const opened = openForm(form);
  if (!opened) return null;
  const { challenge, context } = opened.content;
  const typed = form.get("code");
  const browser = browserOf(request).id;
  // What is not a code at all is a wrong code: it costs an attempt like any other.
  const code = readCode(typeof typed === "string" ? typed : "") ?? "";
  return { challenge, browser, mac: codeMac({ challenge, code, browser, context }, opened.secret) };
}

/** The context of a staff member's second code. */
const staffContext = "staff_login";

type StaffBegin = { request: Request; ip: string; token: string; next: string | null };

/** Sends staff their second code. Answers the Set-Cookie lines of the pending challenge. */
export async function beginStaffLogin({ request, ip, token, next }: StaffBegin): Promise<Headers> {
  const { view, headers, challenge, resendAt: again } = await begin({ request, ip, token, purpose: "staff_login", context: staffContext });
  headers.append(
    "Set-Cookie",
    pendingChallengeCookie({ purpose: "staff_login", challenge, sentTo: view.sentTo, resendAt: again, referral: null, next }),
  );
  return headers;
}

export type CheckedStaffCode = { outcome: "lost" } | { outcome: "signed_in"; token: string; next: string | null } | Exclude<Awaited<ReturnType<typeof authStaffVerify>>, { outcome: "signed_in" }>;

/** Checks the second code; a right one ends the first session and opens one with assurance 2. */
export async function checkStaffCode({ request, token, code }: { request: Request; token: string; code: string }): Promise<CheckedStaffCode> {
  const waiting = readPendingChallenge(request, "staff_login");
  if (!waiting) return { outcome: "lost" };
  const { challenge, next } = waiting.pending;
  const browser = browserOf(request).id;
  const fresh = newToken();
  const mac = codeMac({ challenge, code, browser, context: staffContext }, waiting.secret);
  const answer = await authStaffVerify(token, { newToken: fresh, challenge, mac, browser });
  return answer.outcome === "signed_in" ? { outcome: "signed_in", token: fresh, next } : answer;
}
