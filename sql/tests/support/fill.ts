/**
 * So many rows in every table that has none, made from what the catalogue says of its columns: history of so many members, in which nothing is open. Keys fit each other (row n belongs to row n of
 * what it refers to); the rest means nothing. For tests that count what is read: whether an index is used shows only where not using one is dear.
 */
import type pg from "pg";

type Column = { name: string; type: string; key: boolean; of: string | null; label: string | null };

/** What cannot be seen from a column's type. */
const special: Record<string, Record<string, string>> = {
  "payout.payouts": { file_id: "null" },
  "outbox.mails": { state: "'sent'" },
  "ledger.accounts": { kind: "'DEPOSIT'", side: "-1" },
  // Not begun, so that no day of it is due.
  "invest.investments": { start_on: "date '2040-01-01'" },
  "network.nodes": {
    parent_id: "case when n > 1 then n / 2 end", sponsor_id: "case when n > 1 then 1 end", side: "case when n > 1 then case n % 2 when 0 then 'L' else 'R' end end",
    depth: "length(ltrim(n::bit(32)::text, '0')) - 1", left_open: "13", right_open: "13",
  },
};
const named: Record<string, string> = { currency: "'USD'", email: "'fill' || n || '@fill.test'", mobile: "'+1777' || lpad(n::text, 7, '0')", referral_code: "'F' || translate(lpad(n::text, 7, 'A'), '01', 'YZ')" };
/** What an operator has a handful of, however many members there are. */
const few = new Set(["funding.methods", "invest.plans", "invest.plan_versions", "treasury.queues", "treasury.sweeps", "treasury.sheets", "referral.milestones", "ev.vehicles", "compliance.papers", "compliance.paper_versions", "outbox.workers", "office.exports", "office.imports", "office.import_files",
  "network.plan_versions", "network.what_ifs", "network.disclosures", "messaging.announcements", "messaging.announcement_versions", "invest.accrual_runs", "payout.bank_files", "treasury.reconciled_accounts", "ledger.seals", "audit.seals"]);
const handful = 5;
/** Queues, and what stands beside a row without being asked for. */
const leftOut = new Set(["ledger.account_balances", "ledger.unfolded", "outbox.jobs", "identity.staff"]);

function valueOf(table: string, { name, type, key, of, label }: Column, seeded: Set<string>): string {
  const own = special[table]?.[name] ?? named[name];
  if (own !== undefined) return own;
  if (type === "uuid") return of !== null && seeded.has(of) ? `(select id from ${of} limit 1)` : `md5('${of ?? (key ? table : `${table}.${name}`)}' || ${of !== null && few.has(of) ? `(n % ${handful} + 1)` : "n"})::uuid`;
  if (type === "smallint") return "n % 2";
  if (/^(bigint|integer)$/.test(type)) return "n";
  if (type.startsWith("numeric")) return "1";
  if (type === "boolean") return "false";
  if (type === "text") return "'x' || n";
  if (type.startsWith("timestamp")) return "timestamptz '2026-01-01' - make_interval(secs => n)";
  if (type === "date") return "date '2025-12-01' - n % 200";
  if (type === "bytea") return "sha256(convert_to(n::text, 'UTF8'))";
  if (type === "jsonb") return "'{}'";
  if (type === "interval") return "'1 day'";
  if (type === "xid8") return "'3'";
  if (type.endsWith("[]") || type.endsWith("multirange")) return "'{}'";
  if (type.endsWith("range")) return "'empty'";
  return label === null ? "null" : `'${label}'`;
}

/** Answers the tables that have rows afterwards. Constraints that look at values are gone. */
export async function fill(db: pg.Client, rows: number): Promise<string[]> {
  const list = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await db.query<T>(text, values)).rows;
  const ours = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'public')";
  const tables = (await list<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and ${ours} order by c.oid`)).map(({ name }) => name);
  const seeded = new Set<string>();
  for (const table of tables) if ((await list(`select from ${table} limit 1`)).length > 0) seeded.add(table);
  for (const { stated } of await list<{ stated: string }>(`select format('alter table %s drop constraint if exists %I', k.conrelid::regclass, k.conname) as stated from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'c' and k.conrelid <> 0 and k.coninhcount = 0 and ${ours}`)) await db.query(stated);
  await db.query("set session_replication_role = replica");
  const filled: string[] = [];
  for (const table of tables) {
    if (leftOut.has(table) || seeded.has(table)) continue;
    const columns = await list<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type, exists (select from pg_constraint p where p.conrelid = a.attrelid and p.contype = 'p' and p.conkey = array[a.attnum]) as key,
         (select f.confrelid::regclass::text from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as of,
         (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder desc limit 1) as label
       from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`, [table]);
    // What is kept from everybody at all times is kept from this too.
    const kept = table === "ledger.accounts" ? [] : await list<{ name: string }>("select tgname as name from pg_trigger where tgrelid = $1::regclass and tgenabled = 'A' and not tgisinternal", [table]);
    for (const { name } of kept) await db.query(`alter table ${table} disable trigger "${name}"`);
    await db.query(`insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(", ")}) overriding system value
      select ${columns.map((column) => `(${valueOf(table, column, seeded)})::${column.type}`).join(", ")} from generate_series(1, ${few.has(table) ? handful : rows}) n on conflict do nothing`);
    for (const { name } of kept) await db.query(`alter table ${table} enable always trigger "${name}"`);
    filled.push(table);
  }
  await db.query("set session_replication_role = origin");
  await db.query(`select setval(s.schemaname || '.' || s.sequencename, greatest(${rows} + 1000, coalesce(s.last_value, 1))) from pg_sequences s where s.schemaname <> 'graphile_worker'`);
  await db.query("vacuum analyze");
  return filled;
}
