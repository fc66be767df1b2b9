import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import type { StaffPayout } from "~/db/payout.server";
import { Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { formatMoney, isZero } from "~/money/format";
import { Disclosure } from "../disclosure";
import { useMay } from "../use-staff";

type Props = { answer: unknown; payout: StaffPayout["payout"]; requestKey: string };

/** Which step a refused form was for: its own form opens again, with what was typed. */
const stepOf = (answer: unknown): string | undefined => (answer as { result?: { initialValue?: { step?: string } | null } } | undefined)?.result?.initialValue?.step;

/** A sent payout ends in one of two ways; without the bank's file it is said here by hand. */
export function ClosePayout({ answer, payout, requestKey }: Props) {
  const { t, i18n } = useTranslation("admin");
  const open = stepOf(answer) === "returned";
  const money = { amount: formatMoney(payout.bank, payout.currency, i18n.language), currency: payout.currency, name: payout.member.name };
  return (
    <>
      <Card title={t("payouts.arrived")}>
        <p className="mb-4 text-sm text-quiet">{t("payouts.arrivedText")}</p>
        <Form id="paid" answer={stepOf(answer) === "paid" ? answer : undefined}>
          <Hidden name="step" value="paid" />
          <RequestKey value={requestKey} />
          <SubmitButton>{t("payouts.paid")}</SubmitButton>
        </Form>
      </Card>
      <Disclosure summary={t("close.returnedTitle")} open={open}>
        <p className="mb-4 text-sm">{t("payouts.returnedText", money)}</p>
        <Form answer={open ? answer : undefined} id="returned">
          <Hidden name="step" value="returned" />
          <TextareaField name="reason" label={t("close.reason")} hint={t("close.reasonHint")} maxLength={500} rows={3} />
          <RequestKey value={requestKey} />
          <SubmitButton look="danger">{t("close.returned")}</SubmitButton>
        </Form>
      </Disclosure>
    </>
  );
}

/** Whether something of it is still here: what has left and not come back cannot be taken back. The quarter the database knows. */
function mayReverse({ state, bank, tax, emi }: StaffPayout["payout"]): boolean {
  return state === "approved" || (state === "paid" && isZero(bank)) || (state === "returned" && !(isZero(tax) && isZero(emi)));
}

/** All of it goes back, tax and instalments too. */
export function ReversePayout({ answer, payout, requestKey }: Props) {
  const { t } = useTranslation("admin");
  const may = useMay();
  if (!may("payouts.reverse") || !mayReverse(payout)) return null;
  const open = stepOf(answer) === "reverse";
  return (
    <Disclosure summary={t("payouts.reverseTitle")} open={open}>
      <p className="mb-4 text-sm">{t("payouts.reverseText", { name: payout.member.name })}</p>
      <Form answer={open ? answer : undefined} id="reverse">
        <Hidden name="step" value="reverse" />
        <TextareaField name="reason" label={t("payouts.reverseReason")} hint={t("close.reasonHint")} maxLength={500} rows={3} />
        <RequestKey value={requestKey} />
        <SubmitButton look="danger">{t("payouts.reverse")}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
