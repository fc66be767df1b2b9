/** Passkeys: keys of phones, laptops and security keys that answer a step-up in place of its code. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Proof } from "./funding-out.server";
import { passkey } from "./passkey-shape.server";
import { orRefused, unlessRefused } from "./refused.server";
import { codeOutcomes, count, id, instant, maybe } from "./shapes.server";

export type { Passkey } from "./passkey-shape.server";

export const passkeysSchema = z.object({
  audience: z.enum(["member", "staff"]),
  assurance: z.union([z.literal(1), z.literal(2)]),
  email: z.string(),
  company: z.string(),
  /** how many a person may have */
  most: count,
  /** what a passkey calls the person */
  subject: id,
  passkeys: z.array(passkey),
});
export type Passkeys = z.output<typeof passkeysSchema>;

export function authPasskeys(token: string): Promise<Passkeys> {
  return read(passkeysSchema, sql`select desk.auth_passkeys(p_token => ${token}::text) as answer`);
}

const begunSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("begun"), challenge: id, expires_at: instant })]);

/** Begins a new passkey for a step-up that was right; at its making it signs the words that `next` is the MAC of. */
export function authPasskeyBegin(token: string, proof: Proof, next: { challenge: string; mac: string }): Promise<z.output<typeof begunSchema>> {
  return ask(
    begunSchema,
    sql`select desk.auth_passkey_begin(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text, p_next_challenge => ${next.challenge}::uuid, p_next_mac => ${next.mac}::text) as answer`,
  );
}

const confirmedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("confirmed"), passkey: id })]);

/** Credential and key in hex, as they were verified. */
type Registered = { credential: string; publicKey: string; counter: number; transports: string[]; name: string };

/** Takes a new passkey into use. Throws `passkey_known`, `too_many_passkeys`. */
export function authPasskeyConfirm(token: string, proof: Proof, registered: Registered, key: string): Promise<z.output<typeof confirmedSchema>> {
  return ask(
    confirmedSchema,
    sql`select desk.auth_passkey_confirm(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text,
      p_browser => ${proof.browser}::text, p_credential => ${registered.credential}::text, p_public_key => ${registered.publicKey}::text,
      p_counter => ${registered.counter}::bigint, p_transports => ${registered.transports}::jsonb, p_name => ${registered.name}::text,
      p_key => ${key}::uuid) as answer`,
  );
}

const removedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("removed") })]);

export function authPasskeyRemove(token: string, passkeyId: string, proof: Proof): Promise<z.output<typeof removedSchema>> {
  return ask(
    removedSchema,
    sql`select desk.auth_passkey_remove(p_token => ${token}::text, p_passkey => ${passkeyId}::uuid, p_challenge => ${proof.challenge}::uuid,
      p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text) as answer`,
  );
}

const offeredSchema = z.object({ offered: z.boolean() });

/** Lets a passkey answer the step-up that has just been opened; `mac` is of the words it is asked to sign. */
export function authStepUpPasskey(token: string, { challenge, mac, browser }: Proof): Promise<z.output<typeof offeredSchema>> {
  return ask(
    offeredSchema,
    sql`select desk.auth_step_up_passkey(p_token => ${token}::text, p_challenge => ${challenge}::uuid, p_mac => ${mac}::text,
      p_browser => ${browser}::text) as answer`,
  );
}

const openedSchema = z.object({ offered: z.boolean(), expires_at: maybe(instant) });

/** Opens a step-up that only a passkey answers, with the MAC of the words it is asked to sign. Throws `rate_limited`. */
export async function authStepUpByPasskey(token: string, step: Proof & { purpose: "withdrawal" | "destination"; context: string }): Promise<z.output<typeof openedSchema>> {
  return unlessRefused(
    await ask(
      orRefused(openedSchema),
      sql`select desk.auth_step_up_by_passkey(p_token => ${token}::text, p_challenge => ${step.challenge}::uuid, p_purpose => ${step.purpose}::text,
        p_context => ${step.context}::text, p_mac => ${step.mac}::text, p_browser => ${step.browser}::text) as answer`,
    ),
  );
}

const answeredSchema = z.object({ outcome: z.enum(["answered", "counter", "refused"]) });

/** Notes a verified signature of those words. Only then does `mac` prove the step-up. */
export function authPasskeyAnswer(token: string, { challenge, mac, browser }: Proof, signed: { passkey: string; counter: number }): Promise<z.output<typeof answeredSchema>> {
  return ask(
    answeredSchema,
    sql`select desk.auth_passkey_answer(p_token => ${token}::text, p_challenge => ${challenge}::uuid, p_mac => ${mac}::text,
      p_browser => ${browser}::text, p_passkey => ${signed.passkey}::uuid, p_counter => ${signed.counter}::bigint) as answer`,
  );
}
