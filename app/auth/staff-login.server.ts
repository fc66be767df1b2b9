/** The second step of a staff login: the code of their authenticator, or a second mailed one where the operator lets them do without; or a passkey. */
import { authStaffVerify } from "~/db/identity.server";
import { pendingChallengeCookie, readPendingChallenge } from "./challenge.server";
import { browserOf, newToken } from "./cookies.server";
import { begin, macOf, proofBySignature } from "./step-up.server";

/** What the second code is bound to, beside session and browser. */
const staffContext = "staff_login";

type StaffBegin = { request: Request; ip: string; token: string; next: string | null };

/** Opens the second step, mailing a code if it needs one. Answers the Set-Cookie lines of the pending challenge. Throws `authenticator_required` where one has to be set up first. */
export async function beginStaffLogin({ request, ip, token, next }: StaffBegin): Promise<Headers> {
  const { view, headers, challenge, resendAt, authenticator, words } = await begin({ request, ip, token, purpose: "staff_login", context: staffContext });
  headers.append("Set-Cookie", pendingChallengeCookie({ purpose: "staff_login", challenge, sentTo: view.sentTo, resendAt, referral: null, next, authenticator, words }));
  return headers;
}

export type CheckedStaffCode = { outcome: "lost" } | { outcome: "signed_in"; token: string; next: string | null } | Exclude<Awaited<ReturnType<typeof authStaffVerify>>, { outcome: "signed_in" }>;

type Attempt = {
  request: Request;
  token: string;
  /** the code as it was typed */
  typed: string;
  /** what a passkey signed in place of it; null for a code */
  signed: string | null;
};

/** Checks the second code or signature; a right one ends the first session and opens one with assurance 2. */
export async function checkStaffCode({ request, token, typed, signed }: Attempt): Promise<CheckedStaffCode> {
  const waiting = readPendingChallenge(request, "staff_login");
  if (!waiting) return { outcome: "lost" };
  const { challenge, next, authenticator, words } = waiting.pending;
  const browser = browserOf(request).id;
  const fresh = newToken();
  const bound = { challenge, browser, context: staffContext };
  const mac = signed === null ? macOf({ ...bound, authenticator, typed }, waiting.secret) : (await proofBySignature({ token, posted: signed, words, bound }, waiting.secret)).mac;
  const answer = await authStaffVerify(token, { newToken: fresh, challenge, mac, browser });
  return answer.outcome === "signed_in" ? { outcome: "signed_in", token: fresh, next } : answer;
}
