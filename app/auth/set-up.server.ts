/** Setting up an authenticator, for members and staff alike: a step-up, the secret as QR code and text, the first code, recovery codes. */
import { randomUUID } from "node:crypto";

import { redirect } from "@remix-run/node";
import { z } from "zod";

import { qrPath } from "~/components/ui/qr.server";
import { authAuthenticator, authAuthenticatorBegin, authAuthenticatorConfirm, authStepUpWay } from "~/db/identity-proof.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, requestKey } from "~/forms/submission.server";
import { openSecret, recoveryCodes, recoveryMacs, sealSecret, windowOf, witnessHash, witnessOf } from "./authenticator.server";
import { sessionCookie } from "./cookies.server";
import { guardedStep, notBegun, wrongCode } from "./guarded-step.server";
import { inFours } from "./read-code";
import { shownCodesCookie } from "./recovery.server";
import * as stepUp from "./step-up.server";
import { successorToken } from "./successor.server";
import { authenticatorAddress, base32, newSecret } from "./totp.server";

/** What begins an authenticator is bound to nothing more than session and browser: there is nothing else to choose. */
const context = "authenticator";
const confirmContext = (id: string): string => `authenticator_confirm|${id}`;

/** What the page shows: how to begin, or the secret that waits for its first code. Only the session that began it gets it back. */
export async function setUpState(token: string) {
  const { begun, in_use, company, email, withdrawals_from, audience } = await authAuthenticator(token);
  const common = { replaces: in_use !== null, audience, withdrawals_from, key: newRequestKey() };
  if (!begun) return { ...common, scan: null };
  const secret = openSecret(begun);
  const view = stepUp.viewFor({ challenge: begun.challenge, context: confirmContext(begun.id), sentTo: "", expiresAt: begun.expires_at, authenticator: { id: begun.id, sealed: begun.sealed } });
  const text = inFours(base32(secret));
  return { ...common, scan: { qr: qrPath(authenticatorAddress({ secret, company, email })), text, view } };
}

export type SetUpState = Awaited<ReturnType<typeof setUpState>>;

type Act = { request: Request; ip: string; token: string; here: string; codesPage: string };

/** `here`: the page itself; `codesPage`: where the recovery codes are shown. */
export async function actSetUp({ request, ip, token, here, codesPage }: Act) {
  const form = await readBody(request);
  if (form.get("intent") === "first") return confirmFirst({ request, token, form, codesPage });
  return guardedStep({ request, form, ip, token, purpose: "authenticator", context, done: "begun", then: () => redirect(here), work: async (proof) => {
    const { step } = await authStepUpWay(token);
    const secret = newSecret();
    const { id, sealed } = sealSecret(randomUUID(), secret);
    const nextChallenge = randomUUID();
    const window = windowOf({ challenge: nextChallenge, browser: proof.browser, context: confirmContext(id), secret, step });
    return authAuthenticatorBegin(token, proof, { authenticator: id, sealed, witness: witnessOf(secret), witnessHash: witnessHash(secret), nextChallenge, ...window });
  } });
}

const firstSchema = () => z.object({ intent: z.literal("first"), key: requestKey() });

async function confirmFirst({ request, token, form, codesPage }: { request: Request; token: string; form: FormData; codesPage: string }) {
  const submission = await readForm(form, firstSchema());
  if (submission.status !== "success") return refuse(submission);
  const { key } = submission.value;
  const proof = stepUp.read(request, form);
  const authenticator = stepUp.authenticatorOf(form);
  if (!proof || !authenticator) return wrongCode(submission, form, null);
  try {
    const secret = openSecret(authenticator);
    // Derived, so that a form sent twice by staff who are signing in names the same session.
    const newToken = successorToken(token);
    const answer = await authAuthenticatorConfirm(token, proof, { newToken, authenticator: authenticator.id, recovery: recoveryMacs(secret, recoveryCodes(secret, key)), key });
    if (answer.outcome !== "confirmed") return wrongCode(submission, form, answer);
    const headers = new Headers({ "Set-Cookie": shownCodesCookie(authenticator, key) });
    if (answer.signed_in) headers.append("Set-Cookie", sessionCookie(newToken));
    return redirect(codesPage, { headers });
  } catch (error) {
    return notBegun(submission, form, error);
  }
}
