/**
 * Recovery codes are shown once: on the page that follows their making. What that page needs travels in a sealed cookie of ten minutes, not in
 * the answer to the post, because staff change their session with that post and a browser without scripts would be shown the login.
 */
import { redirect } from "@remix-run/node";
import { z } from "zod";

import { authRecoveryCodes, authStepUpWay, type AuthenticatorState } from "~/db/identity-proof.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { openSecret, recoveryCodes, recoveryMacs, type SealedAuthenticator } from "./authenticator.server";
import { codesCookie, endedCodesCookie, readCodesCookie } from "./cookies.server";
import { guardedStep } from "./guarded-step.server";
import { inFours } from "./read-code";

const schema = z.object({ id: z.uuid(), sealed: z.string(), key: z.uuid() });

export function shownCodesCookie({ id, sealed }: SealedAuthenticator, key: string): string {
  return codesCookie(JSON.stringify({ id, sealed, key }));
}

/** The ten codes while their page may still show them, in groups of four; else how many of them are left. */
export function codesState(request: Request, { in_use }: Pick<AuthenticatorState, "in_use">) {
  const kept = readCodesCookie(request);
  const parsed = kept === null || in_use === null ? null : schema.safeParse(JSON.parse(kept));
  // Of another person who used this browser, or of an authenticator that was replaced: not to be shown.
  const shown = parsed?.success && in_use?.id === parsed.data.id ? recoveryCodes(openSecret(parsed.data), parsed.data.key) : [];
  return { left: in_use?.recovery_left ?? null, codes: shown.map(inFours), key: newRequestKey() };
}

export type CodesState = ReturnType<typeof codesState>;

type Act = { request: Request; ip: string; token: string; here: string; home: string };

/** Makes ten new ones, or puts those that are shown away. */
export async function actCodes({ request, ip, token, here, home }: Act) {
  const form = await readBody(request);
  if (form.get("intent") === "kept") return redirect(home, { headers: { "Set-Cookie": endedCodesCookie() } });
  const { authenticator } = await authStepUpWay(token);
  // Nothing to make codes for: the page says how to set one up.
  if (!authenticator) return redirect(here);
  const secret = openSecret(authenticator);
  return guardedStep({
    request, form, ip, token, purpose: "recovery_codes", context: "recovery_codes", done: "made",
    work: (proof, key) => authRecoveryCodes(token, proof, recoveryMacs(secret, recoveryCodes(secret, key)), key),
    then: (key) => redirect(here, { headers: { "Set-Cookie": shownCodesCookie(authenticator, key) } }),
  });
}
