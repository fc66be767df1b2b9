/** One document of the operator: every version, what it is, a new file, its retirement. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Disclosure } from "~/components/admin/disclosure";
import { FactFields, VersionFields } from "~/components/admin/documents/paper-fields";
import { factsOf, paperAction, validityOf } from "~/components/admin/documents/paper-form.server";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { answerFor } from "~/forms/answer";
import { Card, DataTable, DateText, DescriptionList, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffPaper, staffPaperReplace, staffPaperRetire, staffPaperSave } from "~/db/vault.server";
import { attachUpload } from "~/files/attach-upload.server";
import { readUpload } from "~/files/read-upload.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle = { title: (loaded: { paper: { title: string } } | undefined) => loaded?.paper.title ?? "admin:documents.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffPaper(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, upload, refused } = await readUpload(request, "file");
  const submission = await readForm(form, paperAction());
  if (refused) return refuseWith(submission, "file", refused);
  if (submission.status !== "success") return refuse(submission);
  const typed = submission.value;
  if (typed.intent === "replace" && upload === null) return refuseWith(submission, "file", "file_missing");
  return withSession(request, async () => {
    const paper = paramId(params);
    try {
      if (typed.intent === "save") await staffPaperSave(token, paper, factsOf(typed));
      else if (typed.intent === "retire") await staffPaperRetire(token, paper);
      else await attachUpload(upload, (file) => staffPaperReplace(token, paper, validityOf(typed), file, typed.key));
      return redirect(saidPath(`/admin/documents/${paper}`, typed.intent === "retire" ? "retired" : "saved"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["kind", "title", "issuer", "valid_from", "valid_until", "file"] });
    }
  });
}

export default function Document() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { paper, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const writes = may("documents.write") && paper.state !== "retired";
  return (
    <Page>
      <PageHeader title={paper.title} crumbs={[{ label: t("documents.title"), to: "/admin/documents" }, { label: paper.title }]} aside={<StateBadge state={paper.state} />} />
      <SaidNotice />
      {paper.due ? <Notice tone="warning">{t("documents.dueText")}</Notice> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("documents.versions")} padded={false}>
            <DataTable
              caption={t("documents.versions")}
              rows={paper.versions}
              rowKey={({ id }) => id}
              columns={[
                { key: "no", label: t("documents.version"), kind: "title", cell: ({ no }) => <span className="numeral">{no}</span> },
                { key: "from", label: t("documents.validFrom"), cell: ({ valid_from: from }) => <DateText value={from} /> },
                { key: "until", label: t("documents.validUntil"), cell: ({ valid_until: until }) => (until ? <DateText value={until} /> : t("documents.noEnd")) },
                { key: "added", label: t("documents.added"), cell: ({ added_at, added_by }) => <>{added_by}, <TimeText value={added_at} /></> },
                {
                  key: "file",
                  label: t("documents.file"),
                  cell: ({ id, name }) => (
                    <a href={`/admin/documents/files/${id}`} className="link inline-flex min-h-6 items-center [overflow-wrap:anywhere]">
                      {name}
                    </a>
                  ),
                },
              ]}
            />
          </Card>
          {writes ? (
            <Card title={t("documents.replace")}>
              <Form id="replace" answer={answerFor(answer, "replace")} encType="multipart/form-data">
                <Hidden name="intent" value="replace" />
                <VersionFields />
                <RequestKey value={key} />
                <SubmitButton>{t("documents.replaceConfirm")}</SubmitButton>
              </Form>
            </Card>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("documents.about")}>
            <DescriptionList
              items={[
                { term: t("documents.kind"), value: t(`documents.kinds.${paper.kind}`) },
                { term: t("documents.issuer"), value: paper.issuer },
                { term: t("documents.reviewOn"), value: paper.review_on ? <DateText value={paper.review_on} /> : "–" },
                { term: t("documents.seenBy"), value: paper.public ? t("documents.everybody") : t("documents.staff") },
                paper.retired_at ? { term: t("documents.retiredAt"), value: <TimeText value={paper.retired_at} /> } : null,
              ]}
            />
          </Card>
          {writes ? (
            <>
              <Disclosure summary={t("documents.edit")} open={answerFor(answer, "save") !== undefined}>
                <Form id="save" answer={answerFor(answer, "save")} defaults={{ kind: paper.kind, title: paper.title, issuer: paper.issuer, review_on: paper.review_on ?? "", public: paper.public }}>
                  <Hidden name="intent" value="save" />
                  <FactFields />
                  <SubmitButton>{t("documents.save")}</SubmitButton>
                </Form>
              </Disclosure>
              <Disclosure summary={t("documents.retire")}>
                <p className="mb-4 text-sm">{t("documents.retireText")}</p>
                <Form id="retire" answer={answerFor(answer, "retire")}>
                  <Hidden name="intent" value="retire" />
                  <SubmitButton look="danger">{t("documents.retire")}</SubmitButton>
                </Form>
              </Disclosure>
            </>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
