/**
 * Secrets of people that lie in the database: AES-256-GCM under PII_KEYS, bound to the row they belong to, so that a stolen table says nothing
 * and a cell moved to another row does not open. Text form: the id of the key, a dot, base64url of nonce, ciphertext and tag. The id lets a key
 * be added in front of the old ones without trying all of them.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

import { required } from "~/http/env.server";

const nonceBytes = 12;
const tagBytes = 16;

type Key = { id: string; key: Buffer };

const derived = new Map<string, Key>();

function derive(secret: string): Key {
  let made = derived.get(secret);
  if (!made) {
    const part = (purpose: string, bytes: number) => Buffer.from(hkdfSync("sha256", secret, "coffer/1", purpose, bytes));
    made = { id: part("row seal id", 4).toString("hex"), key: part("row seal", 32) };
    derived.set(secret, made);
  }
  return made;
}

/** `row`: kind and id of the row, such as `authenticator|<uuid>`. */
export function sealForRow(row: string, text: string): string {
  const [first] = required("PII_KEYS");
  if (first === undefined) throw new Error("PII_KEYS holds no key");
  const { id, key } = derive(first);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(row));
  return `${id}.${Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url")}`;
}

/** Throws when the key is not among PII_KEYS any more, or when the seal is of another row or was changed: nothing can go on without it. */
export function openFromRow(row: string, sealed: string): string {
  const [id = "", content = ""] = sealed.split(".");
  const found = required("PII_KEYS").map(derive).find((one) => one.id === id);
  if (!found) throw new Error(`no key ${id} in PII_KEYS`);
  const bytes = Buffer.from(content, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", found.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(row))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
}
