import { useTranslation } from "react-i18next";

import { Card, LinkButton, Money, Notice } from "~/components/ui";
import type { StaffWithdrawalDetail } from "~/db/funding.server";
import { Field, Form, Hidden, RadioField, RequestKey, SubmitButton } from "~/forms";
import { compareAmounts } from "~/money/decimal";
import { CheckAnswers } from "../check-answers";
import { useLabel } from "../use-label";
import { useMay } from "../use-staff";

type Methods = StaffWithdrawalDetail["methods"];
type Props = { withdrawal: StaffWithdrawalDetail["withdrawal"]; methods: Methods };

/** The transfer is made in the bank or the purse; here it is recorded, from the method that paid it. */
export function SendForm({ answer, withdrawal, methods, requestKey }: Props & { answer: unknown; requestKey: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const enough = (balance: string) => compareAmounts(balance, withdrawal.amount) >= 0;
  const short = methods.length === 0 || !methods.some(({ balance }) => enough(balance));
  return (
    <Card title={t("send.title")}>
      <p className="mb-4 text-sm text-quiet">{t("send.lead")}</p>
      {short ? (
        <div className="mb-5">
          <Notice tone="warning" title={t("send.short")}>
            {may("treasury.write") ? (
              <LinkButton to={`/admin/treasury/move?currency=${withdrawal.currency}`} look="quiet" compact className="-ml-3">
                {t("send.moveMoney")}
              </LinkButton>
            ) : (
              t("send.shortText")
            )}
          </Notice>
        </div>
      ) : null}
      <Form answer={answer} id="send" defaults={{ method: methods.find(({ type, balance }) => type === withdrawal.method_type && enough(balance))?.id }}>
        <Hidden name="step" value="send" />
        <RadioField
          name="method"
          label={t("send.method")}
          options={methods.map((method) => ({
            value: method.id,
            label: method.name,
            disabled: !enough(method.balance),
            hint: (
              <>
                {label("methodType", method.type)} · {t("send.holds")} <Money amount={method.balance} currency={method.currency} />
                {enough(method.balance) ? null : <> · {t("send.notEnough")}</>}
              </>
            ),
          }))}
        />
        <Field name="transaction_reference" label={t("send.transaction")} hint={t("send.transactionHint")} autoComplete="off" spellCheck={false} maxLength={120} />
        <RequestKey value={requestKey} />
        <SubmitButton name="intent" value="check">
          {t("check.look")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

export function SendCheck({ answer, withdrawal, methods }: Props & { answer: Parameters<typeof CheckAnswers>[0]["answer"] }) {
  const { t } = useTranslation("admin");
  return (
    <CheckAnswers
      answer={answer}
      title={t("check.title")}
      items={[
        { term: t("requests.amount"), value: <Money amount={withdrawal.amount} currency={withdrawal.currency} /> },
        { term: t("withdrawals.to"), value: `${withdrawal.destination_label} · ${withdrawal.destination_tail}` },
        { term: t("send.method"), value: methods.find(({ id }) => id === answer.values.method)?.name ?? "" },
        { term: t("send.transaction"), value: answer.values.transaction_reference },
      ]}
      next={t("send.next", { name: withdrawal.member.name })}
      confirm={t("send.confirm")}
    />
  );
}
