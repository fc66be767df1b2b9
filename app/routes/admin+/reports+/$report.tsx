/** A report: its filter, drawing, sums and rows, and files of it. The address is the report. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { KindChart } from "~/components/admin/reports/kind-chart";
import { ReportChart } from "~/components/admin/reports/report-chart";
import { ReportFilter } from "~/components/admin/reports/report-filter";
import { findReport, readReportQuery } from "~/components/admin/reports/report-query.server";
import { ReportTable, ReportTotals } from "~/components/admin/reports/report-table";
import { SaveCard } from "~/components/admin/reports/save-card";
import { ThereCard } from "~/components/admin/reports/there-card";
import { kindBars, reportShape } from "~/components/charts/report-shape.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { Card, EmptyState, LinkButton, Notice, Page, PageHeader, Pager } from "~/components/ui";
import { Problem } from "~/db/db-error.server";
import { staffExportAsk } from "~/db/report.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { exportFormats, isReportName, mostRowsAtOnce, reports, type ReportName } from "~/reports/reports";

export const handle = { title: "reports:title" };

/** The report of the address. Who asks is found out before it is said that there is none. */
async function named(token: string, params: Record<string, string | undefined>): Promise<ReportName> {
  if (isReportName(params.report)) return params.report;
  await requirePermission(token, "reports.read");
  throw new Problem("not_found");
}

const schema = () => {
  const text = z.string().max(40).optional().transform((value) => value ?? null);
  const day = z.iso.date().optional().transform((value) => value ?? null);
  return z.object({ from: day, until: day, by: text, currency: text, part: text, format: z.enum(exportFormats), key: requestKey() });
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const name = await named(token, params);
    const { query, typed, faults: unread } = readReportQuery(request, name);
    const { report, faults } = await findReport(token, name, query, unread);
    const filter = report ? { from: report.from, until: report.until, by: report.by, currency: report.currency, part: report.part ?? "" } : typed;
    const { dates, by, part } = reports[name];
    const shown = Object.fromEntries(Object.entries(filter).filter(([field, value]) => value !== "" && (dates || (field !== "from" && field !== "until")) && (by || field !== "by") && (part !== null || field !== "part")));
    return data(
      {
        name,
        report,
        answer: { initialValue: filter, error: faults },
        filter: shown,
        search: new URLSearchParams(shown).toString(),
        short: report !== null && report.rows.length <= mostRowsAtOnce && report.next === null && query.cursor === null,
        shape: report && name !== "wallets" ? reportShape(report.rows, reports[name].bars) : null,
        kinds: kindBars(report?.kinds ?? []),
        key: newRequestKey(),
      },
      { status: report ? 200 : 422 },
    );
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const name = await named(token, params);
    try {
      await staffExportAsk(token, { ...submission.value, report: name, language: languageOf(request) });
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["format"] });
    }
    return redirect("/admin/reports/exports?asked=1");
  });
}

export default function ReportPageView() {
  const { t } = useTranslation("reports");
  const { name, report, answer, filter, search, short, shape, kinds, key } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title={t(`name.${name}`)}
        lead={t(`about.${name}`)}
        crumbs={[{ label: t("title"), to: "/admin/reports" }]}
        actions={<LinkButton to="/admin/reports/exports" look="secondary">{t("exports.title")}</LinkButton>}
      />
      <ReportFilter name={name} answer={answer} currencies={report?.currencies ?? []} parts={report?.parts ?? []} />
      {report === null ? <Notice tone="warning">{t("refused")}</Notice> : null}
      {report && name === "liquidity" ? <ThereCard report={report} /> : null}
      {report && !report.some ? (
        <Card padded={false}>
          <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>
        </Card>
      ) : null}
      {report?.some ? (
        <>
          {name === "wallets" ? null : <ReportTotals name={name} by={report.by} currency={report.currency} totals={report.totals} />}
          {shape ? (
            <Card>
              <ReportChart name={name} by={report.by} currency={report.currency} shape={shape} />
            </Card>
          ) : null}
          {kinds.length > 0 ? (
            <Card title={t("byKind")}>
              <KindChart bars={kinds} currency={report.currency} />
            </Card>
          ) : null}
          <Card title={t("figures")} action={<span className="text-quiet">{t("amountsIn", { currency: report.currency })}</span>} padded={false}>
            <ReportTable name={name} by={report.by} currency={report.currency} rows={report.rows} />
            <Pager next={report.next} />
          </Card>
          <SaveCard name={name} search={search} filter={filter} short={short} answer={asked} requestKey={key} />
        </>
      ) : null}
    </Page>
  );
}
