/** Second step: where to send the money, and the form that says it was sent. Check, confirm, receipt. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { CheckAnswers } from "~/components/member/check-answers";
import { ConfirmForm } from "~/components/member/confirm-form";
import { DepositForm } from "~/components/member/deposit-form";
import { useWalletName } from "~/components/member/names";
import { PayInstructions } from "~/components/member/pay-instructions";
import { paymentFields, proofOf, refusePayment } from "~/components/member/payment-form.server";
import { paymentText } from "~/components/member/payment-text.server";
import type { MemberHandle } from "~/components/member/place";
import { Card, Money, Page, PageHeader } from "~/components/ui";
import { qrPath } from "~/components/ui/qr.server";
import { memberDepositCheck, memberDepositForm, memberDepositSubmit } from "~/db/funding.server";
import { readUpload } from "~/files/read-upload.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle: MemberHandle = { title: "member:deposit.title", place: "wallet" };

const schema = (language: Language) => z.object({ ...paymentFields(language), reference: z.string().min(1).max(60) });

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { method, reference } = await memberDepositForm(token, params.method ?? "");
    const payment = paymentText(method, reference);
    return data({ method, reference, code: payment === null ? null : qrPath(payment), key: newRequestKey() });
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const { form, upload, refused } = await readUpload(request, "proof");
    const submission = await readForm(form, schema(languageOf(request)));
    if (refused) return refuseWith(submission, "proof", refused);
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, reference, amount, file } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    const draft = { method: params.method ?? "", amount, transactionReference: submission.value.transaction_reference };
    try {
      if (intent === "check") {
        const check = await memberDepositCheck(token, draft);
        const proof = await proofOf(token, upload, submission.value);
        return data({ check, reference, proof, key });
      }
      const { deposit } = await memberDepositSubmit(token, { ...draft, reference, file: file ?? null, key });
      return redirect(`/deposits/${deposit}?new=1`);
    } catch (error) {
      return refusePayment(submission, error);
    }
  });
}

export default function NewDeposit() {
  const { t } = useTranslation("member");
  const walletName = useWalletName();
  const { method, reference, code, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("deposits.title"), to: "/deposits" }, { label: t("deposit.title"), to: "/deposits/new" }, { label: method.name }];
  if (answer && "check" in answer) {
    const { check, proof } = answer;
    const carried = { reference: answer.reference, amount: check.amount, transaction_reference: check.transaction_reference, ...(proof ? { file: proof.id, file_name: proof.name } : {}) };
    return (
      <Page width="form">
        <PageHeader title={t("check.title")} lead={t("check.lead")} crumbs={crumbs} />
        <CheckAnswers
          title={t("deposit.checkTitle")}
          answers={[
            { term: t("deposit.amount"), value: <Money amount={check.amount} currency={check.currency} /> },
            { term: t("deposit.method"), value: method.name },
            { term: t("deposit.reference"), value: answer.reference },
            { term: t("deposit.transactionReference"), value: <span className="break-all">{check.transaction_reference}</span> },
            { term: t("deposit.proof"), value: proof ? proof.name : t("deposit.noProof") },
            { term: t("deposit.into"), value: walletName("DEPOSIT") },
          ]}
          next={[t("deposit.next.look"), t("deposit.next.credit"), t("deposit.next.mail")]}
        >
          <ConfirmForm values={carried} requestKey={answer.key} label={t("deposit.confirm")} />
        </CheckAnswers>
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={method.name} lead={t("deposit.lead")} crumbs={crumbs} />
      <PayInstructions method={method} reference={reference} code={code} />
      <Card title={t("deposit.tell")}>
        <DepositForm method={method} reference={reference} requestKey={key} answer={answer} />
      </Card>
    </Page>
  );
}
