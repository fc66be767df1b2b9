import { Problem } from "~/db/db-error.server";
import { authAuthenticator, type AuthenticatorState } from "~/db/identity-proof.server";
import { withSession } from "./guard.server";
import { requireStaff } from "./session.server";

/**
 * Loaders and actions of the staff side whose desk functions also serve people who are still signing in: they ask here for the second step,
 * which every `staff_…` function asks for by itself.
 */
export async function withSignedInStaff<T>(request: Request, work: (token: string, state: AuthenticatorState) => T | Promise<T>): Promise<T> {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const state = await authAuthenticator(token);
    if (state.audience !== "staff") throw new Problem("not_permitted");
    if (state.assurance !== 2) throw new Problem("step_up_required");
    return work(token, state);
  });
}
