import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { Problem } from "~/db/db-error.server";
import { memberStatement } from "~/db/ledger-statement.server";
import { savedAs, textStream } from "~/files/stream.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { contentTypes, linesAtOnce, statementFile, statementName } from "~/member-statement/file.server";
import { isLong, readStatementQuery, statementSearch } from "~/member-statement/query";

/** The member's statement as a file: the same answer as the page, read to its end. A long one is made by a worker: the page says how. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { format } = params;
  const { query, faults } = readStatementQuery(new URL(request.url).searchParams);
  return withMember(request, async (token) => {
    if (format !== "pdf" && format !== "csv" && format !== "json") throw new Problem("not_found");
    if (Object.keys(faults).length > 0) throw new Problem("invalid_input");
    const limit = linesAtOnce[format];
    const first = await memberStatement(token, query, { limit });
    if (isLong(first)) return redirect(`/statements?${statementSearch(query)}`);
    // Named days, so that no page of it is of another day than the first.
    const days = { ...query, period: "dates", from: first.from, to: first.to };
    const parts = statementFile(createI18n(languageOf(request)), format, first, (cursor) => memberStatement(token, days, { cursor, limit }));
    return textStream(parts, savedAs(statementName(first.from, first.to, format), contentTypes[format]));
  });
}
