/** Helping a member back in who has lost the mailbox or the authenticator: asked by staff, approved by two, proven by the new mailbox. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { empty, id } from "./shapes.server";

/** Words that go out in a mail: the database keeps their hash, the mail their seal. */
type Words = { hash: string; sealed: string };
export type Recovery = { member: string; email: string; dropAuthenticator: boolean; note: string; proof: Words; undo: Words; key: string };

/** Opens the request. Throws `member_unverified`, `already_open`, `email_taken`, `invalid_input`, `not_found`. */
export function staffRecoveryBegin(token: string, { member, email, dropAuthenticator, note, proof, undo, key }: Recovery): Promise<{ request: string; reference: string }> {
  return ask(
    z.object({ request: id, reference: z.string() }),
    sql`select desk.staff_recovery_begin(p_token => ${token}::text, p_member => ${member}::uuid, p_email => ${email}::text, p_drop_authenticator => ${dropAuthenticator}::boolean,
      p_note => ${note}::text, p_words_hash => ${proof.hash}::text, p_sealed_words => ${proof.sealed}::text, p_undo_hash => ${undo.hash}::text,
      p_sealed_undo => ${undo.sealed}::text, p_key => ${key}::uuid) as answer`,
  );
}

const lookSchema = z.union([z.object({ state: z.literal("open"), email: z.string(), reference: z.string() }), empty.extend({ state: z.enum(["proven", "ended", "unknown"]) })]);

/** What the words of the mail to the new mailbox would prove; changes nothing. */
export function authRecoveryLook(words: string): Promise<z.output<typeof lookSchema>> {
  return read(lookSchema, sql`select desk.auth_recovery_look(p_words => ${words}::text) as answer`);
}

export function authRecoveryProve(words: string): Promise<{ outcome: "proven" | "ended" | "unknown" }> {
  return ask(z.object({ outcome: z.enum(["proven", "ended", "unknown"]) }), sql`select desk.auth_recovery_prove(p_words => ${words}::text) as answer`);
}
