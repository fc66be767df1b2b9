import { useTranslation } from "react-i18next";

import { Field, Form, SelectField, SubmitButton } from "~/forms";
import { reports, sourceParts, walletParts, type ReportName } from "~/reports/reports";

type Props = {
  name: ReportName;
  answer: { initialValue: Record<string, string>; error: Record<string, string[]> };
  currencies: string[];
  /** vehicles, plans or people that come with the answer */
  parts: { id: string; name: string }[];
};

/** What the report is of. A GET form: the address is the report, can be kept, and works without JavaScript. */
export function ReportFilter({ name, answer, currencies, parts }: Props) {
  const { t } = useTranslation(["reports", "common"]);
  const { dates, by, part } = reports[name];
  const chosen = answer.initialValue.currency;
  const shown = chosen && !currencies.includes(chosen) ? [chosen, ...currencies] : currencies;
  const options =
    part === "wallet"
      ? walletParts.map((value) => ({ value: value as string, label: t(`common:wallet.${value}`) }))
      : part === "source"
        ? sourceParts.map((value) => ({ value: value as string, label: t(`source.${value}`) }))
        : parts.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Form method="get" answer={answer} className="no-print rounded-card border border-line bg-surface px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-end gap-4 *:min-w-0 *:grow sm:*:grow-0">
        {dates ? (
          <>
            <Field name="from" type="date" label={t("filter.from")} />
            <Field name="until" type="date" label={t("filter.until")} />
          </>
        ) : null}
        {by ? <SelectField name="by" label={t("filter.by")} options={(["day", "month"] as const).map((value) => ({ value, label: t(`by.${value}`) }))} /> : null}
        {shown.length > 0 ? <SelectField name="currency" label={t("filter.currency")} options={shown.map((value) => ({ value, label: value }))} /> : null}
        {part ? <SelectField name="part" label={t(`filter.${part}`)} options={[{ value: "", label: t("filter.all") }, ...options]} /> : null}
        <SubmitButton look="secondary" className="self-end">{t("filter.show")}</SubmitButton>
      </div>
    </Form>
  );
}
