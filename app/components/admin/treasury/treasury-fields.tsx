import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import { AmountField, Hidden, RadioField, TextareaField } from "~/forms";
import { isNegative } from "~/money/format";
import { useLabel } from "../use-label";
import { FreeMoney } from "./free-money";

type Choices = { currency: string; treasuries: { name: string; free: string | null }[]; methods: { id: string; name: string; balance: string }[] };

/** Treasury, method, amount, note: the same for money in and money out. */
export function TreasuryFields({ choices, methodLabel }: { choices: Choices; methodLabel: string }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { currency } = choices;
  return (
    <>
      <Hidden name="currency" value={currency} />
      <RadioField
        name="treasury"
        label={t("treasury.which")}
        options={choices.treasuries.map(({ name, free }) => ({
          value: name,
          label: label("treasury", name),
          hint: free === null ? t("treasury.notYet") : isNegative(free) ? <FreeMoney free={free} currency={currency} /> : <>{t("treasury.free")} <Money amount={free} currency={currency} /></>,
        }))}
      />
      <AmountField name="amount" label={t("requests.amount")} currency={currency} />
      <MethodChoice name="method" label={methodLabel} methods={choices.methods} currency={currency} />
      <NoteField />
    </>
  );
}

export function MethodChoice({ name, label, methods, currency }: { name: string; label: string; methods: Choices["methods"]; currency: string }) {
  const { t } = useTranslation("admin");
  return (
    <RadioField
      name={name}
      label={label}
      options={methods.map((method) => ({ value: method.id, label: method.name, hint: <>{t("send.holds")} <Money amount={method.balance} currency={currency} /></> }))}
    />
  );
}

export function NoteField() {
  const { t } = useTranslation("admin");
  return <TextareaField name="note" label={t("treasury.note")} hint={t("treasury.noteHint")} optional maxLength={500} rows={3} />;
}
