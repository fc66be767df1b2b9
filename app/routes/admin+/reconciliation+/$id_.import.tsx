/** Imports a bank statement into a client account: CSV by the account's mapping, or camt.053. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { importSchema, mappingFault, mappingOf } from "~/components/admin/reconciliation/import-form.server";
import { MappingFields } from "~/components/admin/reconciliation/mapping-fields";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { Card, Count, DataTable, DateText, EmptyState, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { staffStatementForm } from "~/db/reconciliation.server";
import { AmountField, Field, FileField, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { importStatement, isXml } from "~/statements/import.server";
import { readStatementFile } from "~/statements/read-file.server";
import { UnreadableStatement } from "~/statements/statement";

export const handle = { title: "admin:recon.importTitle" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffStatementForm(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, file, fault } = await readStatementFile(request);
  const submission = await readForm(form, importSchema(languageOf(request)));
  if (file === null) return refuseWith(submission, "file", fault ?? "statement_missing");
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  if ((asked.closing === null) !== (asked.closing_on === undefined)) return refuseWith(submission, asked.closing === null ? "closing" : "closing_on", "closing_incomplete");
  return withSession(request, async () => {
    try {
      const xml = isXml(file.bytes);
      const missing = xml ? null : mappingFault(asked);
      if (missing) return refuseWith(submission, missing.field, missing.code);
      const closing = asked.closing !== null && asked.closing_on !== undefined ? { on: asked.closing_on, balance: asked.closing } : null;
      const statement = await importStatement(token, { method: paramId(params), file, mapping: xml ? null : mappingOf(asked), opening: asked.opening, closing, key: asked.key });
      return redirect(`/admin/reconciliation/statements/${statement}`);
    } catch (error) {
      if (error instanceof UnreadableStatement) return refuseWith(submission, error.fault.field, error.fault.code, error.fault.params);
      return refuseReason(submission, error, { fields: ["file", "opening", "closing"] });
    }
  });
}

export default function ImportPage() {
  const { t } = useTranslation("admin");
  const { method, mapping, begins_on, may_import, statements, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const defaults = Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, value ?? undefined]));
  return (
    <Page width="form">
      <PageHeader
        title={t("recon.importTitle")}
        lead={t("recon.importLead", { name: method.name })}
        crumbs={[{ label: t("recon.title"), to: "/admin/reconciliation" }, { label: method.name, to: `/admin/reconciliation/${method.id}` }, { label: t("recon.importTitle") }]}
      />
      {may_import ? (
        <Card>
          <Form answer={answer} encType="multipart/form-data" defaults={defaults}>
            <FileField name="file" label={t("recon.file")} hint={t("recon.fileHint")} accept=".csv,.txt,.xml,text/csv,text/xml,application/xml" />
            {begins_on === null ? <AmountField name="opening" label={t("recon.opening")} hint={t("recon.openingHint")} currency={method.currency} optional /> : null}
            <AmountField name="closing" label={t("recon.closing")} hint={t("recon.closingHint")} currency={method.currency} optional />
            <Field name="closing_on" type="date" label={t("recon.closingOn")} optional className="max-w-[14rem]" />
            <fieldset className="flex flex-col gap-5 border-t border-line pt-5">
              <legend className="sr-only">{t("recon.mapping")}</legend>
              <div>
                <p className="font-strong">{t("recon.mapping")}</p>
                <p className="text-sm text-quiet">{t("recon.mappingText")}</p>
              </div>
              <MappingFields />
            </fieldset>
            <RequestKey value={key} />
            <SubmitButton>{t("recon.import")}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <Notice>{t("recon.notYours")}</Notice>
      )}
      <Card title={t("recon.files")} padded={false}>
        <DataTable
          caption={t("recon.files")}
          rows={statements}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/reconciliation/statements/${id}`}
          columns={[
            { key: "file", label: t("recon.fileName"), kind: "title", cell: (row) => row.file_name },
            { key: "at", label: t("recon.by"), cell: (row) => <>{row.by}, <TimeText value={row.at} /></> },
            { key: "imported", label: t("recon.imported"), kind: "number", cell: (row) => <Count value={row.imported} /> },
            { key: "refused", label: t("recon.refused"), kind: "number", cell: (row) => <Count value={row.refused} /> },
          ]}
          empty={<EmptyState title={t("recon.noFiles")}>{t("recon.noFilesText")}</EmptyState>}
        />
      </Card>
      {begins_on ? (
        <p className="text-sm text-quiet">
          {t("recon.beginsOn")} <DateText value={begins_on} />
        </p>
      ) : null}
    </Page>
  );
}
