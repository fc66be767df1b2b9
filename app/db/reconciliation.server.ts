/** Client money held against bank statements: files, lines, matches, daily sheets. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { amount, count, currency, day, empty, id, instant, maybe } from "./shapes.server";

const overviewSchema = z.object({
  /** the last day that is over */
  yesterday: day,
  methods: z.array(
    z.object({
      id,
      name: z.string(),
      type: z.string(),
      currency,
      active: z.boolean(),
      balance: amount,
      begins_on: maybe(day),
      signed_on: maybe(day),
      signed_at: maybe(instant),
      waiting_on: maybe(day),
      waiting_request: maybe(id),
      lines_to: maybe(day),
      open_lines: count,
    }),
  ),
});
export type ReconciliationOverview = z.output<typeof overviewSchema>;

export function staffReconciliation(token: string): Promise<ReconciliationOverview> {
  return read(overviewSchema, sql`select desk.staff_reconciliation(p_token => ${token}::text) as answer`);
}

const counts = { imported: count, skipped: count, refused: count };

const formSchema = z.object({
  method: z.object({ id, name: z.string(), type: z.string(), currency, account_number: maybe(z.string()) }),
  mapping: z.record(z.string(), z.string().nullable()),
  begins_on: maybe(day),
  may_import: z.boolean(),
  statements: z.array(z.object({ id, file_name: z.string(), format: z.string(), by: z.string(), at: instant, ...counts, matched: count })),
});
export type StatementForm = z.output<typeof formSchema>;

export function staffStatementForm(token: string, method: string): Promise<StatementForm> {
  return read(formSchema, sql`select desk.staff_statement_form(p_token => ${token}::text, p_method => ${method}::uuid) as answer`);
}

type StatementBegin = {
  method: string;
  fileName: string;
  sha256: string;
  format: string;
  mapping: Record<string, string | null>;
  beginsOn: string | null;
  opening: string | null;
  closings: { on: string; balance: string }[];
  key: string;
};

const begunSchema = z.object({ statement: id });

/** Begins an import. The lines follow in parts; an import that stops half-way is finished by importing the file again. */
export function staffStatementBegin(token: string, file: StatementBegin): Promise<z.output<typeof begunSchema>> {
  return ask(
    begunSchema,
    sql`select desk.staff_statement_begin(p_token => ${token}::text, p_method => ${file.method}::uuid, p_file_name => ${file.fileName}::text,
      p_sha256 => ${file.sha256}::text, p_format => ${file.format}::text, p_mapping => ${file.mapping}::jsonb, p_begins_on => ${file.beginsOn}::date,
      p_opening => ${file.opening}::text, p_closings => ${file.closings}::jsonb, p_key => ${file.key}::uuid) as answer`,
  );
}

const addedSchema = z.object(counts);

export function staffStatementLines(token: string, part: { statement: string; lines: readonly Readonly<Record<string, string | null>>[]; key: string }): Promise<z.output<typeof addedSchema>> {
  return ask(
    addedSchema,
    sql`select desk.staff_statement_lines(p_token => ${token}::text, p_statement => ${part.statement}::uuid, p_lines => ${part.lines}::jsonb,
      p_key => ${part.key}::uuid) as answer`,
  );
}

const closedSchema = z.object({ matched: count });

export function staffStatementClose(token: string, statement: string, key: string): Promise<z.output<typeof closedSchema>> {
  return ask(closedSchema, sql`select desk.staff_statement_close(p_token => ${token}::text, p_statement => ${statement}::uuid, p_key => ${key}::uuid) as answer`);
}

const statementSchema = z.object({
  statement: z.object({
    id,
    file_name: z.string(),
    sha256: z.string(),
    format: z.string(),
    by: z.string(),
    at: instant,
    ...counts,
    matched: count,
    /** false: the import stopped half-way */
    closed: z.boolean(),
    first_on: maybe(day),
    last_on: maybe(day),
    remarks: z.array(z.object({ line: count, outcome: z.enum(["refused", "skipped"]), reason: z.string() })),
  }),
  method: z.object({ id, name: z.string(), currency }),
});
export type StatementAnswer = z.output<typeof statementSchema>;

export function staffStatement(token: string, statement: string): Promise<StatementAnswer> {
  return read(statementSchema, sql`select desk.staff_statement(p_token => ${token}::text, p_statement => ${statement}::uuid) as answer`);
}

export const figures = z.object({
  requirement: amount,
  bank: amount,
  /** the bank states the balance; else it is the opening balance and every line since */
  stated: maybe(z.boolean()),
  difference: amount,
  opening_difference: amount,
  matched: count,
  bank_count: count,
  bank_sum: amount,
  books_count: count,
  books_sum: amount,
  unexplained: count,
  remainder: amount,
});
export type Figures = z.output<typeof figures>;

const candidate = z.object({ entry: z.string(), on: day, kind: z.string(), reference: maybe(z.string()) });

const item = z.object({
  item: z.string(),
  side: z.enum(["bank", "books", "opening"]),
  amount,
  on: day,
  reason: maybe(z.string()),
  note: maybe(z.string()),
  explained_by: maybe(z.string()),
  /** text and references as the bank wrote them: only for people who reconcile */
  text: maybe(z.string()),
  reference: maybe(z.string()),
  bank_reference: maybe(z.string()),
  kind: maybe(z.string()),
  /** matched with a later day */
  later: maybe(z.boolean()),
  candidates: maybe(z.array(candidate)),
});
export type OpenItem = z.output<typeof item>;

const sheetSchema = z.object({
  method: z.object({ id, name: z.string(), currency }),
  on: day,
  yesterday: day,
  begins_on: maybe(day),
  /** a statement reaches the end of this day */
  reached: z.boolean(),
  state: z.enum(["open", "submitted", "signed"]),
  /** something changed since it was submitted */
  stale: maybe(z.boolean()),
  may_write: z.boolean(),
  figures: maybe(figures),
  items: z.array(item),
  request: maybe(
    z.object({
      id,
      reference: z.string(),
      state: z.string(),
      needed: count,
      given: count,
      submitted_by: z.string(),
      submitted_at: instant,
      signed_by: z.array(z.object({ name: z.string(), at: instant })),
    }),
  ),
  /** lines booked on this day that are entries of the books */
  matches: z.array(
    z.object({
      line: id,
      amount,
      on: day,
      text: maybe(z.string()),
      bank_reference: maybe(z.string()),
      how: z.enum(["reference", "person"]),
      by: z.string(),
      kind: maybe(z.string()),
      reference: maybe(z.string()),
      value_on: day,
    }),
  ),
  earlier: z.array(z.object({ on: day, state: z.string(), at: instant })),
});
export type Sheet = z.output<typeof sheetSchema>;

/** A method's reconciliation of one day; of the last one that is over when none is given. */
export function staffReconciliationSheet(token: string, method: string, on: string | null): Promise<Sheet> {
  return read(sheetSchema, sql`select desk.staff_reconciliation_sheet(p_token => ${token}::text, p_method => ${method}::uuid, p_on => ${on}::date) as answer`);
}

/** `entry` is an entry of the books as a candidate names it. */
export function staffLineMatch(token: string, match: { line: string; entry: string; key: string }): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_line_match(p_token => ${token}::text, p_line => ${match.line}::uuid, p_entry => ${match.entry}::text, p_key => ${match.key}::uuid) as answer`);
}

export function staffLineUnmatch(token: string, line: string, key: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_line_unmatch(p_token => ${token}::text, p_line => ${line}::uuid, p_key => ${key}::uuid) as answer`);
}

const explainedSchema = z.object({ explained: count });

export function staffItemsExplain(token: string, asked: { method: string; items: string[]; reason: string; note: string | null; key: string }): Promise<z.output<typeof explainedSchema>> {
  return ask(
    explainedSchema,
    sql`select desk.staff_items_explain(p_token => ${token}::text, p_method => ${asked.method}::uuid, p_items => ${asked.items}::jsonb,
      p_reason => ${asked.reason}::text, p_note => ${asked.note}::text, p_key => ${asked.key}::uuid) as answer`,
  );
}

const submittedSchema = z.object({ sheet: id, request: id });

export function staffSheetSubmit(token: string, method: string, on: string, key: string): Promise<z.output<typeof submittedSchema>> {
  return ask(submittedSchema, sql`select desk.staff_sheet_submit(p_token => ${token}::text, p_method => ${method}::uuid, p_on => ${on}::date, p_key => ${key}::uuid) as answer`);
}
