import { withSession } from "./guard.server";
import { requireMember } from "./session.server";

/** Every loader and action of a member page: no token leads to the login, a refusal becomes an answer with its status. */
export function withMember<T>(request: Request, work: (token: string) => Promise<T>): Promise<T> {
  return withSession(request, async () => work(await requireMember(request)));
}
