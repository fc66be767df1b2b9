/** Packs for outside auditors: asking for them, and what the worker that makes one reads. */
import { z } from "zod";

import { ask, inSnapshot, read, sql, type Reader } from "./db.server";
import { count, currency, day, id, instant, maybe } from "./shapes.server";

const packSchema = z.object({
  id,
  from: maybe(day),
  until: maybe(day),
  state: z.enum(["waiting", "running", "finished", "failed", "removed"]),
  total: count,
  done: count,
  asked_at: instant,
  asked_by: z.string(),
  bytes: maybe(count),
  sha256: maybe(z.string()),
  expires_at: maybe(instant),
});
export type AuditPack = z.output<typeof packSchema>;

/** Packs, newest first. */
export function staffPacks(token: string, cursor: string | null, limit = 25): Promise<{ items: AuditPack[]; next: string | null }> {
  return read(z.object({ items: z.array(packSchema), next: maybe(z.string()) }), sql`select desk.staff_packs(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

/** Asks for a pack of some days, or of everything. Refuses `invalid_input` at `from` or `until`, `period_reversed` at `until`, and `nothing_to_export`. */
export async function staffPackAsk(token: string, { from, until, key }: { from: string | null; until: string | null; key: string }): Promise<string> {
  const { pack } = await ask(z.object({ pack: id }), sql`select desk.staff_pack_ask(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date, p_key => ${key}::uuid) as answer`);
  return pack;
}

const packFileSchema = z.object({ storage_key: id, from: maybe(day), until: maybe(day), asked_at: instant });

/** Where the bytes of a finished pack lie; taking them is written into the audit log. Refuses `not_found`. */
export function staffPackFile(token: string, pack: string): Promise<z.output<typeof packFileSchema>> {
  return ask(packFileSchema, sql`select desk.staff_pack_file(p_token => ${token}::text, p_pack => ${pack}::uuid) as answer`);
}

/** The worker begins a pack, or begins it anew after an attempt that was cut off. */
export function workerPackBegin(pack: string, file: string): Promise<{ go: boolean; abandoned: string | null }> {
  return ask(z.object({ go: z.boolean(), abandoned: maybe(id) }), sql`select desk.worker_export_begin(p_export => ${pack}::uuid, p_file => ${file}::uuid) as answer`);
}

/** Notes how far a pack is; false when another attempt has taken over. */
export async function workerPackProgress(pack: string, file: string, done: number): Promise<boolean> {
  return (await ask(z.object({ current: z.boolean() }), sql`select desk.worker_pack_progress(p_pack => ${pack}::uuid, p_file => ${file}::uuid, p_done => ${done}::bigint) as answer`)).current;
}

const digits = z.string().regex(/^\d+$/);
const seals = maybe(z.object({ first: digits, last: digits, root: z.string() }));
const planSchema = z.object({
  company: z.string(),
  made_at: instant,
  from: maybe(day),
  until: maybe(day),
  schema: z.string(),
  seals,
  audit_seals: seals,
  sums: z.array(z.object({ currency, exponent: count, debit: digits, credit: digits, lines: digits })),
  parts: z.array(z.object({ name: z.string(), about: z.string(), columns: z.array(z.object({ name: z.string(), about: z.string() })) })),
});
export type PackPlan = z.output<typeof planSchema>;

const rowsAtOnce = 5_000;
const rowsSchema = z.object({ rows: count, text: z.string() });

/** A part of a pack as CSV without its head, some thousand rows at a time. */
async function* rowsOf(reading: Reader, pack: string, part: string): AsyncGenerator<{ rows: number; text: string }, void> {
  const { cursor } = await reading(z.object({ cursor: z.string() }), sql`select desk.worker_pack_open(p_pack => ${pack}::uuid, p_part => ${part}::text) as answer`);
  for (;;) {
    const page = await reading(rowsSchema, sql`select desk.worker_pack_read(p_cursor => ${cursor}::text, p_rows => ${rowsAtOnce}::integer) as answer`);
    if (page.rows > 0) yield page;
    if (page.rows < rowsAtOnce) return;
  }
}

export type PackRows = (part: string) => AsyncGenerator<{ rows: number; text: string }, void>;

/** Reads a pack, all of it as of one moment: `work` gets what it will hold and a way to read each part. */
export function workerPackRead<T>(pack: string, work: (plan: PackPlan, rows: PackRows) => Promise<T>): Promise<T> {
  return inSnapshot(async (reading) => work(await reading(planSchema, sql`select desk.worker_pack_plan(p_pack => ${pack}::uuid) as answer`), (part) => rowsOf(reading, pack, part)));
}
