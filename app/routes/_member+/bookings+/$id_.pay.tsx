/** Says that a payment for a booking was made: where to send it, how much, the bank's reference and a proof. Check, confirm, receipt. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { CheckAnswers } from "~/components/member/check-answers";
import { ConfirmForm } from "~/components/member/confirm-form";
import { paymentFields, proofOf, refusePayment } from "~/components/member/payment-form.server";
import type { MemberHandle } from "~/components/member/place";
import { ProofField } from "~/components/member/proof-field";
import { Card, CopyValue, Money, Notice, Page, PageHeader } from "~/components/ui";
import { memberBooking, memberBookingPay } from "~/db/ev.server";
import { readUpload } from "~/files/read-upload.server";
import { AmountField, Field, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { compareAmounts } from "~/money/decimal";
import { decimalsIn } from "~/money/format";

export const handle: MemberHandle = { title: "ev:pay.title", place: "network" };

const schema = (language: Language) => z.object(paymentFields(language));

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { booking, least, pay_to } = await memberBooking(token, params.id ?? "");
    if (least === null) return redirect(`/bookings/${booking.id}`);
    return data({ booking, least, payTo: pay_to, key: newRequestKey() });
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  const id = params.id ?? "";
  return withMember(request, async (token) => {
    const { form, upload, refused } = await readUpload(request, "proof");
    const submission = await readForm(form, schema(languageOf(request)));
    if (refused) return refuseWith(submission, "proof", refused);
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, amount, file, transaction_reference } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "check") {
        const { booking, least } = await memberBooking(token, id);
        const { currency, outstanding } = booking;
        if (decimalsIn(amount) > decimalsIn(outstanding)) return refuseWith(submission, "amount", "invalid_amount");
        // Said before it is sent; what counts is decided again when it is.
        if (least === null || compareAmounts(amount, outstanding) > 0) return refuseWith(submission, "amount", "exceeds_outstanding", { outstanding, currency });
        if (compareAmounts(amount, least) < 0) return refuseWith(submission, "amount", "below_minimum", { minimum: least, currency });
        const proof = await proofOf(token, upload, submission.value);
        return data({ check: { amount, currency, transactionReference: transaction_reference }, proof, key });
      }
      await memberBookingPay(token, { booking: id, amount, transactionReference: transaction_reference, file: file ?? null, key });
      return redirect(`/bookings/${id}?paid=1`);
    } catch (error) {
      return refusePayment(submission, error);
    }
  });
}

export default function PayBooking() {
  const { t } = useTranslation("ev");
  const { booking, least, payTo, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("bookings.title"), to: "/bookings" }, { label: booking.reference, to: `/bookings/${booking.id}` }, { label: t("pay.title") }];
  if (answer && "check" in answer) {
    const { check, proof } = answer;
    const carried = { amount: check.amount, transaction_reference: check.transactionReference, ...(proof ? { file: proof.id, file_name: proof.name } : {}) };
    return (
      <Page width="form">
        <PageHeader title={t("book.checkTitle")} lead={t("book.checkLead")} crumbs={crumbs} />
        <CheckAnswers
          title={t("pay.checkTitle")}
          answers={[
            { term: t("pay.amount"), value: <Money amount={check.amount} currency={check.currency} /> },
            { term: t("booking.vehicle"), value: `${booking.vehicle_name} · ${booking.reference}` },
            { term: t("pay.transfer"), value: <span className="break-all">{check.transactionReference}</span> },
            { term: t("payments.proof"), value: proof ? proof.name : t("payments.noProof") },
          ]}
          next={[t("pay.next.look"), t("pay.next.count"), t("pay.next.mail")]}
        >
          <ConfirmForm values={carried} requestKey={answer.key} label={t("pay.confirm")} />
        </CheckAnswers>
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t("pay.title")} lead={t("pay.lead")} crumbs={crumbs} />
      <Card title={t("pay.where")}>
        {payTo ? (
          <p className="text-sm whitespace-pre-line">{payTo}</p>
        ) : (
          <Notice tone="info">
            {t("pay.unknown")}{" "}
            <Link to="/messages/new" className="link">
              {t("pay.ask")}
            </Link>
          </Notice>
        )}
        <div className="mt-4">
          <p className="mb-1 text-xs text-quiet">{t("pay.reference")}</p>
          <CopyValue value={booking.reference} label={t("pay.reference")} />
        </div>
      </Card>
      <Card title={t("pay.tell")}>
        <Form answer={answer} encType="multipart/form-data" defaults={{ amount: "", transaction_reference: "" }}>
          <AmountField
            name="amount"
            label={t("pay.amount")}
            currency={booking.currency}
            hint={
              <>
                {t("pay.least")} <Money amount={least} currency={booking.currency} />, {t("pay.most")} <Money amount={booking.outstanding} currency={booking.currency} />
              </>
            }
          />
          <Field name="transaction_reference" label={t("pay.transfer")} hint={t("pay.transferHint")} autoComplete="off" spellCheck={false} maxLength={120} />
          <ProofField answer={answer} />
          <RequestKey value={key} />
          <SubmitButton name="intent" value="check">
            {t("book.continue")}
          </SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
