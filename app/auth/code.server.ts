/** Mailed codes. The clear code exists in this process, in the mail, and in the person's head; the database sees neither. */
import { createHmac, randomInt } from "node:crypto";

import { keysFor } from "./keys.server";
import { seal, unseal } from "./seal.server";

export const codeDigits = 6;

/** What a code is bound to. For a login `context` is empty. */
export type CodeBinding = { challenge: string; code: string; browser: string; context: string };

/**
 * Keyed MAC (hex) of a code and what it is for. Without the key a stolen table of challenges cannot be searched, although there
 * are only a million codes. `secret`: place in SESSION_SECRETS of the secret the challenge was begun with, so that a code
 * in the mail survives a change of secrets.
 */
export function codeMac({ challenge, code, browser, context }: CodeBinding, secret = 0): string {
  const [first, ...former] = keysFor("challenge code mac");
  const key = secret === 0 ? first : (former[secret - 1] ?? first);
  // JSON keeps the four apart: no two different bindings write the same text.
  return createHmac("sha256", key).update(JSON.stringify([challenge.toLowerCase(), code, browser, context])).digest("hex");
}

const mailRow = "mail row";

/** For the mail's row in the outbox; the worker opens it when it writes the mail. */
export function sealCode(code: string): string {
  return seal("mailed code seal", mailRow, code);
}

/** The clear code of a mail. Throws when it was not sealed by this installation. */
export function openSealedCode(sealed: string): string {
  const opened = unseal("mailed code seal", mailRow, sealed);
  if (!opened) throw new Error("the mail's code cannot be opened with SESSION_SECRETS");
  return opened.text;
}

/** Every code equally likely. */
export function newCode(): string {
  return String(randomInt(10 ** codeDigits)).padStart(codeDigits, "0");
}
