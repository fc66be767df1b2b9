/** A journal written by hand, for what has no form of its own. Two people agree before it is posted. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { manualKinds, manualLines } from "~/components/admin/books/journal-kinds";
import { filledLines, manualAccounts, manualSchema, memberCalled } from "~/components/admin/books/manual-form.server";
import { CurrencyChoice } from "~/components/admin/currency-choice";
import { readQuery } from "~/components/admin/query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { useAccountName } from "~/components/admin/use-account-name";
import { useLabel } from "~/components/admin/use-label";
import { useStaff } from "~/components/admin/use-staff";
import { Card, Page, PageHeader } from "~/components/ui";
import { staffJournalAsk } from "~/db/journal.server";
import { Field, Form, Hidden, RadioField, RequestKey, SelectField, SubmitButton, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:journals.write" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const asked = readQuery(request).text("currency", 5);
  return withSession(request, async () => {
    await requirePermission(token, "journals.write");
    return data({ ...(await manualAccounts(token, asked)), key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, manualSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  const { kind, currency, value_on, member, reason, key } = submission.value;
  const { lines, places } = filledLines(submission.value);
  return withSession(request, async () => {
    const whose = member === undefined || member === "" ? null : await memberCalled(token, member);
    if (member && whose === null) return refuseWith(submission, "member", "member_unknown");
    try {
      const { request: opened } = await staffJournalAsk(token, { kind, currency, valueOn: value_on, member: whose, lines, reason, key });
      return redirect(saidPath(`/admin/requests/${opened}`, "asked"));
    } catch (error) {
      // The database counts the lines that were filled in; the form has them at their places.
      const rename = Object.fromEntries(places.flatMap((place, n) => ["account", "debit", "credit"].map((part) => [`${part}_${n + 1}`, `${part}_${place}`])));
      return refuseProblem(submission, error, { rename });
    }
  });
}

export default function NewJournal() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { currency, currencies, names, methodNames, key } = useLoaderData<typeof loader>();
  const accountName = useAccountName(methodNames);
  const { business_now } = useStaff();
  const answer = useActionData<typeof action>();
  const options = names.map((name) => ({ value: name, label: accountName(name) }));
  return (
    <Page width="form">
      <PageHeader title={t("journals.write")} lead={t("journals.writeLead")} crumbs={[{ label: t("books.title"), to: "/admin/books" }, { label: t("journals.title"), to: "/admin/books/journals" }, { label: t("journals.write") }]} />
      <CurrencyChoice currencies={currencies} chosen={currency} />
      <Card>
        <Form answer={answer} defaults={{ kind: "adjustment", value_on: business_now.slice(0, 10) }}>
          <RadioField name="kind" label={t("journals.kind")} options={manualKinds.map((kind) => ({ value: kind, label: label("journal", kind), hint: t(`journals.kindHint.${kind}`) }))} />
          <Field name="value_on" type="date" label={t("journals.valueOn")} hint={t("journals.valueOnHint")} className="max-w-[14rem]" />
          <Field name="member" label={t("journals.member")} hint={t("journals.memberHint")} autoComplete="off" optional maxLength={254} />
          {manualLines.map((n) => (
            <fieldset key={n} className="grid gap-3 border-t border-line pt-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
              <legend className="float-left w-full text-sm font-strong sm:col-span-3">{t("journals.line", { n })}</legend>
              <SelectField name={`account_${n}`} label={t("books.account")} options={options} placeholder optional={n > 2} />
              <Field name={`debit_${n}`} label={t("books.debit")} inputMode="decimal" autoComplete="off" optional className="text-right tabular-nums" />
              <Field name={`credit_${n}`} label={t("books.credit")} inputMode="decimal" autoComplete="off" optional className="text-right tabular-nums" />
            </fieldset>
          ))}
          <TextareaField name="reason" label={t("journals.reason")} hint={t("journals.reasonHint")} maxLength={500} rows={3} />
          <Hidden name="currency" value={currency} />
          <RequestKey value={key} />
          <SubmitButton>{t("journals.ask")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
