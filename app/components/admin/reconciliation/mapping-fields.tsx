import { useTranslation } from "react-i18next";

import { Field, SelectField } from "~/forms";
import { dateFormats } from "~/statements/csv-mapping";

const columns = [
  { name: "booked_on", optional: false },
  { name: "value_on", optional: true },
  { name: "amount", optional: true },
  { name: "debit", optional: true },
  { name: "credit", optional: true },
  { name: "bank_reference", optional: true },
  { name: "reference", optional: true },
  { name: "text", optional: true },
  { name: "currency", optional: true },
] as const;

/** How the bank's CSV is read. Columns are called as the file calls them; the account remembers it. */
export function MappingFields() {
  const { t } = useTranslation("admin");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        name="delimiter"
        label={t("recon.delimiter")}
        options={[
          { value: ",", label: t("recon.comma") },
          { value: ";", label: t("recon.semicolon") },
          { value: "tab", label: t("recon.tab") },
          { value: "|", label: t("recon.bar") },
        ]}
      />
      <SelectField name="decimal" label={t("recon.decimal")} options={[{ value: ".", label: "1,234.56" }, { value: ",", label: "1.234,56" }]} />
      <SelectField name="date_format" label={t("recon.dateFormat")} options={dateFormats.map((format) => ({ value: format, label: format }))} />
      {columns.map(({ name, optional }) => (
        <Field key={name} name={name} label={t(`recon.column.${name}`)} hint={name === "text" ? t("recon.textHint") : name === "bank_reference" ? t("recon.bankReferenceHint") : name === "amount" ? t("recon.amountHint") : undefined} optional={optional} autoComplete="off" spellCheck={false} maxLength={300} />
      ))}
    </div>
  );
}
