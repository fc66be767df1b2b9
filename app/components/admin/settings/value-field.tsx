import { useTranslation } from "react-i18next";

import type { Setting } from "~/db/setting.server";
import { Field, RadioField, SelectField } from "~/forms";
import { useSettingValue } from "./use-setting-value";

/** The field of a setting's value, by its kind. */
export function ValueField({ setting, currencies }: { setting: Setting; currencies: string[] }) {
  const { t } = useTranslation("admin");
  const words = useSettingValue();
  const { kind, choices, least, most } = setting;
  const label = t("setting.value");
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: words(setting, value) }));
  if (kind === "boolean") return <RadioField name="value" label={label} options={options(["true", "false"])} />;
  if (choices) return <RadioField name="value" label={label} options={options(choices)} />;
  if (kind === "currency") return <SelectField name="value" label={label} options={currencies.map((value) => ({ value, label: value }))} />;
  if (kind === "timezone") return <Field name="value" label={label} hint={t("setting.timezoneHint")} autoComplete="off" className="max-w-[18rem]" />;
  if (kind === "text") return <Field name="value" label={label} autoComplete="off" maxLength={2000} optional />;
  const hint = least !== null && most !== null ? t("setting.between", { least, most }) : kind === "integer" ? t("setting.wholeHint") : t("setting.decimalHint");
  return <Field name="value" label={label} hint={hint} inputMode={kind === "integer" ? "numeric" : "decimal"} autoComplete="off" className="max-w-[12rem]" />;
}
