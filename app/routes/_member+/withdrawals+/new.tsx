/**
 * A withdrawal in four steps: fill in, check, type the code (mailed for exactly this, or of the authenticator), receipt. Each step is a post of the same
 * page; nothing is held before the code was right.
 */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { codedForm, codedIntents } from "~/auth/coded-form.server";
import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { PausedNotice } from "~/components/member/paused-notice";
import { CoolingNotice } from "~/components/security/cooling-notice";
import { WithdrawalCheck } from "~/components/member/withdrawal-check";
import { WithdrawalForm } from "~/components/member/withdrawal-form";
import { Page, PageHeader } from "~/components/ui";
import { memberWithdraw, memberWithdrawalCheck, memberWithdrawalForm } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle: MemberHandle = { title: "member:withdrawal.title", place: "wallet" };

const schema = (language: Language) =>
  z.object({
    intent: z.enum(codedIntents),
    wallet: z.enum(["DEPOSIT", "INTEREST"], { error: "choose_wallet" }),
    currency: z.string().min(1).max(10),
    amount: typedAmount(language),
    destination: z.uuid({ error: "choose_destination" }),
    key: requestKey(),
  });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ form: await memberWithdrawalForm(token), key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return codedForm(args, schema(languageOf(args.request)), {
    purpose: "withdrawal",
    check: memberWithdrawalCheck,
    confirm: async (token, draft, proof, key) => {
      const answer = await memberWithdraw(token, draft, proof, key);
      return answer.outcome === "requested" ? `/withdrawals/${answer.withdrawal}?new=1` : answer;
    },
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
