import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffExportFile } from "~/db/report.server";
import { sendFile } from "~/files/send-file.server";
import { contentTypes, reportFileName } from "~/reports/file.server";
import { isReportName } from "~/reports/reports";

/** A finished file of a report. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { storage_key, report, from, until, format } = await staffExportFile(token, paramId(params));
    const name = isReportName(report) ? reportFileName({ name: report, format, from, until }) : `coffer.${format}`;
    return sendFile({ id: storage_key, storage_key, name, mime: contentTypes[format] });
  });
}
