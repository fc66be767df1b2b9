/**
 * A payout in four steps, as a withdrawal: fill in, check every figure as it would be frozen, type the code (mailed for exactly this, or of the
 * authenticator), receipt. Nothing is held before the code was right.
 */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { codedForm, codedIntents } from "~/auth/coded-form.server";
import { withMember } from "~/auth/with-member.server";
import { PausedNotice } from "~/components/member/paused-notice";
import { PayoutCheck } from "~/components/member/payouts/payout-check";
import { PayoutForm } from "~/components/member/payouts/payout-form";
import type { MemberHandle } from "~/components/member/place";
import { CoolingNotice } from "~/components/security/cooling-notice";
import { Page, PageHeader } from "~/components/ui";
import { memberPayoutCheck, memberPayoutForm, memberPayoutRequest } from "~/db/payout.server";
import { newRequestKey } from "~/forms/request-key.server";
import { requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle: MemberHandle = { title: "payout:new.title", place: "network" };

const schema = (language: Language) =>
  z.object({
    intent: z.enum(codedIntents),
    currency: z.string().min(1).max(10),
    amount: typedAmount(language),
    autofill: z.boolean().default(false),
    destination: z.uuid({ error: "choose_destination" }),
    key: requestKey(),
  });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ form: await memberPayoutForm(token), key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return codedForm(args, schema(languageOf(args.request)), {
    purpose: "withdrawal",
    check: async (token, draft) => ({ ...(await memberPayoutCheck(token, draft)), autofill: draft.autofill }),
    confirm: async (token, draft, proof, key) => {
      const answer = await memberPayoutRequest(token, draft, proof, key);
      return answer.outcome === "requested" ? `/payouts/${answer.payout}?new=1` : answer;
    },
  });
}

export default function NewPayout() {
  const { t } = useTranslation(["payout", "member"]);
  const { form, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("payout:list.title"), to: "/payouts" }, { label: t("payout:new.title") }];
  if (answer && "check" in answer) {
    const { check, code, result } = answer;
    return (
      <Page width="form">
        <PageHeader title={code && code.way !== "passkey" ? t("member:withdrawal.codeTitle") : t("member:check.title")} lead={code?.way === "mail" ? t("member:withdrawal.codeLead") : t("member:check.lead")} crumbs={crumbs} />
        <PayoutCheck check={check} autofill={check.autofill} code={code} requestKey={answer.key} answer={result ? { result } : undefined} />
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
