import { useTranslation } from "react-i18next";

import { AmountField, CheckField, Field, TextareaField } from "~/forms";

/** The fields of a method of one type: an account for a bank, an address for a chain. */
export function MethodFields({ type, currency }: { type: string; currency: string }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <Field name="name" label={t("method.name")} hint={t("method.nameHint")} autoComplete="off" maxLength={80} />
      {type === "BANK" ? (
        <>
          <Field name="account_name" label={t("method.accountName")} autoComplete="off" maxLength={120} />
          <Field name="account_number" label={t("method.accountNumber")} autoComplete="off" spellCheck={false} maxLength={40} />
          <Field name="bank_name" label={t("method.bankName")} autoComplete="off" maxLength={120} />
          <Field name="ifsc" label={t("method.ifsc")} hint={t("method.ifscHint")} optional autoComplete="off" spellCheck={false} maxLength={11} className="max-w-[14rem]" />
          <Field name="upi_id" label={t("method.upi")} hint={t("method.upiHint")} optional autoComplete="off" spellCheck={false} maxLength={80} />
        </>
      ) : (
        <Field name="address" label={t("method.address")} hint={t("method.addressHint")} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={128} className="font-mono text-sm" />
      )}
      <TextareaField name="instructions" label={t("method.instructions")} hint={t("method.instructionsHint")} optional maxLength={2000} rows={5} />
      <AmountField name="minimum" label={t("method.minimum")} optional currency={currency} />
      <CheckField name="active" label={t("method.active")} hint={t("method.activeHint")} />
    </>
  );
}
