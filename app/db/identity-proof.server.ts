/** Authenticators, recovery codes, a member's address: what else than a mailed code proves who somebody is. Passkeys: identity-passkey.server.ts. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Proof } from "./funding-out.server";
import { passkey } from "./passkey-shape.server";
import { orRefused, unlessRefused } from "./refused.server";
import { codeOutcomes, count, empty, id, instant, maybe } from "./shapes.server";

const audience = z.enum(["member", "staff"]);
const sealedAuthenticator = z.object({ id, sealed: z.string() });

const authenticatorSchema = z.object({
  audience,
  assurance: z.union([z.literal(1), z.literal(2)]),
  email: z.string(),
  company: z.string(),
  /** staff who may not do without one */
  required: z.boolean(),
  in_use: maybe(z.object({ id, since: instant, recovery_left: count })),
  /** waits for its first code in this session */
  begun: maybe(sealedAuthenticator.extend({ challenge: id, expires_at: instant })),
  withdrawals_from: maybe(instant),
});
export type AuthenticatorState = z.output<typeof authenticatorSchema>;

export function authAuthenticator(token: string): Promise<AuthenticatorState> {
  return read(authenticatorSchema, sql`select desk.auth_authenticator(p_token => ${token}::text) as answer`);
}

const waySchema = z.object({
  way: z.enum(["mail", "authenticator"]),
  /** the step of 30 seconds that is now by the database's clock */
  step: z.string().regex(/^\d+$/),
  must_set_up: z.boolean(),
  authenticator: maybe(sealedAuthenticator),
  /** each may answer in place of the code */
  passkeys: z.array(passkey),
});
export type StepUpWay = z.output<typeof waySchema>;

/** Which code this person is asked for. */
export function authStepUpWay(token: string): Promise<StepUpWay> {
  return read(waySchema, sql`select desk.auth_step_up_way(p_token => ${token}::text) as answer`);
}

export type AuthenticatorPurpose = "staff_login" | "withdrawal" | "destination" | "authenticator" | "authenticator_removal" | "recovery_codes" | "email_change" | "passkey" | "passkey_removal" | "reopening";

type Window = { authenticator: string; witness: string; firstStep: string; macs: string };
type StepUp = Window & { challenge: string; purpose: AuthenticatorPurpose; context: string; browser: string };

const openedSchema = z.object({ challenge: id, expires_at: instant });

/** Opens a challenge that the authenticator in use answers. Throws `rate_limited`. */
export async function authStepUpAuthenticator(token: string, step: StepUp): Promise<z.output<typeof openedSchema>> {
  return unlessRefused(
    await ask(
      orRefused(openedSchema),
      sql`select desk.auth_step_up_authenticator(p_token => ${token}::text, p_challenge => ${step.challenge}::uuid, p_purpose => ${step.purpose}::text,
        p_context => ${step.context}::text, p_authenticator => ${step.authenticator}::uuid, p_witness => ${step.witness}::text,
        p_first_step => ${step.firstStep}::bigint, p_macs => ${step.macs}::text, p_browser => ${step.browser}::text) as answer`,
    ),
  );
}

const begunSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("begun"), challenge: id })]);

type Begin = Window & { sealed: string; witnessHash: string; nextChallenge: string };

/** Begins a new authenticator for a step-up that was right; its first code answers `nextChallenge`. */
export function authAuthenticatorBegin(token: string, proof: Proof, begin: Begin): Promise<z.output<typeof begunSchema>> {
  return ask(
    begunSchema,
    sql`select desk.auth_authenticator_begin(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text, p_authenticator => ${begin.authenticator}::uuid, p_sealed => ${begin.sealed}::text,
      p_witness => ${begin.witness}::text, p_witness_hash => ${begin.witnessHash}::text, p_first_step => ${begin.firstStep}::bigint,
      p_macs => ${begin.macs}::text, p_next_challenge => ${begin.nextChallenge}::uuid) as answer`,
  );
}

const confirmedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("confirmed"), signed_in: z.boolean() })]);

type Confirm = { newToken: string; authenticator: string; recovery: string; key: string };

/** Takes it into use. Staff who were signing in go on under `newToken`. */
export function authAuthenticatorConfirm(token: string, proof: Proof, confirm: Confirm): Promise<z.output<typeof confirmedSchema>> {
  return ask(
    confirmedSchema,
    sql`select desk.auth_authenticator_confirm(p_token => ${token}::text, p_new_token => ${confirm.newToken}::text, p_authenticator => ${confirm.authenticator}::uuid,
      p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text, p_recovery => ${confirm.recovery}::text,
      p_key => ${confirm.key}::uuid) as answer`,
  );
}

const removedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("removed") })]);

export function authAuthenticatorRemove(token: string, proof: Proof): Promise<z.output<typeof removedSchema>> {
  return ask(
    removedSchema,
    sql`select desk.auth_authenticator_remove(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text) as answer`,
  );
}

const madeSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("made") })]);

/** Ten new recovery codes (`recovery`: their MACs) in place of the old ones. */
export function authRecoveryCodes(token: string, proof: Proof, recovery: string, key: string): Promise<z.output<typeof madeSchema>> {
  return ask(
    madeSchema,
    sql`select desk.auth_recovery_codes(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text, p_recovery => ${recovery}::text, p_key => ${key}::uuid) as answer`,
  );
}

const emailCheckSchema = z.object({ email: z.string(), context: z.string() });

/** The address as it will stand, and what the step-up is bound to. */
export function memberEmailCheck(token: string, email: string): Promise<z.output<typeof emailCheckSchema>> {
  return read(emailCheckSchema, sql`select desk.member_email_check(p_token => ${token}::text, p_email => ${email}::text) as answer`);
}

const emailBegunSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("begun"), challenge: id, sent_to: z.string(), expires_at: instant })]);

/** Mails a code to the new address. `proof` is of the step-up. Throws `rate_limited`. */
export async function memberEmailBegin(token: string, email: string, proof: Proof, next: { challenge: string; mac: string; sealedCode: string }): Promise<z.output<typeof emailBegunSchema>> {
  return unlessRefused(
    await ask(
      orRefused(emailBegunSchema),
      sql`select desk.member_email_begin(p_token => ${token}::text, p_email => ${email}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
        p_browser => ${proof.browser}::text, p_new_challenge => ${next.challenge}::uuid, p_new_mac => ${next.mac}::text,
        p_sealed_code => ${next.sealedCode}::text) as answer`,
    ),
  );
}

const emailChangedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("changed") })]);

/** Changes the address. The words that undo it go to the old one, sealed; the database keeps their hash. */
export function memberEmailConfirm(token: string, email: string, proof: Proof, undo: { hash: string; sealed: string }): Promise<z.output<typeof emailChangedSchema>> {
  return ask(
    emailChangedSchema,
    sql`select desk.member_email_confirm(p_token => ${token}::text, p_email => ${email}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text, p_undo_hash => ${undo.hash}::text, p_sealed_undo => ${undo.sealed}::text) as answer`,
  );
}

const undoLookSchema = z.union([
  z.object({ state: z.literal("open"), old_email: z.string(), new_email: z.string(), undo_until: instant }),
  /** staff were asked for it and nobody has approved it yet */
  z.object({ state: z.literal("asked"), old_email: z.string(), new_email: z.string() }),
  empty.extend({ state: z.enum(["used", "stopped", "expired", "unknown"]) }),
]);
export type EmailUndo = z.output<typeof undoLookSchema>;

export function authEmailUndoLook(undo: string): Promise<EmailUndo> {
  return read(undoLookSchema, sql`select desk.auth_email_undo_look(p_undo => ${undo}::text) as answer`);
}

const undoneSchema = z.object({ outcome: z.enum(["undone", "stopped", "used", "expired", "unknown"]) });

/** Gives the old address back and ends every session. */
export function authEmailUndo(undo: string): Promise<z.output<typeof undoneSchema>> {
  return ask(undoneSchema, sql`select desk.auth_email_undo(p_undo => ${undo}::text) as answer`);
}
