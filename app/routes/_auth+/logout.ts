import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { endedChallengeCookie, endedSessionCookie, endedStaffCookie } from "~/auth/cookies.server";
import { readToken } from "~/auth/session.server";
import { authSignOut } from "~/db/identity.server";
import { answerProblems } from "~/http/answer-problems.server";

/** A link cannot sign anybody out: only a post does. */
export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const token = readToken(request);
  if (token !== null) await answerProblems(() => authSignOut(token));
  const headers = new Headers({ "Set-Cookie": endedSessionCookie() });
  headers.append("Set-Cookie", endedStaffCookie());
  headers.append("Set-Cookie", endedChallengeCookie());
  return redirect("/login?why=goodbye", { headers });
}
