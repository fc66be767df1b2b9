import { stringify } from "csv-stringify/sync";

import { savedAs, textStream } from "./stream.server";

export type Row = (string | number)[];

const headers = (name: string) => savedAs(`${name}.csv`, "text/csv; charset=utf-8");

/** A negative decimal is a number in every spreadsheet and never a formula. */
const negative = /^-\d+(\.\d+)?$/;
const string = (text: string) => (negative.test(text) ? { value: text, escape_formulas: false } : text);

/** Texts that a spreadsheet would take for a formula are defused. */
const lines = (rows: Row[]): string => (rows.length === 0 ? "" : stringify(rows, { escape_formulas: true, record_delimiter: "windows", cast: { string } }));

/** Lets spreadsheets read the file as UTF-8. */
const mark = "\ufeff";

/** The lines of a table; the first ones of a file stand behind a mark. */
export const csvText = (rows: Row[], first: boolean): string => (first ? mark : "") + lines(rows);

/** A table to save. */
export function csvResponse(name: string, header: string[], rows: Row[]): Response {
  return new Response(mark + lines([header, ...rows]), { headers: headers(name) });
}

/** The text of a table of any length, part by part: `parts` yields rows as they are read. */
export async function* csvTexts(header: string[], parts: AsyncGenerator<Row[], void>): AsyncGenerator<string, void> {
  const first = await parts.next();
  yield mark + lines([header, ...(first.value ?? [])]);
  for await (const rows of parts) yield lines(rows);
}

/** A table of any length to save. The first part is awaited, so that a refusal is one. */
export const csvStream = (name: string, header: string[], parts: AsyncGenerator<Row[], void>): Promise<Response> => textStream(csvTexts(header, parts), headers(name));
