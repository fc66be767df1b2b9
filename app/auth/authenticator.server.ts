/**
 * What the application does for an authenticator, because it alone can open the seal (docs/decisions/018): the MACs of the codes to come,
 * which Postgres compares and dates; the witness that shows that the seal was opened; recovery codes and their MACs. It never says itself
 * whether a code is right.
 */
import { createHash, createHmac, hkdfSync } from "node:crypto";

import { codeMac } from "./code.server";
import { openPii, sealPii, type Place } from "./pii.server";
import { codeAt } from "./totp.server";

/** A sealed secret and the row it belongs to. */
export type SealedAuthenticator = { id: string; sealed: string };

const placeOf = (id: string): Place => ({ table: "identity.authenticators", column: "sealed", row: id });

export function sealSecret(id: string, secret: Buffer): SealedAuthenticator {
  return { id, sealed: sealPii(placeOf(id), secret.toString("base64url")) };
}

export function openSecret({ id, sealed }: SealedAuthenticator): Buffer {
  return Buffer.from(openPii(placeOf(id), sealed), "base64url");
}

const keyFrom = (secret: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "coffer/1", purpose, 32));

/** Hex. The database keeps its hash only, and asks for it whenever a challenge is opened. */
export function witnessOf(secret: Buffer): string {
  return keyFrom(secret, "witness").toString("hex");
}

export function witnessHash(secret: Buffer): string {
  return createHash("sha256").update(Buffer.from(witnessOf(secret), "hex")).digest("hex");
}

/** As many steps as a challenge of ten minutes can meet, one before it and clocks that differ a little. The database asks for this number. */
const windowSteps = 25;

type Window = { challenge: string; browser: string; context: string; secret: Buffer; step: string };

/** The first step and the MACs (hex, one after the other) of the codes from then on, each bound like a mailed code. `step`: the database's present one. */
export function windowOf({ challenge, browser, context, secret, step }: Window): { firstStep: string; macs: string } {
  const first = BigInt(step) - 1n;
  const macs = Array.from({ length: windowSteps }, (_, n) => codeMac({ challenge, browser, context, code: codeAt(secret, first + BigInt(n)) }));
  return { firstStep: String(first), macs: macs.join("") };
}

const recoveryCount = 10;

/**
 * Ten codes of twelve digits (40 bits; digits, because the field for them has a digit keyboard). They follow from the secret and the request
 * key, so that a form sent twice shows the same ten.
 */
export function recoveryCodes(secret: Buffer, key: string): string[] {
  return Array.from({ length: recoveryCount }, (_, n) => {
    const bytes = createHmac("sha256", keyFrom(secret, "recovery codes")).update(`${key.toLowerCase()}|${n}`).digest();
    return String(bytes.readBigUInt64BE() % 10n ** 12n).padStart(12, "0");
  });
}

/** Keyed with the secret, which lies sealed: a stolen table of MACs cannot be searched. */
export function recoveryMac(secret: Buffer, code: string): string {
  return createHmac("sha256", keyFrom(secret, "recovery code mac")).update(code).digest("hex");
}

export function recoveryMacs(secret: Buffer, codes: readonly string[]): string {
  return codes.map((code) => recoveryMac(secret, code)).join("");
}

/** What the database compares for a typed code: six digits are the app's, twelve a recovery code. Anything else is a wrong code. */
export function proofOf(typed: { code: string | null; recovery: string | null }, { challenge, browser, context, authenticator }: { challenge: string; browser: string; context: string; authenticator: SealedAuthenticator }, place: number): string {
  if (typed.recovery !== null) return recoveryMac(openSecret(authenticator), typed.recovery);
  return codeMac({ challenge, code: typed.code ?? "", browser, context }, place);
}
