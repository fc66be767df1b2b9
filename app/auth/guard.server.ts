/** Turns what the database refused into what a browser understands. Every loader and action of a signed-in page runs inside. */
import { redirect } from "@remix-run/node";

import { isProblem, type Problem } from "~/db/db-error.server";
import { endedSessionCookie, viewEndedCookies, waitingStaffToken } from "./cookies.server";
import { loginPath, returnPath } from "./session.server";

/**
 * Runs `work`. A problem that no form has taken becomes a redirect to the login (`signed_out`) or to the second code of staff
 * (`step_up_required`), else a response with its status, for the error boundary. Other errors go on as they are.
 */
export async function withSession<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw problemResponse(request, error);
  }
}

export function problemResponse(request: Request, problem: Problem): Response {
  const waiting = waitingStaffToken(request.headers.get("cookie"));
  // A look at a member's pages has ended by itself: whoever looked is staff again.
  if (problem.code === "signed_out" && waiting !== null) return redirect("/admin/members?said=viewOver", { headers: viewEndedCookies(waiting).map((cookie): [string, string] => ["Set-Cookie", cookie]) });
  if (problem.code === "signed_out") return redirect(loginPath(request, "signed_out"), { headers: { "Set-Cookie": endedSessionCookie() } });
  if (problem.code === "step_up_required") return redirect(`/login/staff?${new URLSearchParams({ next: returnPath(request) }).toString()}`);
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  if (problem.retryAfter !== undefined) headers.set("Retry-After", String(problem.retryAfter));
  return new Response(JSON.stringify({ code: problem.code, params: problem.params }), { status: problem.status, headers });
}
