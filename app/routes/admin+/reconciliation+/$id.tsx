/** A client account's day: the books against the bank, what stands on one side only and why, and two signatures. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { readQuery } from "~/components/admin/query.server";
import { FiguresList } from "~/components/admin/reconciliation/figures-card";
import { ItemsForm } from "~/components/admin/reconciliation/items-form";
import { sheetSchema } from "~/components/admin/reconciliation/sheet-form.server";
import { DayChoice, EarlierList, MatchList, SubmitCard } from "~/components/admin/reconciliation/sheet-side";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { SaidNotice } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Card, EmptyState, LinkButton, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffItemsExplain, staffLineMatch, staffLineUnmatch, staffReconciliationSheet, staffSheetSubmit } from "~/db/reconciliation.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { formatDate } from "~/money/dates";

export const handle = { title: (loaded: { sheet: { method: { name: string } } } | undefined) => loaded?.sheet.method.name ?? "admin:recon.title" };

const day = /^\d{4}-\d{2}-\d{2}$/;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const on = readQuery(request).text("on", 10);
    const real = on !== null && day.test(on) && !Number.isNaN(Date.parse(on)) ? on : null;
    return data({ sheet: await staffReconciliationSheet(token, paramId(params), real), key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, sheetSchema());
  if (submission.status !== "success") return refuse(submission);
  const { step, on, key, items, reason, note, match, line } = submission.value;
  const method = paramId(params);
  const said = (word: string) => redirect(`/admin/reconciliation/${method}?on=${on}&said=${word}`);
  return withSession(request, async () => {
    try {
      if (step === "submit") {
        await staffSheetSubmit(token, method, on, key);
        return said("submitted");
      }
      if (step === "unmatch") {
        await staffLineUnmatch(token, line ?? "", key);
        return said("unmatched");
      }
      if (match !== undefined) {
        const [matched = "", entry = ""] = match.split("|");
        await staffLineMatch(token, { line: matched, entry, key });
        return said("matched");
      }
      if (items.length === 0) return refuseWith(submission, "items", "items_missing");
      if (reason === undefined) return refuseWith(submission, "reason", "reason_missing");
      await staffItemsExplain(token, { method, items, reason, note, key });
      return said("explained");
    } catch (error) {
      return refuseReason(submission, error, { fields: ["items", "reason", "note"] });
    }
  });
}

/** The form an answer belongs to: the page has two. */
const stepOf = (answer: unknown): unknown => (answer as { result?: { initialValue?: { step?: unknown } | null } } | undefined)?.result?.initialValue?.step;

export default function SheetPage() {
  const { t, i18n } = useTranslation("admin");
  const may = useMay();
  const { sheet, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { method, figures } = sheet;
  const submitting = stepOf(answer) === "submit";
  const importPath = `/admin/reconciliation/${method.id}/import`;
  return (
    <Page>
      <PageHeader
        title={t("recon.sheetOf", { name: method.name, date: formatDate(sheet.on, i18n.language) })}
        crumbs={[{ label: t("recon.title"), to: "/admin/reconciliation" }, { label: method.name }]}
        aside={<StateBadge state={sheet.state} />}
        actions={
          <LinkButton to={importPath} look="secondary">
            {t("recon.importTitle")}
          </LinkButton>
        }
      />
      <SaidNotice />
      <DayChoice sheet={sheet} />
      {figures === null ? (
        <Card padded={false}>
          <EmptyState title={t("recon.nothingYet")} action={<LinkButton to={importPath}>{t("recon.importTitle")}</LinkButton>}>
            {t("recon.nothingYetText")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <Card title={t("recon.figures")}>
              <FiguresList figures={figures} currency={method.currency} />
            </Card>
            <SubmitCard sheet={sheet} answer={submitting ? answer : undefined} requestKey={key} mayRead={may("requests.read")} />
          </div>
          <ItemsForm sheet={sheet} answer={submitting ? undefined : answer} requestKey={key} />
          <MatchList sheet={sheet} requestKey={key} />
        </>
      )}
      <EarlierList sheet={sheet} />
    </Page>
  );
}
