import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import type { Method } from "~/db/funding.server";
import { AmountField, Field, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { coinOf } from "./pay-instructions";
import { ProofField } from "./proof-field";

type Props = { method: Method; reference: string; requestKey: string; answer: unknown };

/** A coin that is credited in another currency: the amount is what it is worth. */
function AmountHint({ method, foreign }: { method: Method; foreign: boolean }) {
  const { t } = useTranslation("member");
  return (
    <>
      {foreign ? t("deposit.worth", { coin: coinOf(method.type), currency: method.currency }) : null}{" "}
      {method.minimum ? (
        <>
          {t("deposit.minimum")} <Money amount={method.minimum} currency={method.currency} />
        </>
      ) : null}
    </>
  );
}

/** What was sent: amount, the bank's or chain's own reference, and a proof if there is one. */
export function DepositForm({ method, reference, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const bank = method.type === "BANK";
  const foreign = !bank && coinOf(method.type) !== method.currency;
  return (
    <Form answer={answer} encType="multipart/form-data" defaults={{ amount: "", transaction_reference: "" }}>
      <AmountField
        name="amount"
        label={t("deposit.amountSent")}
        currency={method.currency}
        hint={foreign || method.minimum ? <AmountHint method={method} foreign={foreign} /> : undefined}
      />
      <Field
        name="transaction_reference"
        label={bank ? t("deposit.bankReference") : t("deposit.chainReference")}
        hint={bank ? t("deposit.bankReferenceHint") : t("deposit.chainReferenceHint")}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
      />
      <ProofField answer={answer} />
      <Hidden name="reference" value={reference} />
      <RequestKey value={requestKey} />
      <SubmitButton name="intent" value="check">
        {t("check.continue")}
      </SubmitButton>
    </Form>
  );
}
