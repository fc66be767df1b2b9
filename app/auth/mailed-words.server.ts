/** Words that a mail carries and that do something without a session: the database keeps their hash, the mail's row their seal. */
import { createHash } from "node:crypto";

import { sealCode } from "./code.server";
import { newToken } from "./cookies.server";

/** `hash`: SHA-256 in hex. `sealed`: opened by the worker when it writes the mail. */
export type MailedWords = { hash: string; sealed: string };

export function newMailedWords(): MailedWords {
  const words = newToken();
  return { hash: createHash("sha256").update(words).digest("hex"), sealed: sealCode(words) };
}
