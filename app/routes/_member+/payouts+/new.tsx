/**
 * A payout in four steps, as a withdrawal: fill in, check every figure as it would be frozen, type the code (mailed for exactly this, or of the
 * authenticator), receipt. Nothing is held before the code was right.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import * as stepUp from "~/auth/step-up.server";
import { withMember } from "~/auth/with-member.server";
import { PausedNotice } from "~/components/member/paused-notice";
import { PayoutCheck } from "~/components/member/payouts/payout-check";
import { PayoutForm } from "~/components/member/payouts/payout-form";
import type { MemberHandle } from "~/components/member/place";
import { CoolingNotice } from "~/components/security/cooling-notice";
import { Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberPayoutCheck, memberPayoutForm, memberPayoutRequest } from "~/db/payout.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { problemToSubmission, readForm, refuse, refuseProblem, requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle: MemberHandle = { title: "payout:new.title", place: "network" };

const schema = (language: Language) =>
  z.object({
    intent: z.enum(["check", "send", "confirm", "change"]),
    currency: z.string().min(1).max(10),
    amount: typedAmount(language),
    autofill: z.boolean().default(false),
    destination: z.uuid({ error: "choose_destination" }),
    key: requestKey(),
  });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ form: await memberPayoutForm(token), key: newRequestKey() }));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    const submission = await readForm(form, schema(languageOf(request)));
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, ...draft } = submission.value;
    const { autofill } = draft;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "confirm") {
        const proof = await stepUp.proofIn(request, form, token);
        const answer = proof && (await memberPayoutRequest(token, draft, proof, key));
        if (answer?.outcome === "requested") return redirect(`/payouts/${answer.payout}?new=1`);
        const check = await memberPayoutCheck(token, draft);
        return data({ check, autofill, key, code: stepUp.viewOf(form), result: stepUp.faultOf(submission, form, answer) }, { status: 422 });
      }
      const check = await memberPayoutCheck(token, draft);
      const step = { request, ip: context.ip, token, purpose: "withdrawal", context: check.context } as const;
      try {
        const begun = intent === "check" ? await stepUp.beginAtOnce(step) : await stepUp.begin(step);
        return data({ check, autofill, key, code: begun?.view ?? null, result: undefined }, begun ? { headers: begun.headers } : {});
      } catch (error) {
        // Too soon or too often: the answers stay on the page and so does the code that is still on its way.
        if (!isProblem(error) || error.status !== 429) throw error;
        const headers = { "Retry-After": error.params.retry_after ?? "60" };
        return data({ check, autofill, key, code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
      }
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function NewPayout() {
  const { t } = useTranslation(["payout", "member"]);
  const { form, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("payout:list.title"), to: "/payouts" }, { label: t("payout:new.title") }];
  if (answer && "check" in answer) {
    const { check, autofill, code, result } = answer;
    return (
      <Page width="form">
        <PageHeader title={code && code.way !== "passkey" ? t("member:withdrawal.codeTitle") : t("member:check.title")} lead={code?.way === "mail" ? t("member:withdrawal.codeLead") : t("member:check.lead")} crumbs={crumbs} />
        <PayoutCheck check={check} autofill={autofill} code={code} requestKey={answer.key} answer={result ? { result } : undefined} />
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t("payout:new.title")} lead={t("payout:new.lead")} crumbs={crumbs} />
      <PausedNotice paused={form.paused} />
      <CoolingNotice from={form.withdrawals_from} />
      <PayoutForm form={form} requestKey={key} answer={answer} />
    </Page>
  );
}
