import type { StatementQuery } from "~/db/ledger-statement.server";
import { isDay } from "~/money/dates";

type Lines = { sections: { lines: number }[]; rows_at_once: number; most_rows_of_pdf: number };
/** Movements of all its wallets. */
export const linesOf = ({ sections }: Lines): number => sections.reduce((sum, { lines }) => sum + lines, 0);

/** Whether its files are made by a worker. */
export const isLong = (statement: Lines): boolean => linesOf(statement) > statement.rows_at_once;

/** More movements are so many pages of a PDF that the other files serve better. */
export const fitsPdf = (statement: Lines): boolean => linesOf(statement) <= statement.most_rows_of_pdf;

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
