import { useTranslation } from "react-i18next";

import { Card } from "~/components/ui";
import type { StaffWithdrawalDetail } from "~/db/funding.server";
import { Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { formatMoney } from "~/money/format";
import { Disclosure } from "../disclosure";

/** A transfer on its way ends in one of two ways. */
export function CloseForms({ answer, withdrawal, requestKey }: { answer: unknown; withdrawal: StaffWithdrawalDetail["withdrawal"]; requestKey: string }) {
  const { t, i18n } = useTranslation(["admin", "common"]);
  const refused = typeof answer === "object" && answer !== null && "result" in answer;
  const money = { amount: formatMoney(withdrawal.amount, withdrawal.currency, i18n.language), currency: withdrawal.currency, wallet: t(`common:wallet.${withdrawal.wallet}`), name: withdrawal.member.name };
  return (
    <>
      <Card title={t("admin:close.title")}>
        <p className="mb-4 text-sm text-quiet">{t("admin:close.lead")}</p>
        <Form id="confirm">
          <Hidden name="step" value="confirm" />
          <RequestKey value={requestKey} />
          <SubmitButton>{t("admin:close.confirm")}</SubmitButton>
        </Form>
      </Card>
      <Disclosure summary={t("admin:close.returnedTitle")} open={refused}>
        <p className="mb-4 text-sm">{t("admin:close.returnedText", money)}</p>
        <Form answer={answer} id="returned">
          <Hidden name="step" value="returned" />
          <TextareaField name="reason" label={t("admin:close.reason")} hint={t("admin:close.reasonHint")} maxLength={500} rows={3} />
          <RequestKey value={requestKey} />
          <SubmitButton look="danger">{t("admin:close.returned")}</SubmitButton>
        </Form>
      </Disclosure>
    </>
  );
}
