/** Adding and removing a passkey, for members and staff alike: a step-up, and for a new one the browser's own making of it. */
import { randomUUID } from "node:crypto";

import { data, redirect } from "@remix-run/node";
import { z } from "zod";

import { Problem } from "~/db/db-error.server";
import { authPasskeyBegin, authPasskeyConfirm, authPasskeyRemove, authPasskeys, type Passkey } from "~/db/identity-passkey.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuseProblem, refuseWith, requestKey } from "~/forms/submission.server";
import { codeMac } from "./code.server";
import { browserOf } from "./cookies.server";
import { guardedStep } from "./guarded-step.server";
import { makingOptions, newWords, verifyMade } from "./passkeys.server";
import { seal, unseal } from "./seal.server";

/** What the page shows of one. */
export type ShownPasskey = Pick<Passkey, "id" | "name" | "added_at" | "used_at">;

const shownOf = ({ id, name, added_at, used_at }: Passkey): ShownPasskey => ({ id, name, added_at, used_at });

export async function shownPasskeys(token: string) {
  const { passkeys, most } = await authPasskeys(token);
  return { passkeys: passkeys.map(shownOf), full: passkeys.length >= most };
}

/** Also what begins one is bound to: there is nothing else to choose. */
const context = "passkey";
const makingContext = "passkey_confirm";
const place = "new passkey";

const makingSchema = z.object({ challenge: z.uuid(), words: z.string() });
type Making = z.output<typeof makingSchema>;

/** What the browser is to make, and the same sealed for the way back. */
async function makingOf(token: string, making: Making) {
  return { sealed: seal("form seal", place, JSON.stringify(making)), options: await makingOptions(await authPasskeys(token), making.words) };
}
export type PasskeyMaking = Awaited<ReturnType<typeof makingOf>>;

export async function newPasskeyState(token: string) {
  return { ...(await shownPasskeys(token)), key: newRequestKey() };
}

type Act = { request: Request; ip: string; token: string; home: string };

export async function actNewPasskey({ request, ip, token, home }: Act) {
  const form = await readBody(request);
  if (form.get("intent") === "make") return keepMade({ request, token, form, home });
  const making: Making = { challenge: randomUUID(), words: newWords() };
  const answer = await guardedStep({
    request, form, ip, token, purpose: "passkey", context, done: "begun", then: () => null,
    work: (proof) => authPasskeyBegin(token, proof, { challenge: making.challenge, mac: codeMac({ challenge: making.challenge, code: making.words, browser: proof.browser, context: makingContext }) }),
  });
  return answer ?? data({ making: await makingOf(token, making), result: undefined });
}

const madeSchema = () => z.object({ intent: z.literal("make"), key: requestKey(), name: z.string().trim().min(1).max(60), making: z.string().max(2000), made: z.string().max(30_000).default("") });

async function keepMade({ request, token, form, home }: Omit<Act, "ip"> & { form: FormData }) {
  const submission = await readForm(form, madeSchema());
  const sealed = form.get("making");
  const opened = typeof sealed === "string" ? unseal("form seal", place, sealed) : null;
  if (!opened) throw new Problem("not_found");
  const making = makingSchema.parse(JSON.parse(opened.text));
  const shown = async <Told extends { data: { result: unknown }; init: ResponseInit | null }>(told: Told) => data({ ...told.data, making: await makingOf(token, making) }, told.init ?? undefined);
  if (submission.status !== "success") return shown(data({ result: submission.reply() }, { status: 422 }));
  const { name, key, made } = submission.value;
  const verified = await verifyMade(made, making.words);
  if (!verified) return shown(refuseWith(submission, "", "passkey_not_made"));
  const browser = browserOf(request).id;
  const mac = codeMac({ challenge: making.challenge, code: making.words, browser, context: makingContext }, opened.secret);
  try {
    const answer = await authPasskeyConfirm(token, { challenge: making.challenge, mac, browser }, { ...verified, name }, key);
    if (answer.outcome === "confirmed") return redirect(`${home}?said=passkeyAdded`);
    // Too late, or made already: from the beginning.
    return refuseWith(submission, "", `app_code_${answer.outcome === "wrong" ? "expired" : answer.outcome}`);
  } catch (error) {
    return shown(refuseProblem(submission, error));
  }
}

export async function passkeyToRemove(token: string, id: string | undefined) {
  const { passkeys } = await authPasskeys(token);
  const passkey = passkeys.find((one) => one.id === id);
  if (!passkey) throw new Problem("not_found");
  return { passkey: shownOf(passkey), key: newRequestKey() };
}

export async function actPasskeyRemoval({ request, ip, token, home, id }: Act & { id: string | undefined }) {
  const form = await readBody(request);
  const { passkey } = await passkeyToRemove(token, id);
  return guardedStep({
    request, form, ip, token, purpose: "passkey_removal", context: `passkey_removal|${passkey.id}`, done: "removed",
    work: (proof) => authPasskeyRemove(token, passkey.id, proof),
    then: () => redirect(`${home}?said=passkeyRemoved`),
  });
}
