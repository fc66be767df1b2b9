import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { viewEndedCookies, waitingStaffToken } from "~/auth/cookies.server";
import { withSession } from "~/auth/guard.server";
import { requireMember } from "~/auth/session.server";
import { saidPath } from "~/components/admin/said";
import { authViewEnd } from "~/db/office.server";

/** A link ends nothing: only a post does. */
export function loader() {
  return redirect("/");
}

/** Ends a look at a member's pages; whoever looked is staff again, on the page of that member. */
export async function action({ request }: ActionFunctionArgs) {
  const token = await requireMember(request);
  const staff = waitingStaffToken(request.headers.get("cookie"));
  return withSession(request, async () => {
    const { member } = await authViewEnd(token);
    const headers = new Headers();
    if (staff !== null) for (const cookie of viewEndedCookies(staff)) headers.append("Set-Cookie", cookie);
    return redirect(saidPath(`/admin/members/${member}`, "viewEnded"), { headers });
  });
}
