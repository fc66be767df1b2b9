import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { findReport, readReportQuery } from "~/components/admin/reports/report-query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { Problem } from "~/db/db-error.server";
import { savedAs } from "~/files/stream.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { contentTypes, reportFile, reportFileName } from "~/reports/file.server";
import { exportFormats, isReportName, mostRowsAtOnce } from "~/reports/reports";

/** A report that fits its page, as a file at once. A longer one is made by a worker: the page says how. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const format = exportFormats.find((one) => one === params.format);
  return withSession(request, async () => {
    // Who asks comes before what is asked for.
    await requirePermission(token, "reports.read");
    if (!isReportName(params.report) || format === undefined) throw new Problem("not_found");
    const name = params.report;
    const { query, faults } = readReportQuery(request, name);
    const { report } = await findReport(token, name, { ...query, cursor: null }, faults, mostRowsAtOnce);
    if (report === null) throw new Problem("invalid_input");
    if (!report.some || report.rows.length > mostRowsAtOnce || report.next !== null) return redirect(`/admin/reports/${name}${new URL(request.url).search}`);
    const { company, from, until, by, currency, rows, totals } = report;
    async function* parts() {
      yield { rows, totals };
      return true;
    }
    const file = { name, format, from, until, by, currency, company, madeAt: new Date().toISOString() };
    const made = await reportFile(createI18n(languageOf(request)), file, parts());
    if (made === null) throw new Problem("internal");
    return new Response(new Uint8Array(made.bytes), { headers: savedAs(reportFileName(file), contentTypes[format]) });
  });
}
