/** Imports of companies from elsewhere: drafts with their files, what is wrong with them, and how far they are. */
import { z } from "zod";

import { ask, askLong, read, sql } from "./db.server";
import { amount, count, currency, day, id, instant, maybe, walletKind, type Paging } from "./shapes.server";

export const importKinds = ["members", "balances", "investments", "tree", "bookings"] as const;
export type ImportKind = (typeof importKinds)[number];

const number = z.string().regex(/^\d+$/);

export const importLine = z.object({
  id,
  reference: z.string(),
  currency,
  cutover_on: day,
  deployed: amount,
  method: maybe(z.string()),
  state: z.enum(["draft", "submitted", "posted", "dropped"]),
  made_by: z.string(),
  made_at: instant,
  request: maybe(id),
  ended_at: maybe(instant),
  files: z.array(z.object({ kind: z.enum(importKinds), name: z.string(), rows: count, hash: z.string(), uploaded_at: instant })),
});
export type ImportLine = z.output<typeof importLine>;

export const importTotals = z.object({
  members: number,
  wallets: z.array(z.object({ wallet: walletKind, amount, members: number })),
  investments: number,
  principal: amount,
  /** earned by the contracts until the cut-over: paid elsewhere, not opened here */
  accrued: amount,
  nodes: number,
  /** deepest level below the company */
  depth: number,
  /** units that count in the tree, pairs that were paid elsewhere, and pairs that match here when the next month opens */
  units: number,
  pairs: number,
  backlog: number,
  bookings: number,
  booked: amount,
  /** what members are owed by opening balances and contracts, and where it lies */
  owed: amount,
  bank: amount,
  deployed: amount,
});
export type ImportTotals = z.output<typeof importTotals>;

const fault = z.object({ file: z.enum(["import", ...importKinds]), line: maybe(count), column: z.string(), fault: z.string(), params: z.record(z.string(), z.string()) });
export type ImportFault = z.output<typeof fault>;

const listSchema = z.object({ items: z.array(importLine), next: maybe(z.string()), methods: z.array(z.object({ id, name: z.string(), currency })) });
export type Imports = z.output<typeof listSchema>;

/** Imports, newest first, and the methods a new one can name. */
export function staffImports(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<Imports> {
  return read(listSchema, sql`select desk.staff_imports(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

/** How far the worker is with a large import; a problem says why it came to nothing. */
export const importRun = z.object({
  state: z.enum(["waiting", "running", "finished", "failed", "dropped"]),
  done: count,
  steps: count,
  asked_at: instant,
  begun_at: maybe(instant),
  ended_at: maybe(instant),
  problem: maybe(z.object({ code: z.string(), params: z.record(z.string(), z.string()) })),
});
export type ImportRun = z.output<typeof importRun>;

/** Of a large import the totals are null until the worker has looked at it. */
const detailSchema = z.object({ import: importLine, totals: maybe(importTotals), faults: z.array(fault), fault_count: count, large: z.boolean(), check: maybe(importRun), posting: maybe(importRun) });
export type ImportDetail = z.output<typeof detailSchema>;

/** One import with the first 200 of its faults. */
export function staffImport(token: string, which: string): Promise<ImportDetail> {
  return read(detailSchema, sql`select desk.staff_import(p_token => ${token}::text, p_import => ${which}::uuid) as answer`);
}

const imported = z.object({ import: id });

/** Deployed is decimal text. Throws `invalid_input` (cutover_on, currency, method), `currency_mismatch`, `invalid_amount`. */
export function staffImportBegin(token: string, draft: { currency: string; cutoverOn: string; method: string; deployed: string; key: string }): Promise<z.output<typeof imported>> {
  return ask(
    imported,
    sql`select desk.staff_import_begin(p_token => ${token}::text, p_currency => ${draft.currency}::text, p_cutover_on => ${draft.cutoverOn}::date, p_method => ${draft.method}::uuid,
      p_deployed => ${draft.deployed}::text, p_key => ${draft.key}::uuid) as answer`,
  );
}

/** Lines are texts, the first of each is its number in the file. Throws `import_columns`, `import_empty`, `import_too_long`, `import_closed`. */
export function staffImportFile(token: string, which: string, file: { kind: string; name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }, key: string): Promise<z.output<typeof imported>> {
  return ask(
    imported,
    sql`select desk.staff_import_file(p_token => ${token}::text, p_import => ${which}::uuid, p_kind => ${file.kind}::text, p_name => ${file.name}::text, p_columns => ${[...file.columns]}::jsonb,
      p_rows => ${file.rows.map((row) => [...row])}::jsonb, p_key => ${key}::uuid) as answer`,
  );
}

export function staffImportFileRemove(token: string, which: string, kind: string, key: string): Promise<z.output<typeof imported>> {
  return ask(imported, sql`select desk.staff_import_file_remove(p_token => ${token}::text, p_import => ${which}::uuid, p_kind => ${kind}::text, p_key => ${key}::uuid) as answer`);
}

/** Asks for a large draft to be checked once more. Throws `import_closed`. */
export function staffImportCheck(token: string, which: string, key: string): Promise<z.output<typeof imported>> {
  return ask(imported, sql`select desk.staff_import_check(p_token => ${token}::text, p_import => ${which}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Throws `import_faulty`, `import_unchecked`, `import_closed`. */
export function staffImportSubmit(token: string, which: string, key: string): Promise<{ request: string }> {
  return ask(z.object({ request: id }), sql`select desk.staff_import_submit(p_token => ${token}::text, p_import => ${which}::uuid, p_key => ${key}::uuid) as answer`);
}

export function staffImportDrop(token: string, which: string, key: string): Promise<z.output<typeof imported>> {
  return ask(imported, sql`select desk.staff_import_drop(p_token => ${token}::text, p_import => ${which}::uuid, p_key => ${key}::uuid) as answer`);
}

/** The worker begins a check or a posting, or begins it anew after an attempt that was cut off; nothing to do without `go`. */
export function workerImportBegin(run: string): Promise<{ go: boolean; kind: "check" | "post" | null; attempt: number | null; steps: number | null }> {
  return ask(
    z.object({ go: z.boolean(), kind: maybe(z.enum(["check", "post"])), attempt: maybe(count), steps: maybe(count) }),
    sql`select desk.worker_import_begin(p_run => ${run}::uuid) as answer`,
  );
}

/** Ten thousand members took some 20 s (docs/performance.md); what takes longer than this is given up, and nothing of it is there. */
const minutes = 60;

/** One step of a check; false when another attempt has taken over, or the draft has changed. */
export async function workerImportCheck(run: string, attempt: number, step: number): Promise<boolean> {
  const { current } = await askLong(
    z.object({ current: z.boolean() }),
    sql`select desk.worker_import_check(p_run => ${run}::uuid, p_attempt => ${attempt}::integer, p_step => ${step}::integer) as answer`,
    minutes,
  );
  return current;
}

/** Posts, whole or not at all. */
export async function workerImportPost(run: string, attempt: number): Promise<"posted" | "impossible" | "gone"> {
  const { state } = await askLong(
    z.object({ state: z.enum(["posted", "impossible", "gone"]) }),
    sql`select desk.worker_import_post(p_run => ${run}::uuid, p_attempt => ${attempt}::integer) as answer`,
    minutes,
  );
  return state;
}
