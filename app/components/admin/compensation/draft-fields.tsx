import { useTranslation } from "react-i18next";

import { AmountField, Field, SelectField } from "~/forms";
import { placements } from "../network/placements";
import { useLabel } from "../use-label";
import { countOns, overCaps } from "./choices";

const short = "max-w-[10rem] text-right tabular-nums";

/** Every figure of a version of the compensation plan. */
export function DraftFields({ currency }: { currency: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return (
    <>
      <Field name="from_on" type="date" label={t("compensation.from")} hint={t("compensationNew.fromHint")} className="max-w-[14rem]" />
      <AmountField name="pair_value" label={t("compensation.pairValue")} currency={currency} />
      <Field name="first_full_pairs" label={t("compensation.full")} hint={t("compensationNew.fullHint")} inputMode="numeric" autoComplete="off" maxLength={7} className={short} />
      <Field name="emi_percent" label={t("compensationNew.emi")} hint={t("compensationNew.emiHint")} inputMode="decimal" autoComplete="off" maxLength={8} className={short} />
      <Field name="monthly_pair_cap" label={t("compensation.cap")} inputMode="numeric" autoComplete="off" maxLength={7} className={short} />
      <SelectField name="over_cap" label={t("compensation.over")} options={overCaps.map((value) => ({ value, label: label("overCap", value) }))} />
      <Field name="reserve_percent" label={t("compensationNew.reserve")} hint={t("compensationNew.reserveHint")} inputMode="decimal" autoComplete="off" maxLength={8} className={short} />
      <SelectField name="count_on" label={t("compensation.countOn")} options={countOns.map((value) => ({ value, label: label("countOn", value) }))} />
      <AmountField name="qualify_amount" label={t("compensation.qualify")} currency={currency} />
      <Field name="cooling_off_days" label={t("compensationNew.cooling")} inputMode="numeric" autoComplete="off" maxLength={4} className={short} />
      <SelectField name="placement" label={t("compensation.placement")} options={placements.map((value) => ({ value, label: label("placement", value) }))} />
      <AmountField name="active_buyer_amount" label={t("compensation.buyer")} hint={t("compensationNew.buyerHint")} currency={currency} />
    </>
  );
}
