/** The second step of a staff login: the code of their authenticator, or a second mailed one where the operator lets them do without. */
import { authStaffVerify } from "~/db/identity.server";
import { pendingChallengeCookie, readPendingChallenge } from "./challenge.server";
import { browserOf, newToken } from "./cookies.server";
import { begin, macOf } from "./step-up.server";

/** What the second code is bound to, beside session and browser. */
const staffContext = "staff_login";

type StaffBegin = { request: Request; ip: string; token: string; next: string | null };

/** Opens the second step, mailing a code if it needs one. Answers the Set-Cookie lines of the pending challenge. Throws `authenticator_required` where one has to be set up first. */
export async function beginStaffLogin({ request, ip, token, next }: StaffBegin): Promise<Headers> {
  const { view, headers, challenge, resendAt, authenticator } = await begin({ request, ip, token, purpose: "staff_login", context: staffContext });
  headers.append("Set-Cookie", pendingChallengeCookie({ purpose: "staff_login", challenge, sentTo: view.sentTo, resendAt, referral: null, next, authenticator }));
  return headers;
}

export type CheckedStaffCode = { outcome: "lost" } | { outcome: "signed_in"; token: string; next: string | null } | Exclude<Awaited<ReturnType<typeof authStaffVerify>>, { outcome: "signed_in" }>;

/** Checks the second code as it was typed; a right one ends the first session and opens one with assurance 2. */
export async function checkStaffCode({ request, token, typed }: { request: Request; token: string; typed: string }): Promise<CheckedStaffCode> {
  const waiting = readPendingChallenge(request, "staff_login");
  if (!waiting) return { outcome: "lost" };
  const { challenge, next, authenticator } = waiting.pending;
  const browser = browserOf(request).id;
  const fresh = newToken();
  const mac = macOf({ challenge, browser, context: staffContext, authenticator, typed }, waiting.secret);
  const answer = await authStaffVerify(token, { newToken: fresh, challenge, mac, browser });
  return answer.outcome === "signed_in" ? { outcome: "signed_in", token: fresh, next } : answer;
}
