/**
 * A withdrawal in four steps: fill in, check, type the code (mailed for exactly this, or of the authenticator), receipt. Each step is a post of the same
 * page; nothing is held before the code was right.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import * as stepUp from "~/auth/step-up.server";
import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { PausedNotice } from "~/components/member/paused-notice";
import { CoolingNotice } from "~/components/security/cooling-notice";
import { WithdrawalCheck } from "~/components/member/withdrawal-check";
import { WithdrawalForm } from "~/components/member/withdrawal-form";
import { Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberWithdraw, memberWithdrawalCheck, memberWithdrawalForm } from "~/db/funding.server";
import { readBody } from "~/forms/body.server";
import { newRequestKey } from "~/forms/request-key.server";
import { problemToSubmission, readForm, refuse, refuseProblem, requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle: MemberHandle = { title: "member:withdrawal.title", place: "wallet" };

const schema = (language: Language) =>
  z.object({
    intent: z.enum(["check", "send", "confirm", "change"]),
    wallet: z.enum(["DEPOSIT", "INTEREST"], { error: "choose_wallet" }),
    currency: z.string().min(1).max(10),
    amount: typedAmount(language),
    destination: z.uuid({ error: "choose_destination" }),
    key: requestKey(),
  });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ form: await memberWithdrawalForm(token), key: newRequestKey() }));
}

export function action({ request, context }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const form = await readBody(request);
    const submission = await readForm(form, schema(languageOf(request)));
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, ...draft } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "confirm") {
        const proof = await stepUp.proofIn(request, form, token);
        const answer = proof && (await memberWithdraw(token, draft, proof, key));
        if (answer?.outcome === "requested") return redirect(`/withdrawals/${answer.withdrawal}?new=1`);
        const check = await memberWithdrawalCheck(token, draft);
        return data({ check, key, code: stepUp.viewOf(form), result: stepUp.faultOf(submission, form, answer) }, { status: 422 });
      }
      const check = await memberWithdrawalCheck(token, draft);
      const step = { request, ip: context.ip, token, purpose: "withdrawal", context: check.context } as const;
      try {
        const begun = intent === "check" ? await stepUp.beginAtOnce(step) : await stepUp.begin(step);
        return data({ check, key, code: begun?.view ?? null, result: undefined }, begun ? { headers: begun.headers } : {});
      } catch (error) {
        // Too soon or too often: the answers stay on the page and so does the code that is still on its way.
        if (!isProblem(error) || error.status !== 429) throw error;
        const headers = { "Retry-After": error.params.retry_after ?? "60" };
        return data({ check, key, code: stepUp.viewOf(form), result: problemToSubmission(submission, error) }, { status: 429, headers });
      }
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function NewWithdrawal() {
  const { t } = useTranslation("member");
  const { form, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("withdrawals.title"), to: "/withdrawals" }, { label: t("withdrawal.title") }];
  if (answer && "check" in answer) {
    return (
      <Page width="form">
        <PageHeader title={answer.code && answer.code.way !== "passkey" ? t("withdrawal.codeTitle") : t("check.title")} lead={answer.code?.way === "mail" ? t("withdrawal.codeLead") : t("check.lead")} crumbs={crumbs} />
        <WithdrawalCheck check={answer.check} code={answer.code} requestKey={answer.key} answer={answer.result ? { result: answer.result } : undefined} />
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t("withdrawal.title")} lead={t("withdrawal.lead")} crumbs={crumbs} />
      <PausedNotice paused={form.paused} />
      <CoolingNotice from={form.withdrawals_from} />
      <WithdrawalForm form={form} requestKey={key} answer={answer} />
    </Page>
  );
}
