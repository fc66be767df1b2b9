/** Statement lines from a bank's CSV, by the account's mapping. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { parse, CsvError } from "csv-parse";

import { columnFields, columnsOf, type ColumnField, type CsvMapping } from "./csv-mapping";
import { readAmount, readDay } from "./figures";
import { countEqual, tidy, unreadable, type Statement, type StatementLine } from "./statement";

/** Banks put their address and a summary before the header. */
const headerWithin = 30;
const chunk = 64 * 1024;

type Row = { line: string; cells: string[] };
type Columns = Record<ColumnField, number[]>;

const blank: Omit<StatementLine, "n" | "refusal"> = { booked_on: null, value_on: null, amount: null, currency: null, bank_reference: null, detail: "0", reference: null, text: null, ordinal: "1" };

type Broken = { line: string; broken: string };

async function readRows(text: string, delimiter: string): Promise<(Row | Broken)[]> {
  // One kind of line end, so that a break within quotes counts as one line.
  const even = text.replace(/\r\n?/g, "\n");
  const parts = function* () {
    for (let at = 0; at < even.length; at += chunk) yield even.slice(at, at + chunk);
  };
  const found: (Row | Broken)[] = [];
  let line = 0;
  // Taken as they are read: an error would throw away what the stream still holds.
  const keep = (cells: string[], info: { lines: number }) => {
    line = info.lines;
    found.push({ line: String(line), cells });
    return null;
  };
  try {
    await pipeline(Readable.from(parts()), parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: chunk, on_record: keep }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // An unclosed quote swallows what follows: what came before is kept, the rest is told as one.
    found.push({ line: String(line + 1), broken: error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote_open" : "line_unreadable" });
  }
  return found;
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Where the mapped columns stand in a row, if it is the header. */
function header(cells: string[], mapping: CsvMapping): Columns | null {
  const found = columnFields.map((field) => [field, columnsOf(mapping, field).map((name) => cells.findIndex((cell) => same(cell, name)))] as const);
  if (found.some(([, places]) => places.includes(-1))) return null;
  for (const field of columnFields)
    for (const name of columnsOf(mapping, field)) if (cells.filter((cell) => same(cell, name)).length > 1) unreadable("column_twice", { column: name }, field);
  return Object.fromEntries(found) as Columns;
}

/** No row has every mapped column: says which is missing, and what the most likely header holds. */
function noHeader(before: Row[], mapping: CsvMapping): never {
  const known = (cells: string[]) => columnFields.flatMap((field) => columnsOf(mapping, field)).filter((name) => cells.some((cell) => same(cell, name))).length;
  const likely = [...before].sort((a, b) => known(b.cells) - known(a.cells) || b.cells.length - a.cells.length)[0]?.cells ?? [];
  for (const field of columnFields)
    for (const name of columnsOf(mapping, field))
      if (!likely.some((cell) => same(cell, name))) unreadable("column_missing", { column: name, columns: likely.map((cell) => cell.trim()).filter((cell) => cell !== "").slice(0, 20).join(", ").slice(0, 300) }, field);
  return unreadable("statement_unreadable");
}

function amountOf(mapping: CsvMapping, cell: (field: ColumnField) => string): string | null {
  if (mapping.amount !== null) return readAmount(cell("amount"), mapping.decimal);
  const read = (field: "debit" | "credit") => (cell(field) === "" ? "0" : readAmount(cell(field), mapping.decimal)?.replace("-", "") ?? null);
  const [debit, credit] = [read("debit"), read("credit")];
  if (debit === null || credit === null) return null;
  const nothing = (amount: string) => !/[1-9]/.test(amount);
  if (!nothing(debit) && !nothing(credit)) return null;
  return nothing(debit) ? credit : `-${debit}`;
}

function lineOf({ line, cells }: Row, width: number, columns: Columns, mapping: CsvMapping): StatementLine {
  const cell = (field: ColumnField) => columns[field].map((place) => (cells[place] ?? "").trim()).filter((part) => part !== "").join(" ");
  const refused = (refusal: string): StatementLine => ({ n: line, ...blank, refusal });
  if (cells.length < width && columnFields.some((field) => columns[field].some((place) => place >= cells.length))) return refused("columns_missing");
  // A comma that was not quoted shifts what follows: better no line than a wrong one.
  if (cells.slice(width).some((extra) => extra.trim() !== "")) return refused("columns_too_many");
  const booked = readDay(cell("booked_on"), mapping.date_format);
  if (booked === null) return refused("booked_on_invalid");
  const value = cell("value_on") === "" ? booked : readDay(cell("value_on"), mapping.date_format);
  if (value === null) return refused("value_on_invalid");
  const amount = amountOf(mapping, cell);
  if (amount === null) return refused("amount_invalid");
  return {
    n: line, refusal: null, booked_on: booked, value_on: value, amount, currency: tidy(cell("currency"), 10)?.toUpperCase() ?? null,
    bank_reference: tidy(cell("bank_reference"), 140), detail: "0", reference: tidy(cell("reference"), 140), text: tidy(cell("text"), 500), ordinal: "1",
  };
}

/** Reads a whole file. Throws `UnreadableStatement` when nothing of it can be read; single lines carry their refusal. */
export async function readCsv(text: string, mapping: CsvMapping): Promise<Statement> {
  const before: Row[] = [];
  const lines: StatementLine[] = [];
  let columns: Columns | null = null;
  let width = 0;
  for (const row of await readRows(text, mapping.delimiter === "tab" ? "\t" : mapping.delimiter)) {
    if ("broken" in row) {
      lines.push({ n: row.line, ...blank, refusal: row.broken });
    } else if (columns === null) {
      columns = header(row.cells, mapping);
      width = row.cells.length;
      before.push(row);
      if (columns === null && before.length === headerWithin) noHeader(before, mapping);
    } else {
      lines.push(lineOf(row, width, columns, mapping));
    }
  }
  if (columns === null) noHeader(before, mapping);
  if (lines.length === 0) unreadable("statement_empty");
  const days = lines.flatMap(({ booked_on }) => (booked_on === null ? [] : [booked_on])).sort();
  return { format: "csv", lines: countEqual(lines), beginsOn: days[0] ?? null, opening: null, closings: [] };
}
