import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { Problem } from "~/db/db-error.server";
import { importKinds } from "~/db/import.server";
import { csvResponse } from "~/files/csv.server";
import { importTemplates } from "~/import/templates";

/** A file of one kind to begin from: the headings, and lines that show what stands below them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "imports.prepare");
    const kind = importKinds.find((one) => one === params.kind);
    if (!kind) throw new Problem("not_found");
    const { header, rows } = importTemplates[kind];
    return csvResponse(kind, header, rows);
  });
}
