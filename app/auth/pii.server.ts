/**
 * Personal numbers and documents, sealed with PII_KEYS (AES-256-GCM). What is sealed for one row of one column opens nowhere else: the
 * place is authenticated with it, so a cell copied to another row is noise. The database and the file store see only this.
 *
 * Text form: `p1.` key id `.` base64url of nonce, ciphertext and tag; bytes carry the same behind a line of their own.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import { required } from "~/http/env.server";

/** Where something sealed stands. */
export type Place = { table: string; column: string; row: string };

const nonceBytes = 12;
const tagBytes = 16;
const version = "p1";

type Key = { id: string; key: Buffer };

/** A key of its own for each column: knowing one says nothing about another. */
const derive = ({ key }: Key, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", key, "coffer/pii/1", purpose, 32));
const columnOf = ({ table, column }: Place) => `${table}.${column}`;
const additional = (place: Place, keyId: string) => Buffer.from(JSON.stringify([version, keyId, place.table, place.column, place.row.toLowerCase()]));

function firstKey(): Key {
  const [first] = required("PII_KEYS");
  if (!first) throw new Error("PII_KEYS holds no key");
  return first;
}

function encrypt(place: Place, clear: Uint8Array): { id: string; sealed: Buffer } {
  const key = firstKey();
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", derive(key, columnOf(place)), nonce).setAAD(additional(place, key.id));
  return { id: key.id, sealed: Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]) };
}

/** Throws when it was changed, stood elsewhere, or its key is not among PII_KEYS. */
function decrypt(place: Place, id: string, sealed: Buffer): Buffer {
  const key = required("PII_KEYS").find((one) => one.id === id);
  if (!key) throw new Error(`PII_KEYS lacks the key ${id}`);
  const decipher = createDecipheriv("aes-256-gcm", derive(key, columnOf(place)), sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(additional(place, id))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

export function sealPii(place: Place, text: string): string {
  const { id, sealed } = encrypt(place, Buffer.from(text, "utf8"));
  return `${version}.${id}.${sealed.toString("base64url")}`;
}

export function openPii(place: Place, text: string): string {
  const [, id, sealed] = /^p1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]{38,})$/.exec(text) ?? [];
  if (id === undefined || sealed === undefined) throw new Error("this was not sealed here");
  return decrypt(place, id, Buffer.from(sealed, "base64url")).toString("utf8");
}

export function sealBytes(place: Place, bytes: Uint8Array): Uint8Array {
  const { id, sealed } = encrypt(place, bytes);
  return Buffer.concat([Buffer.from(`${version}.${id}\n`), sealed]);
}

export function openBytes(place: Place, bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = whole.subarray(0, 24).indexOf("\n");
  const [, id] = /^p1\.([a-z0-9]{1,16})$/.exec(whole.subarray(0, Math.max(end, 0)).toString("latin1")) ?? [];
  if (id === undefined) throw new Error("this was not sealed here");
  return decrypt(place, id, whole.subarray(end + 1));
}

/**
 * Keyed MAC (hex) by which the database sees that two numbers are the same one without seeing either. Made with the last of PII_KEYS,
 * which therefore stays when a new first one comes: otherwise a number that is known already would pass as new.
 */
export function blindIndex(kind: string, value: string): string {
  const last = required("PII_KEYS").at(-1);
  if (!last) throw new Error("PII_KEYS holds no key");
  return createHmac("sha256", derive(last, "blind index")).update(JSON.stringify([kind, value])).digest("hex");
}
