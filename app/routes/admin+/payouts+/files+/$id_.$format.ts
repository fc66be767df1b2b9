import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { bankFileCsv } from "~/bank-file/csv.server";
import { takesPain001 } from "~/bank-file/file";
import { pain001 } from "~/bank-file/pain001.server";
import { paramId } from "~/components/admin/param-id.server";
import { Problem } from "~/db/db-error.server";
import { staffBankFile } from "~/db/payout.server";
import { csvResponse } from "~/files/csv.server";
import { savedAs } from "~/files/stream.server";

/** A file as the bank takes it: its own CSV, or ISO 20022 pain.001. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file, from, columns, items } = await staffBankFile(token, paramId(params));
    const forBank = { ...file, from, columns, items };
    if (params.format === "csv") {
      const { header, rows } = bankFileCsv(forBank);
      return csvResponse(file.reference, header, rows);
    }
    if (params.format === "xml" && takesPain001(forBank)) return new Response(pain001(forBank), { headers: savedAs(`${file.reference}.xml`, "application/xml; charset=utf-8") });
    throw new Problem("not_found");
  });
}
