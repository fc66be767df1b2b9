import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import type { Method } from "~/db/funding.server";
import { AmountField, Field, FileField, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { coinOf } from "./pay-instructions";

/** Told before the upload begins; the server decides (app/files). */
const mostBytes = 10 * 1024 * 1024;

/** A proof that was stored with an earlier post of the same form. */
export type KeptProof = { id: string; name: string } | null;

/** The proof that a refused or reopened form still carries. */
function keptProof(answer: unknown): KeptProof {
  const values = (answer as { result?: { initialValue?: Record<string, unknown> | null } } | undefined)?.result?.initialValue;
  const { file, file_name } = values ?? {};
  return typeof file === "string" && file !== "" ? { id: file, name: typeof file_name === "string" ? file_name : "" } : null;
}

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
  const { t } = useTranslation(["member", "common"]);
  const [tooLarge, setTooLarge] = useState(false);
  const kept = keptProof(answer);
  const bank = method.type === "BANK";
  const foreign = !bank && coinOf(method.type) !== method.currency;
  return (
    <Form
      answer={answer}
      encType="multipart/form-data"
      defaults={{ amount: "", transaction_reference: "" }}
      onChange={(event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
        const large = (target.files?.[0]?.size ?? 0) > mostBytes;
        setTooLarge(large);
        if (large) target.value = "";
      }}
    >
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
      <FileField
        name="proof"
        label={kept ? t("deposit.otherProof") : t("deposit.proof")}
        optional
        hint={kept ? t("deposit.keptProof", { name: kept.name }) : t("deposit.proofHint")}
      />
      {tooLarge ? (
        <p role="alert" className="-mt-3 text-sm font-strong text-danger">
          {t("common:form.fault.file_large")}
        </p>
      ) : null}
      {kept ? (
        <>
          <Hidden name="file" value={kept.id} />
          <Hidden name="file_name" value={kept.name} />
        </>
      ) : null}
      <Hidden name="reference" value={reference} />
      <RequestKey value={requestKey} />
      <SubmitButton name="intent" value="check">
        {t("check.continue")}
      </SubmitButton>
    </Form>
  );
}
