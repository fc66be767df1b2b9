import { useTranslation } from "react-i18next";

import { Field, FileField, Form, RequestKey, SubmitButton } from "~/forms";
import type { DocumentKind } from "./document-kinds";

type Props = { kind: DocumentKind; requestKey: string; answer: unknown };

export function DocumentForm({ kind, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const exact = { autoComplete: "off", spellCheck: false, autoCapitalize: "characters" } as const;
  return (
    <Form answer={answer} encType="multipart/form-data" defaults={{ number: "" }} action={`/kyc/new?kind=${kind}`}>
      <Field name="number" label={t(`kyc.number.${kind}`)} hint={t(`kyc.numberHint.${kind}`)} maxLength={60} {...exact} {...(kind === "aadhaar" ? { inputMode: "numeric" as const, className: "max-w-[12rem]" } : {})} />
      {kind === "bank" ? <Field name="ifsc" label={t("destinations.ifsc")} hint={t("destinations.ifscHint")} optional maxLength={20} {...exact} /> : null}
      {kind === "passport" ? <Field name="expires_on" type="date" label={t("kyc.validUntil")} className="max-w-[12rem]" /> : null}
      <FileField name="file" label={t("kyc.file")} hint={t(`kyc.fileHint.${kind === "aadhaar" ? "aadhaar" : "other"}`)} />
      <RequestKey value={requestKey} />
      <SubmitButton>{t("kyc.addDocument")}</SubmitButton>
    </Form>
  );
}
