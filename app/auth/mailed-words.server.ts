/** Words that a mail carries in a link: random, sealed for the mail on its way, and only their hash in the database. */
import { createHash } from "node:crypto";

import { sealCode } from "./code.server";
import { newToken } from "./cookies.server";

export function mailedWords(): { hash: string; sealed: string } {
  const words = newToken();
  return { hash: createHash("sha256").update(words).digest("hex"), sealed: sealCode(words) };
}
