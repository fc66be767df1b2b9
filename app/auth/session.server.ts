/** Who is asking, as far as the web needs to know: whether there is a token. Everything else the database finds out. */
import { redirect } from "@remix-run/node";

import { localPath } from "~/http/local-path";
import { isSignInPath } from "./home-path";
import { sessionToken } from "./cookies.server";

export { sessionToken } from "./cookies.server";

/** The raw session token of a request, or null. */
export function readToken(request: Request): string | null {
  return sessionToken(request.headers.get("cookie"));
}

/** The page to come back to after signing in. `.data` addresses are what Remix fetches for the page of the same name. */
export function returnPath(request: Request): string {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\/?_root\.data$|\.data$/, "") || "/";
  url.searchParams.delete("_routes");
  const query = url.searchParams.toString();
  return localPath(query ? `${path}?${query}` : path);
}

export function loginPath(request: Request, why?: "signed_out"): string {
  const query = new URLSearchParams();
  const next = returnPath(request);
  if (!isSignInPath(next)) query.set("next", next);
  if (why) query.set("why", why);
  return query.size === 0 ? "/login" : `/login?${query.toString()}`;
}

function requireToken(request: Request): string {
  const token = readToken(request);
  if (token === null) throw redirect(loginPath(request));
  return token;
}

/** The session token for a member page; goes to the login page when there is none. */
export async function requireMember(request: Request): Promise<string> {
  return requireToken(request);
}

/** The session token for a staff page; goes to the login page when there is none. The role is checked by each desk function. */
export async function requireStaff(request: Request): Promise<string> {
  return requireToken(request);
}
