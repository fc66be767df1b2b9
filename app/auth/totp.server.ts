/** Time-based one-time codes as authenticator apps make them: RFC 6238 with SHA-1, six digits, steps of 30 seconds. */
import { createHmac, randomBytes } from "node:crypto";

import { codeDigits } from "./code.server";

/** RFC 4226 asks for at least 128 bits and recommends 160. */
const secretBytes = 20;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function newSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** RFC 4648 without padding, which is how apps take a secret by hand. */
export function base32(bytes: Buffer): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}

/** The code of a step. */
export function codeAt(secret: Buffer, step: bigint): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** codeDigits).padStart(codeDigits, "0");
}

/** What the QR code says to the app. */
export function authenticatorAddress({ secret, company, email }: { secret: Buffer; company: string; email: string }): string {
  const query = new URLSearchParams({ secret: base32(secret), issuer: company, algorithm: "SHA1", digits: String(codeDigits), period: "30" });
  // Apps read the label as a path: spaces as %20, never as a plus.
  return `otpauth://totp/${encodeURIComponent(company)}:${encodeURIComponent(email)}?${query.toString().replaceAll("+", "%20")}`;
}
