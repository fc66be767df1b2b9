/** Reports of staff: figures of the whole operator, each reconciling to the ledger. Amounts are of the currency the answer names. */
import { z } from "zod";

import { ask, read, sql, type Statement } from "./db.server";
import type { ReportName } from "~/reports/reports";
import { amount, count, currency, day, id, instant, maybe } from "./shapes.server";

const on = day;
const counts = <Key extends string>(...keys: Key[]) => Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>;
const amounts = <Key extends string>(...keys: Key[]) => Object.fromEntries(keys.map((key) => [key, amount])) as Record<Key, typeof amount>;

/** What the rows of each report hold; seconds are whole. */
const rows = {
  days: z.object({ on, ...counts("joined", "members"), ...amounts("deposits", "interest", "commissions", "leaving", "other", "change", "fees") }),
  sales: z.object({ on, vehicle: z.string(), ...counts("booked", "cancelled"), ...amounts("price", "external", "emi", "returned", "net") }),
  activity: z.object({ on, ...counts("joined", "signed_in", "active", "depositors", "investors"), ...amounts("deposited", "invested") }),
  wallets: z.object({ id, on, posted_at: instant, member_id: id, member: z.string(), wallet: z.string(), kind: z.string(), amount }),
  commissions: z.object({ on, source: z.string(), count, ...amounts("earned", "posted", "held", "awaiting", "taken") }),
  accruals: z.object({ on, plan: z.string(), contracts: count, ...amounts("due", "paid", "awaiting") }),
  tax: z.object({ on, regime: z.string(), ...counts("members", "count"), ...amounts("gross", "tax", "booked_tax") }),
  approvals: z.object({ on, person: z.string(), ...counts("approved", "rejected", "median", "longest"), sum: amount }),
  liquidity: z.object({ on, ...amounts("principal", "returns", "commissions", "due", "cash", "returns_left", "commission_left") }),
} as const satisfies Record<ReportName, z.ZodType>;

/** Sums over all rows, and over those of other pages; people are not added up. */
const totals = z.record(z.string(), z.union([count, amount, z.null()]));

const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    report: z.string(),
    company: z.string(),
    from: day,
    until: day,
    by: z.string(),
    currency,
    part: maybe(z.string()),
    /** what it may be narrowed to */
    parts: z.array(z.object({ id, name: z.string() })),
    currencies: z.array(currency),
    /** whether anything happened at all; rows of empty days stand there nevertheless */
    some: z.boolean(),
    rows: z.array(row),
    totals,
    next: maybe(z.string()),
    /** wallets: sums by kind of movement */
    kinds: z.array(z.object({ kind: z.string(), lines: count, in: amount, out: amount, net: amount })).default([]),
    /** liquidity: what there is now */
    bank: maybe(amount),
    returns_there: maybe(amount),
    commission_there: maybe(amount),
  });

export type ReportQuery = { from: string | null; until: string | null; by: string | null; currency: string | null; part: string | null; cursor: string | null };

/** One function of the desk each, which asks for its own permission. */
const statements: Record<ReportName, (token: string, query: ReportQuery, limit: number) => Statement> = {
  days: (token, { from, until, by, currency: of }) => sql`select desk.staff_report_days(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text) as answer`,
  sales: (token, { from, until, by, currency: of, part }) =>
    sql`select desk.staff_report_sales(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text, p_vehicle => ${part}::uuid) as answer`,
  activity: (token, { from, until, by, currency: of }) => sql`select desk.staff_report_activity(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text) as answer`,
  wallets: (token, { from, until, currency: of, part, cursor }, limit) =>
    sql`select desk.staff_report_wallets(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_currency => ${of}::text, p_wallet => ${part}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  commissions: (token, { from, until, by, currency: of, part }) =>
    sql`select desk.staff_report_commissions(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text, p_source => ${part}::text) as answer`,
  accruals: (token, { from, until, by, currency: of, part }) =>
    sql`select desk.staff_report_accruals(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text, p_plan => ${part}::uuid) as answer`,
  tax: (token, { from, until, currency: of }) => sql`select desk.staff_report_tax(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_currency => ${of}::text) as answer`,
  approvals: (token, { from, until, by, currency: of, part }) =>
    sql`select desk.staff_report_approvals(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_by => ${by}::text, p_currency => ${of}::text, p_person => ${part}::uuid) as answer`,
  liquidity: (token, { currency: of }) => sql`select desk.staff_report_liquidity(p_token => ${token}::text, p_currency => ${of}::text) as answer`,
};

const pages = {
  days: page(rows.days),
  sales: page(rows.sales),
  activity: page(rows.activity),
  wallets: page(rows.wallets),
  commissions: page(rows.commissions),
  accruals: page(rows.accruals),
  tax: page(rows.tax),
  approvals: page(rows.approvals),
  liquidity: page(rows.liquidity),
} as const satisfies Record<ReportName, z.ZodType>;
export type ReportPage = Omit<z.output<typeof pages.days>, "rows"> & { rows: z.output<(typeof rows)[ReportName]>[] };

/** A report. Refuses `invalid_input`, `period_reversed` and `period_too_long` at `from`, `until`, `by`, `currency` or `part`. */
export function staffReport(token: string, name: ReportName, query: ReportQuery, limit = 25): Promise<ReportPage> {
  const shape: z.ZodType<ReportPage> = pages[name];
  return read(shape, statements[name](token, query, limit));
}

const exportSchema = z.object({
  id,
  report: z.string(),
  from: day,
  until: day,
  currency,
  format: z.string(),
  state: z.enum(["waiting", "running", "finished", "failed", "removed"]),
  total: count,
  done: count,
  asked_at: instant,
  asked_by: z.string(),
  bytes: maybe(count),
  expires_at: maybe(instant),
});
export type ReportExport = z.output<typeof exportSchema>;

/** Files of reports, newest first. */
export function staffExports(token: string, cursor: string | null, limit = 25): Promise<{ items: ReportExport[]; next: string | null }> {
  return read(z.object({ items: z.array(exportSchema), next: maybe(z.string()) }), sql`select desk.staff_exports(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

type Asked = Omit<ReportQuery, "cursor"> & { report: string; format: string; language: string; key: string };

/** Asks for a file of a report, which a worker makes. Refuses as `staffReport`, `export_too_long` at `format`, and `nothing_to_export`. */
export async function staffExportAsk(token: string, asked: Asked): Promise<string> {
  const { export: made } = await ask(
    z.object({ export: id }),
    sql`select desk.staff_export_ask(p_token => ${token}::text, p_report => ${asked.report}::text, p_from => ${asked.from}::date, p_until => ${asked.until}::date, p_by => ${asked.by}::text, p_currency => ${asked.currency}::text,
      p_part => ${asked.part}::text, p_format => ${asked.format}::text, p_language => ${asked.language}::text, p_key => ${asked.key}::uuid) as answer`,
  );
  return made;
}

const exportFileSchema = z.object({ storage_key: id, report: z.string(), from: day, until: day, format: z.enum(["csv", "xlsx", "pdf"]) });

/** Where the bytes of a finished file lie. Refuses `not_found`. */
export function staffExportFile(token: string, file: string): Promise<z.output<typeof exportFileSchema>> {
  return read(exportFileSchema, sql`select desk.staff_export_file(p_token => ${token}::text, p_export => ${file}::uuid) as answer`);
}

const reportRow = z.record(z.string(), z.union([z.string(), z.number().int(), z.null()]));

const begunSchema = z.object({
  go: z.boolean(),
  abandoned: maybe(id),
  report: maybe(z.string()),
  format: maybe(z.enum(["csv", "xlsx", "pdf"])),
  language: maybe(z.string()),
  from: maybe(day),
  until: maybe(day),
  by: maybe(z.string()),
  currency: maybe(currency),
  company: z.string(),
  at: maybe(instant),
});
export type ExportBegun = z.output<typeof begunSchema>;

/** The worker begins a file, or begins it anew after an attempt that was cut off. */
export function workerExportBegin(asked: string, file: string): Promise<ExportBegun> {
  return ask(begunSchema, sql`select desk.worker_export_begin(p_export => ${asked}::uuid, p_file => ${file}::uuid) as answer`);
}

const exportRowsSchema = z.object({ current: z.boolean(), rows: z.array(reportRow), totals: maybe(totals), next: maybe(z.string()) });
export type ExportRows = z.output<typeof exportRowsSchema>;

/** The next rows of a file when `done` are written. Without `current` another attempt has taken over. */
export function workerExportRows(asked: string, file: string, done: number, cursor: string | null, limit: number): Promise<ExportRows> {
  return ask(
    exportRowsSchema,
    sql`select desk.worker_export_rows(p_export => ${asked}::uuid, p_file => ${file}::uuid, p_done => ${done}::bigint, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

/** A file is made. Answers whether it counts; saying it again changes nothing. */
export async function workerExportFinish(asked: string, file: string, rowsMade: number, bytes: number, sha256: string): Promise<boolean> {
  const { kept } = await read(
    z.object({ kept: z.boolean() }),
    sql`select desk.worker_export_finish(p_export => ${asked}::uuid, p_file => ${file}::uuid, p_rows => ${rowsMade}::bigint, p_bytes => ${bytes}::bigint, p_sha256 => ${sha256}::text) as answer`,
  );
  return kept;
}

/** Files whose time is over. */
export async function workerExportsDue(): Promise<{ export: string; file: string }[]> {
  return (await read(z.object({ due: z.array(z.object({ export: id, file: id })) }), sql`select desk.worker_exports_due() as answer`)).due;
}

/** The bytes of a file whose time is over are gone. */
export async function workerExportRemoved(asked: string): Promise<void> {
  await read(z.object({ done: z.boolean() }), sql`select desk.worker_export_removed(p_export => ${asked}::uuid) as answer`);
}
