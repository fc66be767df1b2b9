/** One import: its files, everything that is wrong with them, what they add up to; then it is handed to two people, or dropped. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Disclosure } from "~/components/admin/disclosure";
import { FaultTable } from "~/components/admin/imports/fault-table";
import { FileList } from "~/components/admin/imports/file-list";
import { CheckState, PostingState } from "~/components/admin/imports/run-state";
import { shownState } from "~/components/admin/imports/shown-state";
import { Templates } from "~/components/admin/imports/templates";
import { TotalsCard } from "~/components/admin/imports/totals-card";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { Card, DateText, DescriptionList, Money, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { importKinds, staffImport, staffImportCheck, staffImportDrop, staffImportFile, staffImportFileRemove, staffImportSubmit } from "~/db/import.server";
import { FileField, Form, Hidden, RequestKey, SelectField, SubmitButton } from "~/forms";
import { answerFor } from "~/forms/answer";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith, requestKey } from "~/forms/submission.server";
import { readImportFile } from "~/import/read-import-file.server";
import { readImport } from "~/import/read-import.server";
import { formatTime } from "~/money/dates";

export const handle = { title: (loaded: { import: { reference: string } } | undefined) => loaded?.import.reference ?? "admin:imports.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffImport(token, paramId(params))), kinds: importKinds, key: newRequestKey() }));
}

const schema = () =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("file"), kind: z.enum(importKinds), key: requestKey() }),
    z.object({ intent: z.literal("remove"), kind: z.enum(importKinds), key: requestKey() }),
    z.object({ intent: z.literal("check"), key: requestKey() }),
    z.object({ intent: z.literal("submit"), key: requestKey() }),
    z.object({ intent: z.literal("drop"), key: requestKey() }),
  ]);

const said = { drop: "importDropped", check: "importChecking", remove: "importFileRemoved", file: "importFileRead" } as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, file, fault } = await readImportFile(request);
  const submission = await readForm(form, schema());
  if (fault === "import_large") return refuseWith(submission, "file", fault);
  if (submission.status !== "success") return refuse(submission);
  const typed = submission.value;
  return withSession(request, async () => {
    const one = paramId(params);
    const here = `/admin/imports/${one}`;
    try {
      if (typed.intent === "submit") return redirect(saidPath(`/admin/requests/${(await staffImportSubmit(token, one, typed.key)).request}`, "asked"));
      if (typed.intent === "drop") await staffImportDrop(token, one, typed.key);
      else if (typed.intent === "check") await staffImportCheck(token, one, typed.key);
      else if (typed.intent === "remove") await staffImportFileRemove(token, one, typed.kind, typed.key);
      else {
        if (file === null) return refuseWith(submission, "file", fault);
        const read = readImport(file.bytes);
        if ("unreadable" in read) return refuseWith(submission, "file", read.unreadable.code, read.unreadable.params);
        await staffImportFile(token, one, { kind: typed.kind, name: file.name, ...read }, typed.key);
      }
      return redirect(saidPath(here, said[typed.intent]));
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["file", "kind"] });
    }
  });
}

export default function ImportPage() {
  const { t, i18n } = useTranslation("admin");
  const { import: one, totals, faults, fault_count: count, large, check, posting, kinds, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draft = one.state === "draft";
  const here = `/admin/imports/${one.id}`;
  // What the worker checks can be handed on when it has done so; a small import is checked as its page is read.
  const unchecked = large && check?.state !== "finished";
  return (
    <Page>
      <PageHeader title={t("imports.titleOf", { reference: one.reference })} crumbs={[{ label: t("imports.title"), to: "/admin/imports" }, { label: one.reference }]} aside={<StateBadge state={shownState(one.state)} />} />
      <SaidNotice />
      {draft || one.state === "submitted" ? <PostingState run={posting} here={here} /> : null}
      {draft && large ? <CheckState run={check} here={here} /> : null}
      {one.state === "submitted" && (posting === null || posting.state === "dropped" || posting.state === "failed") ? (
        <Notice tone={count > 0 ? "danger" : "info"} title={count > 0 ? t("imports.noLonger") : t("imports.waiting")}>
          <Link to={`/admin/requests/${one.request}`} className="link inline-block py-1">{t("imports.toRequest")}</Link>
        </Notice>
      ) : null}
      {one.state === "posted" ? <Notice tone="success">{t("imports.postedText")}</Notice> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          {count > 0 ? <FaultTable faults={faults} count={count} /> : null}
          <FileList files={one.files} draft={draft} keyValue={key} />
          {draft ? (
            <Card title={t("imports.upload")}>
              {/* A file that was read is gone from the form, with scripts too. */}
              <Form key={one.files.map(({ kind, hash }) => `${kind} ${hash}`).join()} id="file" answer={answerFor(answer, "file")} encType="multipart/form-data">
                <Hidden name="intent" value="file" />
                <SelectField name="kind" label={t("imports.kind")} options={kinds.map((kind) => ({ value: kind, label: t(`imports.kinds.${kind}`) }))} placeholder />
                <FileField name="file" label={t("imports.file")} hint={t("imports.fileHint")} accept=".csv,text/csv" />
                <RequestKey value={key} />
                <SubmitButton>{t("imports.read")}</SubmitButton>
              </Form>
            </Card>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("imports.about")}>
            <DescriptionList
              items={[
                { term: t("imports.cutover"), value: <DateText value={one.cutover_on} /> },
                { term: t("imports.method"), value: one.method },
                { term: t("imports.deployed"), value: <Money amount={one.deployed} currency={one.currency} /> },
                { term: t("imports.made"), value: one.made_by, note: <TimeText value={one.made_at} /> },
                one.ended_at ? { term: t("imports.ended"), value: <TimeText value={one.ended_at} /> } : null,
              ]}
            />
          </Card>
          {one.state === "dropped" || totals === null ? null : <TotalsCard totals={totals} currency={one.currency} />}
          {draft && one.files.length > 0 ? (
            <Card title={t("imports.submit")}>
              <p className="mb-4 text-sm text-quiet">{unchecked ? t("imports.checkFirst") : count > 0 ? t("imports.submitLater", { count }) : t("imports.submitText")}</p>
              <Form id="submit" answer={answerFor(answer, "submit")}>
                <Hidden name="intent" value="submit" />
                <RequestKey value={key} />
                {count > 0 || unchecked ? null : <SubmitButton>{t("imports.submit")}</SubmitButton>}
              </Form>
              {large && check && check.ended_at !== null ? (
                <Form id="check" answer={answerFor(answer, "check")} className="mt-4">
                  {unchecked ? null : <p className="text-sm text-quiet">{t("imports.checkedAt", { time: formatTime(check.ended_at, i18n.language) })}</p>}
                  <Hidden name="intent" value="check" />
                  <RequestKey value={key} />
                  <SubmitButton look="secondary">{t("imports.checkAgain")}</SubmitButton>
                </Form>
              ) : null}
            </Card>
          ) : null}
          {draft ? (
            <Disclosure summary={t("imports.drop")} open={answerFor(answer, "drop") !== undefined}>
              <p className="mb-4 text-sm">{t("imports.dropText")}</p>
              <Form id="drop" answer={answerFor(answer, "drop")}>
                <Hidden name="intent" value="drop" />
                <RequestKey value={key} />
                <SubmitButton look="danger">{t("imports.drop")}</SubmitButton>
              </Form>
            </Disclosure>
          ) : null}
          {draft ? <Templates /> : null}
        </div>
      </div>
    </Page>
  );
}
