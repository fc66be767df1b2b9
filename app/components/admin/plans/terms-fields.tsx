import { useTranslation } from "react-i18next";

import { AmountField, Field, SelectField, TextareaField } from "~/forms";
import { useLabel } from "../use-label";
import { units } from "./plan-terms";

/** The terms of a plan's version, the same for a new plan and a new version. */
export function TermsFields({ currency }: { currency: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return (
    <>
      <Field name="daily_rate" label={t("plan.dailyRate")} hint={t("plan.dailyRateHint")} inputMode="decimal" autoComplete="off" maxLength={12} className="max-w-[10rem] text-right tabular-nums" />
      <AmountField name="minimum" label={t("plan.minimum")} currency={currency} />
      <AmountField name="maximum" label={t("plan.maximum")} hint={t("plan.maximumHint")} currency={currency} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="duration" label={t("plan.duration")} inputMode="numeric" autoComplete="off" maxLength={5} className="text-right tabular-nums" />
        <SelectField name="unit" label={t("plan.unit")} options={units.map((value) => ({ value, label: label("unit", value) }))} />
      </div>
      <Field name="referral_rate" label={t("plan.referralRate")} hint={t("plan.referralRateHint")} inputMode="decimal" autoComplete="off" maxLength={12} className="max-w-[10rem] text-right tabular-nums" />
      <TextareaField name="description" label={t("plan.description")} hint={t("plan.descriptionHint")} maxLength={4000} />
      <TextareaField name="risk_text" label={t("plan.riskText")} hint={t("plan.riskTextHint")} maxLength={4000} rows={5} />
    </>
  );
}
