/**
 * A code bound to what is being done: of the person's authenticator where there is one, else freshly mailed. The page that asks for it:
 *
 *   const code = await stepUp.begin({ request, ip: context.ip, token, purpose: "withdrawal", context: check.context });
 *   return data({ …, code: code.view }, { headers: code.headers });        // <StepUpCode view={…} /> inside its form
 *   …
 *   const proof = stepUp.read(request, form);                               // null: nothing was begun here, begin again
 *   const answer = proof && (await memberWithdraw(token, draft, proof, key));
 *   if (answer.outcome !== "requested") …                                   // codeFault(answer, view) is the sentence for the field `code`,
 *                                                                           // stepUp.viewOf(form) shows the same challenge again
 *
 * `context` is what the database answered to the check (docs/desk.md); it is sealed into the form, and the database compares it with
 * what is really asked for, so that neither side of the form can be exchanged.
 */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { authStepUpAuthenticator, authStepUpWay, type AuthenticatorPurpose } from "~/db/identity-proof.server";
import { authStepUpBegin, type StepUpPurpose } from "~/db/identity.server";
import type { Proof } from "~/db/funding-out.server";
import { openSecret, proofOf, windowOf, witnessOf, type SealedAuthenticator } from "./authenticator.server";
import { resendAt } from "./challenge.server";
import { codeMac, newCode, sealCode } from "./code.server";
import { browserOf } from "./cookies.server";
import { readCode, readRecoveryCode } from "./read-code";
import { seal, unseal } from "./seal.server";
import type { StepUpView } from "./step-up";

const place = "step-up";
const contentSchema = z.object({
  challenge: z.uuid(),
  context: z.string(),
  sentTo: z.string(),
  expiresAt: z.string(),
  authenticator: z.object({ id: z.uuid(), sealed: z.string() }).nullable(),
});
type Content = z.output<typeof contentSchema>;

type Asking = { request: Request; ip: string; token: string; context: string };
type Begin = Asking & { purpose: StepUpPurpose | AuthenticatorPurpose };
export type Begun = {
  /** for the component */
  view: StepUpView;
  /** to be sent along: the browser may have got its id only now */
  headers: Headers;
  challenge: string;
  /** milliseconds since 1970, when another code may be mailed */
  resendAt: number;
  /** the authenticator that answers; null for a mailed code */
  authenticator: SealedAuthenticator | null;
};

const mailed = (purpose: Begin["purpose"]): purpose is StepUpPurpose => purpose !== "authenticator_removal" && purpose !== "recovery_codes";

/** Opens a challenge, and mails its code unless an authenticator answers it. Throws `rate_limited` and `resend_too_soon` with `retry_after`, `signed_out`, `suspended`. */
export async function begin(asked: Begin): Promise<Begun> {
  const atOnce = await beginAtOnce(asked);
  if (atOnce) return atOnce;
  const { purpose, ...rest } = asked;
  // Only an authenticator is removed, and only its codes are made anew.
  if (!mailed(purpose)) throw new Error(`no authenticator is in use for ${purpose}`);
  return beginMailed({ ...rest, purpose });
}

/** The step-up of who has an authenticator: nothing has to be sent first, so its field stands beside what is checked. Null for everybody else. */
export async function beginAtOnce({ request, token, purpose, context }: Begin): Promise<Begun | null> {
  const { authenticator, step } = await authStepUpWay(token);
  if (!authenticator) return null;
  const browser = browserOf(request);
  const challenge = randomUUID();
  const secret = openSecret(authenticator);
  const window = windowOf({ challenge, browser: browser.id, context, secret, step });
  const { expires_at } = await authStepUpAuthenticator(token, { challenge, purpose, context, authenticator: authenticator.id, witness: witnessOf(secret), browser: browser.id, ...window });
  return begunWith({ challenge, context, sentTo: "", expiresAt: expires_at, authenticator }, browser.cookie, resendAt(0));
}

async function beginMailed({ request, ip, token, purpose, context }: Asking & { purpose: StepUpPurpose }): Promise<Begun> {
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
  return begunWith({ challenge: begun.challenge, context, sentTo: begun.sent_to, expiresAt: begun.expires_at, authenticator: null }, browser.cookie, resendAt(begun.resend_after));
}

function begunWith(content: Content, cookie: string | null, resendAt: number): Begun {
  return {
    view: viewWith(seal("form seal", place, JSON.stringify(content)), content),
    headers: cookie ? new Headers({ "Set-Cookie": cookie }) : new Headers(),
    challenge: content.challenge,
    resendAt,
    authenticator: content.authenticator,
  };
}

/** The view of a challenge that was opened elsewhere: the first code of a new authenticator, the code to a new address. */
export function viewFor(content: Content): StepUpView {
  return viewWith(seal("form seal", place, JSON.stringify(content)), content);
}

const viewWith = (sealed: string, { sentTo, expiresAt, authenticator }: Content): StepUpView => ({ sealed, sentTo, expiresAt, way: authenticator ? "authenticator" : "mail" });

function openForm(form: FormData) {
  const sealed = form.get("step_up");
  if (typeof sealed !== "string") return null;
  const opened = unseal("form seal", place, sealed);
  return opened && { sealed, secret: opened.secret, content: contentSchema.parse(JSON.parse(opened.text)) };
}

/** The step-up that a posted form carries, to show it again beside a wrong code. Null: none of ours. */
export function viewOf(form: FormData): StepUpView | null {
  const opened = openForm(form);
  return opened && viewWith(opened.sealed, opened.content);
}

/** Whose code the form asks for; null for a mailed one. */
export function authenticatorOf(form: FormData): SealedAuthenticator | null {
  return openForm(form)?.content.authenticator ?? null;
}

/** What the database needs to check the typed code. Null: the form carries no step-up of ours, so begin again. */
export function read(request: Request, form: FormData): Proof | null {
  const opened = openForm(form);
  if (!opened) return null;
  const { challenge, context, authenticator } = opened.content;
  const field = form.get("code");
  const typed = typeof field === "string" ? field : "";
  const browser = browserOf(request).id;
  return { challenge, browser, mac: macOf({ challenge, context, browser, authenticator, typed }, opened.secret) };
}

type Typed = { challenge: string; context: string; browser: string; authenticator: SealedAuthenticator | null; typed: string };

/** What is not a code at all is a wrong code: it costs an attempt like any other. `secret`: place in SESSION_SECRETS. */
export function macOf({ typed, authenticator, ...binding }: Typed, secret: number): string {
  const code = readCode(typed);
  return authenticator ? proofOf({ code, recovery: readRecoveryCode(typed) }, { ...binding, authenticator }, secret) : codeMac({ ...binding, code: code ?? "" }, secret);
}
