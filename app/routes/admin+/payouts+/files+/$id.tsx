/** One file for the bank: to be saved in two forms, every line with how it stands, and the bank's answer to it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readAnswer } from "~/bank-file/answer.server";
import { takesPain001 } from "~/bank-file/file";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { Card, Count, DataTable, DescriptionList, LinkButton, Money, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { staffBankAnswer, staffBankAnswerCheck, staffBankFile, type AnswerFault } from "~/db/payout.server";
import { FileField, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { problemToSubmission, readForm, refuse, refuseProblem, refuseWith, requestKey } from "~/forms/submission.server";
import { decode } from "~/statements/decode";
import { readStatementFile } from "~/statements/read-file.server";
import { UnreadableStatement } from "~/statements/statement";

export const handle = { title: (loaded: { file: { reference: string } } | undefined) => loaded?.file.reference ?? "admin:bankFiles.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffBankFile(token, paramId(params))), key: newRequestKey() }));
}

const schema = () => z.object({ key: requestKey() });

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, file, fault } = await readStatementFile(request);
  const submission = await readForm(form, schema());
  if (file === null) return refuseWith(submission, "file", fault === "statement_large" ? fault : "file_missing");
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const one = paramId(params);
    try {
      const read = readAnswer(decode(file.bytes));
      if ("unreadable" in read) return refuseWith(submission, "file", read.unreadable);
      try {
        await staffBankAnswer(token, one, read.lines, submission.value.key);
        return redirect(saidPath(`/admin/payouts/files/${one}`, "answerTaken"));
      } catch (error) {
        if (!isProblem(error) || error.code !== "bank_answer_wrong") throw error;
        const faults = await staffBankAnswerCheck(token, one, read.lines);
        return data({ result: problemToSubmission(submission, error, { fields: ["file"] }), faults }, { status: error.status });
      }
    } catch (error) {
      if (error instanceof UnreadableStatement) return refuseWith(submission, "file", error.fault.code, error.fault.params);
      return refuseProblem(submission, error, { fields: ["file"] });
    }
  });
}

export default function BankFilePage() {
  const { t } = useTranslation(["admin", "problems"]);
  const { file, from, items, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = answer && "faults" in answer ? (answer.faults as AnswerFault[]) : [];
  const base = `/admin/payouts/files/${file.id}`;
  return (
    <Page>
      <PageHeader
        title={t("admin:bankFiles.titleOf", { reference: file.reference })}
        crumbs={[{ label: t("admin:payouts.title"), to: "/admin/payouts" }, { label: t("admin:bankFiles.title"), to: "/admin/payouts/files" }, { label: file.reference }]}
        actions={
          <>
            <LinkButton to={`${base}/csv`} reloadDocument download>{t("admin:bankFiles.csv")}</LinkButton>
            {takesPain001({ currency: file.currency, items }) ? <LinkButton to={`${base}/xml`} look="secondary" reloadDocument download>{t("admin:bankFiles.xml")}</LinkButton> : null}
          </>
        }
      />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Card title={t("admin:bankFiles.about")}>
          <DescriptionList
            items={[
              { term: t("admin:bankFiles.sum"), value: <Money amount={file.sum} currency={file.currency} /> },
              { term: t("admin:bankFiles.lines"), value: <Count value={file.lines} /> },
              { term: t("admin:bankFiles.from"), value: file.method, note: [from.account_name, from.account_number, from.ifsc].filter(Boolean).join(" · ") },
              { term: t("admin:bankFiles.at"), value: <TimeText value={file.made_at} /> },
              { term: t("admin:bankFiles.open"), value: <Count value={file.open} /> },
              { term: t("admin:bankFiles.paid"), value: <Count value={file.paid} /> },
              { term: t("admin:bankFiles.returned"), value: <Count value={file.returned} /> },
            ]}
          />
        </Card>
        {file.open > 0 ? (
          <Card title={t("admin:bankFiles.answer")}>
            <p className="mb-4 text-sm text-quiet">{t("admin:bankFiles.answerText")}</p>
            <Form answer={answer} encType="multipart/form-data">
              <FileField name="file" label={t("admin:bankFiles.answerFile")} hint={t("admin:bankFiles.answerHint")} accept=".csv,.txt,text/csv,text/plain" />
              {faults.length > 1 ? (
                <Notice tone="danger" title={t("admin:bankFiles.faults", { count: faults.length })}>
                  <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
                    {faults.map(({ line, fault }) => (
                      <li key={`${line} ${fault}`}>{t("problems:bank_answer_wrong", { line, context: fault })}</li>
                    ))}
                  </ul>
                </Notice>
              ) : null}
              <RequestKey value={key} />
              <SubmitButton>{t("admin:bankFiles.import")}</SubmitButton>
            </Form>
          </Card>
        ) : null}
      </div>
      <Card title={t("admin:bankFiles.payouts")} padded={false}>
        <DataTable
          caption={t("admin:bankFiles.payouts")}
          rows={items}
          rowKey={({ payout }) => payout}
          rowLink={({ payout }) => `/admin/payouts/${payout}`}
          columns={[
            { key: "no", label: t("admin:bankFiles.no"), kind: "number", cell: ({ no }) => <Count value={no} /> },
            { key: "reference", label: t("admin:payout.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "name", label: t("admin:method.accountName"), cell: ({ account_name }) => account_name },
            { key: "account", label: t("admin:method.accountNumber"), cell: ({ account_number, ifsc }) => <span className="break-all">{account_number}{ifsc ? <span className="block text-xs text-quiet">{ifsc}</span> : null}</span> },
            { key: "state", label: t("admin:requests.state"), cell: ({ state, reason }) => <span><StateBadge state={state} />{reason ? <span className="block text-xs text-quiet">{reason}</span> : null}</span> },
            { key: "amount", label: t("admin:payout.bank"), kind: "amount", cell: ({ amount }) => <Money amount={amount} currency={file.currency} /> },
          ]}
        />
      </Card>
    </Page>
  );
}
