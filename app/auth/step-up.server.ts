/**
 * A code bound to what is being done: of the person's authenticator where there is one, else freshly mailed; who has a passkey may answer with
 * that instead. The page that asks for it:
 *
 *   const code = await stepUp.begin({ request, ip: context.ip, token, purpose: "withdrawal", context: check.context });
 *   return data({ …, code: code.view }, { headers: code.headers });        // <StepUpCode view={…} /> inside its form
 *   …
 *   const proof = await stepUp.proofIn(request, form, token);               // null: nothing was begun here, begin again
 *   const answer = proof && (await memberWithdraw(token, draft, proof, key));
 *   if (answer.outcome !== "requested") …                                   // stepUp.faultOf(submission, form, answer) says so at its field,
 *                                                                           // stepUp.viewOf(form) shows the same challenge again
 *
 * `context` is what the database answered to the check (docs/desk.md); it is sealed into the form, and the database compares it with
 * what is really asked for, so that neither side of the form can be exchanged.
 */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { authPasskeyAnswer, authStepUpByPasskey, authStepUpPasskey, type Passkey } from "~/db/identity-passkey.server";
import { authStepUpAuthenticator, authStepUpWay, type AuthenticatorPurpose, type StepUpWay } from "~/db/identity-proof.server";
import { authStepUpBegin, type StepUpPurpose } from "~/db/identity.server";
import type { Proof } from "~/db/funding-out.server";
import type { CodeRefusal } from "~/db/shapes.server";
import { encodeFault } from "~/forms/fault";
import type { FormResult } from "~/forms/submission.server";
import { openSecret, proofOf, windowOf, witnessOf, type SealedAuthenticator } from "./authenticator.server";
import { resendAt } from "./challenge.server";
import { codeMac, newCode, sealCode } from "./code.server";
import { codeFault, type TriedWay } from "./code-fault";
import { browserOf } from "./cookies.server";
import { newWords, offerSchema, offerTo, questionOf, verifySigned, type PasskeyOffer } from "./passkeys.server";
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
  /** nothing was mailed and no authenticator asked: a passkey answers, or a code is asked for first */
  onlyPasskey: z.boolean().default(false),
  passkey: offerSchema.nullable().default(null),
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
  /** the words that a passkey may sign instead; null where there is none */
  words: string | null;
};

const mailed = (purpose: Begin["purpose"]): purpose is StepUpPurpose => purpose !== "authenticator_removal" && purpose !== "recovery_codes";

/** Opens a challenge, and mails its code unless an authenticator answers it. Throws `rate_limited` and `resend_too_soon` with `retry_after`, `signed_out`, `suspended`. */
export async function begin(asked: Begin): Promise<Begun> {
  const way = await authStepUpWay(asked.token);
  if (way.authenticator) return beginWithApp(asked, way, way.authenticator);
  const { purpose, ...rest } = asked;
  // Only an authenticator is removed, and only its codes are made anew.
  if (!mailed(purpose)) throw new Error(`no authenticator is in use for ${purpose}`);
  return beginMailed({ ...rest, purpose }, way);
}

/**
 * The step-up of who has an authenticator or a passkey: nothing has to be sent first, so it stands beside what is checked. Null for
 * everybody else.
 */
export async function beginAtOnce(asked: Begin & { purpose: "withdrawal" | "destination" }): Promise<Begun | null> {
  const way = await authStepUpWay(asked.token);
  if (way.authenticator) return beginWithApp(asked, way, way.authenticator);
  return way.passkeys.length > 0 ? beginWithPasskey(asked, way.passkeys) : null;
}

async function beginWithPasskey({ request, token, purpose, context }: Begin & { purpose: "withdrawal" | "destination" }, passkeys: readonly Passkey[]): Promise<Begun | null> {
  const browser = browserOf(request);
  const challenge = randomUUID();
  const words = newWords();
  const { offered, expires_at } = await authStepUpByPasskey(token, { challenge, purpose, context, browser: browser.id, mac: codeMac({ challenge, browser: browser.id, context, code: words }) });
  if (!offered || expires_at === null) return null;
  return begunWith({ challenge, context, sentTo: "", expiresAt: expires_at, authenticator: null, onlyPasskey: true, passkey: offerTo(passkeys, words) }, browser.cookie, resendAt(0));
}

async function beginWithApp({ request, token, purpose, context }: Begin, { step, passkeys }: StepUpWay, authenticator: SealedAuthenticator): Promise<Begun> {
  const browser = browserOf(request);
  const challenge = randomUUID();
  const secret = openSecret(authenticator);
  const window = windowOf({ challenge, browser: browser.id, context, secret, step });
  const { expires_at } = await authStepUpAuthenticator(token, { challenge, purpose, context, authenticator: authenticator.id, witness: witnessOf(secret), browser: browser.id, ...window });
  const passkey = await offer(token, passkeys, { challenge, browser: browser.id, context });
  return begunWith({ challenge, context, sentTo: "", expiresAt: expires_at, authenticator, onlyPasskey: false, passkey }, browser.cookie, resendAt(0));
}

async function beginMailed({ request, ip, token, purpose, context }: Asking & { purpose: StepUpPurpose }, { passkeys }: StepUpWay): Promise<Begun> {
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
  const passkey = await offer(token, passkeys, { challenge, browser: browser.id, context });
  return begunWith({ challenge: begun.challenge, context, sentTo: begun.sent_to, expiresAt: begun.expires_at, authenticator: null, onlyPasskey: false, passkey }, browser.cookie, resendAt(begun.resend_after));
}

type Bound = { challenge: string; browser: string; context: string };

/** Lets the person's passkeys answer the challenge too. The words they sign are bound to it as a mailed code is. */
async function offer(token: string, passkeys: readonly Passkey[], bound: Bound): Promise<PasskeyOffer | null> {
  if (passkeys.length === 0) return null;
  const words = newWords();
  const { offered } = await authStepUpPasskey(token, { challenge: bound.challenge, browser: bound.browser, mac: codeMac({ ...bound, code: words }) });
  return offered ? offerTo(passkeys, words) : null;
}

function begunWith(content: Content, cookie: string | null, resendAt: number): Begun {
  return {
    view: viewWith(seal("form seal", place, JSON.stringify(content)), content),
    headers: cookie ? new Headers({ "Set-Cookie": cookie }) : new Headers(),
    challenge: content.challenge,
    resendAt,
    authenticator: content.authenticator,
    words: content.passkey?.words ?? null,
  };
}

/** The view of a challenge that was opened elsewhere: the first code of a new authenticator, the code to a new address. */
export function viewFor(content: Omit<Content, "passkey" | "onlyPasskey">): StepUpView {
  return viewWith(seal("form seal", place, JSON.stringify(content)), { ...content, onlyPasskey: false, passkey: null });
}

const viewWith = (sealed: string, { sentTo, expiresAt, authenticator, onlyPasskey, passkey }: Content): StepUpView => ({
  sealed,
  sentTo,
  expiresAt,
  way: authenticator ? "authenticator" : onlyPasskey ? "passkey" : "mail",
  passkey: passkey && questionOf(passkey),
});

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

/** What a passkey signed, as the form carries it; null where a code was typed. */
function signedIn(form: FormData): string | null {
  const posted = form.get("passkey");
  return typeof posted === "string" && posted !== "" ? posted : null;
}

/** Where it is said that an answer was not accepted: at the code's field, or on top where there is none. */
export function faultOf(submission: { reply: (options: { fieldErrors?: Record<string, string[]>; formErrors?: string[] }) => FormResult }, form: FormData, answer: CodeRefusal | null) {
  const { code, params } = answer ? codeFault(answer, triedIn(form)) : { code: "code_lost", params: {} };
  const fault = [encodeFault(code, params)];
  const result = submission.reply(viewOf(form)?.way === "passkey" ? { formErrors: fault } : { fieldErrors: { code: fault } });
  return { ...result, initialValue: { ...result.initialValue, code: "" } };
}

/** With what the person answered. */
export function triedIn(form: FormData): TriedWay {
  return signedIn(form) === null ? (viewOf(form)?.way ?? "mail") : "passkey";
}

/** What the database needs to check the answer: a typed code, or what a passkey signed in place of it. Null: the form carries no step-up of ours, so begin again. */
export async function proofIn(request: Request, form: FormData, token: string): Promise<Proof | null> {
  const opened = openForm(form);
  const posted = signedIn(form);
  if (!opened || posted === null) return read(request, form);
  const { challenge, context, passkey } = opened.content;
  return proofBySignature({ token, posted, words: passkey?.words ?? null, bound: { challenge, context, browser: browserOf(request).id } }, opened.secret);
}

type Signed = { token: string; posted: string; words: string | null; bound: Bound };

/** What no passkey of theirs has signed is a wrong code: it costs an attempt like any other. `secret`: place in SESSION_SECRETS. */
export async function proofBySignature({ token, posted, words, bound }: Signed, secret: number): Promise<Proof> {
  const { challenge, browser } = bound;
  const wrong = { challenge, browser, mac: codeMac({ ...bound, code: "" }, secret) };
  if (words === null) return wrong;
  const { passkeys } = await authStepUpWay(token);
  const signed = await verifySigned(posted, words, passkeys);
  if (!signed) return wrong;
  const right = { challenge, browser, mac: codeMac({ ...bound, code: words }, secret) };
  const { outcome } = await authPasskeyAnswer(token, right, signed);
  return outcome === "answered" ? right : wrong;
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
