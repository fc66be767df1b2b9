import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Notice } from "~/components/ui";
import type { StaffClaim } from "~/db/claim.server";
import { CheckField, Field, FileField, Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";

/** A death is reported: the account is barred with this form, so the page says so before. */
export function OpenForm({ loaded, answer, requestKey }: { loaded: StaffClaim; answer: unknown; requestKey: string }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <Card title={t("claim.namedToday")}>
        {loaded.named.length === 0 ? <p className="text-sm text-quiet">{t("claim.nobodyNamed")}</p> : <DescriptionList items={loaded.named.map(({ name, share }) => ({ term: name, value: t("claim.percent", { share }) }))} />}
        <p className="mt-4 text-sm text-quiet">{t("claim.namedText")}</p>
      </Card>
      <Card title={t("claim.report")}>
        <Form id="open" answer={answer} encType="multipart/form-data">
          <Notice tone="warning">{t("claim.bars")}</Notice>
          <Hidden name="intent" value="open" />
          <Field name="died_on" type="date" label={t("claim.diedOn")} max={loaded.today} />
          <Field name="reported_by" label={t("claim.reportedBy")} hint={t("claim.reportedByHint")} maxLength={200} autoComplete="off" />
          <FileField name="file" label={t("claim.certificate")} />
          <TextareaField name="note" label={t("claim.note")} optional rows={3} maxLength={1000} />
          <CheckField name="understood" label={t("claim.understood")} />
          <RequestKey value={requestKey} />
          <SubmitButton look="danger">{t("claim.open")}</SubmitButton>
        </Form>
      </Card>
    </>
  );
}
