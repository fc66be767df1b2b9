/** A change of address: a step-up that names the new one, a code to its mailbox, and words for the old one that undo it. */
import { randomUUID } from "node:crypto";

import { data, redirect } from "@remix-run/node";
import { z } from "zod";

import { memberEmailBegin, memberEmailCheck, memberEmailConfirm } from "~/db/identity-proof.server";
import { readBody } from "~/forms/body.server";
import { readForm, refuse } from "~/forms/submission.server";
import { codeMac, newCode, sealCode } from "./code.server";
import { notBegun, wrongCode } from "./guarded-step.server";
import { normalEmail } from "./login.server";
import { mailedWords } from "./mailed-words.server";
import * as stepUp from "./step-up.server";

const schema = () =>
  z.object({
    intent: z.enum(["check", "prove", "confirm", "change"]),
    email: z.string().transform(normalEmail).pipe(z.email().max(254)),
  });

type Act = { request: Request; ip: string; token: string; home: string };

export async function actEmailChange({ request, ip, token, home }: Act) {
  const form = await readBody(request);
  const submission = await readForm(form, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, email: typed } = submission.value;
  if (intent === "change") return data({ result: submission.reply() });
  const wrong = (step: "prove" | "confirm", email: string, answer: Parameters<typeof wrongCode>[2]) => {
    const { data: shown, init } = wrongCode(submission, form, answer);
    return data({ ...shown, step, email }, init ?? undefined);
  };
  try {
    const { email, context } = await memberEmailCheck(token, typed);
    if (intent === "check") {
      const { view, headers } = await stepUp.begin({ request, ip, token, purpose: "email_change", context });
      return data({ step: "prove" as const, email, code: view, result: undefined }, { headers });
    }
    const proof = await stepUp.proofIn(request, form, token);
    if (!proof) return wrong(intent, email, null);
    if (intent === "prove") {
      const challenge = randomUUID();
      const code = newCode();
      const bound = `email_confirm|${email}`;
      const answer = await memberEmailBegin(token, email, proof, { challenge, mac: codeMac({ challenge, code, browser: proof.browser, context: bound }), sealedCode: sealCode(code) });
      if (answer.outcome !== "begun") return wrong("prove", email, answer);
      const view = stepUp.viewFor({ challenge: answer.challenge, context: bound, sentTo: answer.sent_to, expiresAt: answer.expires_at, authenticator: null });
      return data({ step: "confirm" as const, email, code: view, result: undefined });
    }
    const answer = await memberEmailConfirm(token, email, proof, mailedWords());
    return answer.outcome === "changed" ? redirect(`${home}?said=email`) : wrong("confirm", email, answer);
  } catch (error) {
    return notBegun(submission, form, error);
  }
}
