import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { Problem } from "~/db/db-error.server";
import { memberStatement } from "~/db/ledger-statement.server";
import { csvStream } from "~/files/csv.server";
import { savedAs, textStream } from "~/files/stream.server";
import { env } from "~/http/env.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { statementHeader, statementRows } from "~/member-statement/csv.server";
import { statementJson } from "~/member-statement/json.server";
import { statementParts } from "~/member-statement/parts.server";
import { statementPdf } from "~/member-statement/pdf.server";
import { fitsPdf, readStatementQuery, statementSearch } from "~/member-statement/query";

/** Lines read at once. A page of a PDF is work without a pause, so that others wait for fewer. */
const chunk = { pdf: 50, csv: 500, json: 500 };

/** The member's statement as a file: the same answer as the page, read to its end. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { format } = params;
  const { query, faults } = readStatementQuery(new URL(request.url).searchParams);
  return withMember(request, async (token) => {
    if (format !== "pdf" && format !== "csv" && format !== "json") throw new Problem("not_found");
    if (Object.keys(faults).length > 0) throw new Problem("invalid_input");
    const limit = chunk[format];
    const first = await memberStatement(token, query, { limit });
    // Named days, so that no page of it is of another day than the first.
    const days = { ...query, period: "dates", from: first.from, to: first.to };
    const parts = statementParts(first, (cursor) => memberStatement(token, days, { cursor, limit }));
    const i18n = createI18n(languageOf(request));
    const name = `coffer-statement-${first.from}-${first.to}`;
    const links = { seals: `${env().PUBLIC_URL}/seals`, verify: `${env().PUBLIC_URL}/verify` };
    if (format === "csv") return csvStream(name, statementHeader(i18n), statementRows(i18n, first, parts));
    if (format === "json") return textStream(statementJson(i18n, first, links, parts), savedAs(`${name}.json`, "application/json; charset=utf-8"));
    // The page says why.
    if (!fitsPdf(first)) return redirect(`/statements?${statementSearch(query)}`);
    return new Response(new Uint8Array(await statementPdf(i18n, first, links, parts)), { headers: savedAs(`${name}.pdf`, "application/pdf") });
  });
}
