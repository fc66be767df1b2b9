/** Taking the authenticator out of use, for members and for staff who may do without. */
import { redirect } from "@remix-run/node";

import { authAuthenticatorRemove, authStepUpWay } from "~/db/identity-proof.server";
import { readBody } from "~/forms/body.server";
import { guardedStep } from "./guarded-step.server";

type Act = { request: Request; ip: string; token: string; home: string };

export async function actRemoval({ request, ip, token, home }: Act) {
  const form = await readBody(request);
  const { authenticator } = await authStepUpWay(token);
  if (!authenticator) return redirect(home);
  return guardedStep({
    request, form, ip, token, purpose: "authenticator_removal", context: "authenticator_removal", done: "removed",
    work: (proof) => authAuthenticatorRemove(token, proof),
    then: () => redirect(`${home}?said=removed`),
  });
}
