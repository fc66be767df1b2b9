/** A new tax rule from a day on. Rules never change, so a mistake is ended and written anew. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { families, ruleSchema } from "~/components/admin/tax/rule-form.server";
import { Card, Page, PageHeader } from "~/components/ui";
import { staffTaxRuleAdd, staffTaxRules } from "~/db/tax.server";
import { Field, Form, RadioField, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";

export const handle = { title: "admin:tax.add" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "tax.write");
    const { today } = await staffTaxRules(token);
    return data({ today, families, key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, ruleSchema());
  if (submission.status !== "success") return refuse(submission);
  const { family, rate, no_pan_rate, threshold, cap, from_on, until_on, certificate_form, payment_code, note, key } = submission.value;
  const [regime = "", scope = ""] = family.split(" ");
  return withSession(request, async () => {
    try {
      await staffTaxRuleAdd(token, { regime, scope, rate, noPanRate: no_pan_rate ?? null, threshold: threshold ?? null, cap: cap ?? null, fromOn: from_on, untilOn: until_on ?? null, certificateForm: certificate_form, paymentCode: payment_code ?? null, note, key });
      return redirect(saidPath("/admin/tax/rules", "ruleAdded"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
}

export default function NewRule() {
  const { t } = useTranslation("admin");
  const { today, families, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("tax.add")} lead={t("tax.addLead")} crumbs={[{ label: t("tax.register"), to: "/admin/tax" }, { label: t("tax.rules"), to: "/admin/tax/rules" }, { label: t("tax.add") }]} />
      <Card>
        <Form answer={answer} defaults={{ family: families[0], from_on: today }}>
          <RadioField name="family" label={t("tax.family")} options={families.map((family) => ({ value: family, label: t(`tax.families.${family.replace(" ", "_") as "SEED_per_payout"}`), hint: t(`tax.familyHint.${family.replace(" ", "_") as "SEED_per_payout"}`) }))} />
          <Field name="rate" label={t("tax.rate")} hint={t("tax.rateHint")} inputMode="decimal" autoComplete="off" className="max-w-[10rem]" />
          <Field name="no_pan_rate" label={t("tax.noPanRate")} hint={t("tax.noPanRateHint")} inputMode="decimal" autoComplete="off" optional className="max-w-[10rem]" />
          <Field name="threshold" label={t("tax.threshold")} hint={t("tax.thresholdHint")} inputMode="numeric" autoComplete="off" optional className="max-w-[10rem]" />
          <Field name="cap" label={t("tax.cap")} hint={t("tax.capHint")} inputMode="numeric" autoComplete="off" optional className="max-w-[10rem]" />
          <Field name="from_on" type="date" label={t("tax.from")} className="max-w-[14rem]" />
          <Field name="until_on" type="date" label={t("tax.until")} hint={t("tax.untilHint")} optional className="max-w-[14rem]" />
          <Field name="certificate_form" label={t("tax.form")} hint={t("tax.verifyHint")} autoComplete="off" maxLength={80} />
          <Field name="payment_code" label={t("tax.code")} hint={t("tax.verifyHint")} autoComplete="off" maxLength={80} optional />
          <TextareaField name="note" label={t("tax.note")} hint={t("tax.noteHint")} maxLength={200} rows={2} />
          <RequestKey value={key} />
          <SubmitButton>{t("tax.addNow")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
