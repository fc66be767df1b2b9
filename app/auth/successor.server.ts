import { createHmac } from "node:crypto";

import { keysFor } from "./keys.server";

/**
 * The member's token that follows a sign-up token. Derived, not drawn: when a form is sent twice, the browser may keep only the second
 * answer, and that one must be able to name the session which the first has opened. Whoever has the sign-up token could sign
 * up with it anyway.
 */
export function successorToken(signUpToken: string): string {
  const [key] = keysFor("successor token");
  return createHmac("sha256", key).update(signUpToken).digest("base64url");
}
