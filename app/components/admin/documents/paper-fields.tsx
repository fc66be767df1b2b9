import { useTranslation } from "react-i18next";

import { CheckField, Field, FileField, SelectField } from "~/forms";

/** The order is that of the words, not of the alphabet. */
const kinds = ["licence", "certificate", "policy", "report", "other"] as const;

/** What the document is. */
export function FactFields() {
  const { t } = useTranslation("admin");
  return (
    <>
      <SelectField name="kind" label={t("documents.kind")} placeholder options={kinds.map((value) => ({ value, label: t(`documents.kinds.${value}`) }))} />
      <Field name="title" label={t("documents.name")} maxLength={160} autoComplete="off" />
      <Field name="issuer" label={t("documents.issuer")} maxLength={160} autoComplete="off" />
      <Field name="review_on" type="date" label={t("documents.reviewOn")} hint={t("documents.reviewHint")} optional />
      <CheckField name="public" label={t("documents.public")} hint={t("documents.publicHint")} />
    </>
  );
}

/** A file and how long it holds. */
export function VersionFields() {
  const { t } = useTranslation("admin");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="valid_from" type="date" label={t("documents.validFrom")} />
        <Field name="valid_until" type="date" label={t("documents.validUntil")} optional />
      </div>
      <FileField name="file" label={t("documents.file")} />
    </>
  );
}
