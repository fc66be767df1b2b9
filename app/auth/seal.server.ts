/**
 * AES-256-GCM: what is sealed can neither be read nor changed, nor be used where it was not meant for (`place` is
 * authenticated with it). Text form: `1.` then base64url of nonce, ciphertext and tag.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import { keysFor, type Purpose } from "./keys.server";

const nonceBytes = 12;
const tagBytes = 16;

export function seal(purpose: Purpose, place: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keysFor(purpose)[0], nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `1.${sealed.toString("base64url")}`;
}

/** `secret` is the place of the secret in SESSION_SECRETS that it was sealed with. Null: not ours, changed, or for elsewhere. */
export function unseal(purpose: Purpose, place: string, sealed: string): { text: string; secret: number } | null {
  if (!/^1\.[A-Za-z0-9_-]{38,8000}$/.test(sealed)) return null;
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  for (const [secret, key] of keysFor(purpose).entries()) {
    try {
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      return { text: Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8"), secret };
    } catch {
      // Another secret, or nothing of ours: the next key decides.
    }
  }
  return null;
}
