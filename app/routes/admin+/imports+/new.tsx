/** Begins an import: when the books elsewhere ended, in which currency, and where the members' money lies. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useStaff } from "~/components/admin/use-staff";
import { Card, EmptyState, LinkButton, Page, PageHeader } from "~/components/ui";
import { staffImportBegin, staffImports } from "~/db/import.server";
import { Field, Form, RequestKey, SelectField, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith, requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";

export const handle = { title: "admin:imports.begin" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ methods: (await staffImports(token, { limit: 1 })).methods, key: newRequestKey() }));
}

const schema = (language: Language) => z.object({ cutover_on: z.iso.date(), method: z.uuid(), deployed: typedAmount(language).optional(), key: requestKey() });

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  const { cutover_on: cutoverOn, method, deployed = "0", key } = submission.value;
  return withSession(request, async () => {
    // The currency is the method's: asking for both would ask for the same thing twice.
    const chosen = (await staffImports(token, { limit: 1 })).methods.find(({ id }) => id === method);
    if (!chosen) return refuseWith(submission, "method", "invalid_choice");
    try {
      const made = await staffImportBegin(token, { currency: chosen.currency, cutoverOn, method, deployed, key });
      return redirect(`/admin/imports/${made.import}`);
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

/** The last day that is certainly over, in every time zone. */
const dayBefore = (instant: string) => new Date(Date.parse(instant) - 2 * 86_400_000).toISOString().slice(0, 10);

export default function NewImport() {
  const { t } = useTranslation("admin");
  const { methods, key } = useLoaderData<typeof loader>();
  const { business_now } = useStaff();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("imports.begin")} lead={t("imports.beginLead")} crumbs={[{ label: t("imports.title"), to: "/admin/imports" }, { label: t("imports.begin") }]} />
      <Card>
        {methods.length === 0 ? (
          <EmptyState title={t("imports.noMethod")} action={<LinkButton to="/admin/methods">{t("methods.title")}</LinkButton>}>{t("imports.noMethodText")}</EmptyState>
        ) : (
          <Form answer={answer} defaults={{ cutover_on: dayBefore(business_now) }}>
            <Field name="cutover_on" type="date" label={t("imports.cutover")} hint={t("imports.cutoverHint")} className="max-w-[14rem]" />
            <SelectField name="method" label={t("imports.method")} hint={t("imports.methodHint")} options={methods.map(({ id, name, currency }) => ({ value: id, label: `${name} · ${currency}` }))} placeholder={methods.length > 1} />
            <Field name="deployed" label={t("imports.deployed")} hint={t("imports.deployedHint")} inputMode="decimal" autoComplete="off" optional className="max-w-[14rem]" />
            <RequestKey value={key} />
            <SubmitButton>{t("imports.begin")}</SubmitButton>
          </Form>
        )}
      </Card>
    </Page>
  );
}
