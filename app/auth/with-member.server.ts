import { Problem } from "~/db/db-error.server";
import { authAuthenticator } from "~/db/identity-proof.server";
import { withSession } from "./guard.server";
import { requireMember } from "./session.server";

/** Every loader and action of a member page: no token leads to the login, a refusal becomes an answer with its status. */
export function withMember<T>(request: Request, work: (token: string) => Promise<T>): Promise<T> {
  return withSession(request, async () => work(await requireMember(request)));
}

/** Actions whose desk functions serve staff too, on pages of their own that ask for the second step: here only members send. */
export function withMemberSending<T>(request: Request, work: (token: string) => T | Promise<T>): Promise<T> {
  return withMember(request, async (token) => {
    const { audience } = await authAuthenticator(token);
    if (audience !== "member") throw new Problem("not_permitted");
    return work(token);
  });
}
