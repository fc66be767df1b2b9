import type { StatementQuery } from "~/db/ledger-statement.server";
import { isDay } from "~/money/dates";

/** So many movements are some eighty pages of a PDF and some seconds of work; beyond that the other files serve better. */
export const mostLinesOfPdf = 2_000;

export const fitsPdf = ({ sections }: { sections: { lines: number }[] }): boolean => sections.reduce((sum, { lines }) => sum + lines, 0) <= mostLinesOfPdf;

/**
 * What an address asks for. A day that the calendar does not have is a fault here, because the database would never see it; everything
 * else the database refuses itself.
 */
export function readStatementQuery(search: URLSearchParams): { query: StatementQuery; faults: Record<string, string[]> } {
  const text = (name: string) => search.get(name)?.slice(0, 40) || null;
  const query: StatementQuery = { period: text("period"), from: null, to: null, wallet: text("wallet"), currency: text("currency") };
  const faults: Record<string, string[]> = {};
  if (query.period !== "dates") return { query, faults };
  for (const name of ["from", "to"] as const) {
    const value = text(name);
    if (value === null) faults[name] = ["required"];
    else if (!isDay(value)) faults[name] = ["invalid_date"];
    else query[name] = value;
  }
  return { query, faults };
}

/** The address of the same statement in another form or place. */
export function statementSearch(query: StatementQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.toString();
}
