/** Keys for one purpose each, derived from SESSION_SECRETS: knowing one of them says nothing about another. */
import { hkdfSync } from "node:crypto";

import { required } from "~/http/env.server";

export type Purpose = "challenge code mac" | "mailed code seal" | "cookie seal" | "form seal" | "successor token";

const derived = new Map<string, Buffer>();

function derive(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose}\n${secret}`;
  let key = derived.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "coffer/1", purpose, 32));
    derived.set(name, key);
  }
  return key;
}

/** 256-bit keys, the signing one first. The others are former secrets: what they made stays valid until it expires. */
export function keysFor(purpose: Purpose): [Buffer, ...Buffer[]] {
  const [first, ...former] = required("SESSION_SECRETS");
  if (first === undefined) throw new Error("SESSION_SECRETS holds no secret");
  return [derive(first, purpose), ...former.map((secret) => derive(secret, purpose))];
}
