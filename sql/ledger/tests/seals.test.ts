/** Seals: golden bytes, completeness while others post, and what is found when a sealed row is changed. */
import { createHash } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let db: pg.Client;
let accounts: string[];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows } = await db.query<{ ids: string[] }>("select array[ledger.operator_account('bank:operator', 'USD'), ledger.operator_account('equity:operator', 'USD'), ledger.operator_account('deployed_capital', 'USD'), ledger.operator_account('treasury:promo', 'USD')]::text[] as ids");
  accounts = rows[0]?.ids ?? [];
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const post = (client: pg.Client | pg.Pool, lines: [string, number][]) =>
  client.query<{ id: string }>("select ledger.post('adjustment', '2027-03-01', 7, null, array(select (u.a, u.m, null)::ledger.line from unnest($1::bigint[], $2::bigint[]) with ordinality u (a, m, n) order by n))::text as id", [lines.map(([id]) => id), lines.map(([, amount]) => amount)]);
const account = (n: number): string => accounts[n % accounts.length] ?? "";
const seal = async (limit = 4096, client: pg.Client | pg.Pool = db): Promise<number> => (await client.query<{ n: number }>("select ledger.seal($1, clock_timestamp()) as n", [limit])).rows[0]?.n ?? -1;
const closedTo = async (): Promise<bigint> => BigInt((await db.query<{ closed_to: string }>("select closed_to from ledger.seals order by id desc limit 1")).rows[0]?.closed_to ?? "-1");
/** Transactions of other databases on the same server hold the horizon back for a moment. */
const settled = (check: () => Promise<boolean>, before: () => Promise<unknown> = () => Promise.resolve()) => vi.waitFor(async () => { await before(); await seal(); expect(await check()).toBe(true); }, { timeout: 50_000, interval: 50 });
const allSealed = async (): Promise<boolean> => (await db.query("select from ledger.journals j where not exists (select from ledger.seals s where j.id <@ s.journal_ids)")).rowCount === 0;
const isSealed = async (id: string | undefined): Promise<boolean> => (await db.query("select from ledger.seals s where $1::bigint <@ s.journal_ids", [id])).rowCount === 1;
const sha = (...parts: (Buffer | string)[]) => createHash("sha256").update(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "hex") : part)))).digest("hex");

test("golden bytes: a journal of two lines and a seal over it alone", async () => {
  await db.query("update core.clock set sandbox = true, frozen_at = '2027-03-01 12:00:00.000001Z'");
  const { rows } = await post(db, [[account(0), 500], [account(1), -500]]);
  const id = rows[0]?.id ?? "";
  await db.query("update core.clock set sandbox = false, frozen_at = null");
  await vi.waitFor(async () => expect((await db.query<{ n: number }>("select ledger.seal(10, '2027-03-01 12:01:00Z') as n")).rows[0]?.n).toBe(1), { timeout: 50_000, interval: 50 });
  const int8 = (value: bigint) => { const bytes = Buffer.alloc(8); bytes.writeBigInt64BE(value); return bytes; };
  const int4 = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeInt32BE(value); return bytes; };
  // 2027-03-01 is 9921 days after 2000-01-01; noon of it and a microsecond, in microseconds.
  const posted = int8((9921n * 86_400n + 43_200n) * 1_000_000n + 1n);
  const journal = Buffer.concat([int8(BigInt(id)), posted, int8(7n), int4(9921), int4(2), int8(0n), Buffer.alloc(16), Buffer.from("adjustment", "utf8")]);
  const line = (no: number, to: string, amount: bigint) => Buffer.concat([int4(no), int8(BigInt(to)), int8(amount), int8(0n)]);
  const leaf = sha("00", journal, line(1, account(0), 500n), line(2, account(1), -500n));
  const root = sha("04", int8(1n), Buffer.alloc(32), int8(1n), int8(2n), int8((9921n * 86_400n + 43_260n) * 1_000_000n), leaf);
  const { rows: seals } = await db.query("select encode(merkle_root, 'hex') as merkle_root, encode(root, 'hex') as root, journals, lines::text from ledger.seals");
  expect(seals).toEqual([{ merkle_root: leaf, root, journals: 1, lines: "2" }]);
});

test("golden bytes: a tree of seventeen leaves, and the way to each", async () => {
  const leaves = Array.from({ length: 17 }, (_, n) => sha(Buffer.from([n])));
  const root = sha("01", sha("01", ...leaves.slice(0, 16)), sha("01", leaves[16] ?? ""));
  const { rows } = await db.query<{ root: string; path: { place: number; hashes: string[] }[] }>("select encode(ledger.merkle_root($1), 'hex') as root, ledger.merkle_path($1, n) as path from generate_series(1, 17) n order by n", [leaves.map((leaf) => Buffer.from(leaf, "hex"))]);
  for (const [n, row] of rows.entries()) {
    expect(row.root).toBe(root);
    let hash = leaves[n] ?? "";
    for (const { place, hashes } of row.path) {
      expect(hashes[place]).toBe(hash);
      hash = sha("01", ...hashes);
    }
    expect(hash).toBe(root);
  }
});

test("a compound journal's line can be shown by its salt alone", async () => {
  const { rows } = await post(db, [[account(0), 900], [account(1), -300], [account(1), -600]]);
  const id = rows[0]?.id ?? "";
  await settled(() => isSealed(id));
  const { rows: found } = await db.query<{ leaf: string; form: string; lines: string[] }>(`
    select encode(l.leaf, 'hex') as leaf, (select encode(ledger.journal_form(j), 'hex') from ledger.journals j where j.id = $1) as form,
           array(select encode(ledger.line_salt(s.secret, x.journal_id, x.line_no) || ledger.line_form(x), 'hex') from ledger.lines x where x.journal_id = $1 order by x.line_no) as lines
      from ledger.seals n join ledger.seal_secrets s on s.seal_id = n.id cross join lateral ledger.journal_leaves(n.journal_ids, s.secret) l where l.id = $1`, [id]);
  expect(found[0]?.leaf).toBe(sha("03", found[0]?.form ?? "", sha("01", ...(found[0]?.lines ?? []).map((line) => sha("02", line)))));
});

test("while sixteen write and two seal, every journal is in exactly one seal and no number appears below what was closed", async () => {
  const pool = new pg.Pool({ connectionString: database.url("postgres"), max: 18 });
  let done = false;
  const below: string[] = [];
  const writers = Array.from({ length: 16 }, async (_, n) => {
    for (let round = 0; round < 30; round += 1) {
      const client = await pool.connect();
      await client.query("begin");
      await client.query("select ledger.post('adjustment', '2027-03-02', null, null, array[($1, 5, null)::ledger.line, ($2, -5, null)::ledger.line])", [account(0), account(1)]);
      if (round % 3 === 0) await client.query("select pg_sleep(0.01 * $1::integer)", [(n + round) % 4]);
      if (n % 4 === 0) await client.query("select ledger.post('adjustment', '2027-03-02', null, null, array[($1, 7, null)::ledger.line, ($2, -7, null)::ledger.line])", [account(0), account(1)]);
      await client.query(round % 5 === 4 ? "rollback" : "commit");
      client.release();
    }
  });
  const sealers = Array.from({ length: 2 }, async () => {
    while (!done) {
      await seal(7, pool);
      const { rows } = await pool.query<{ id: string }>("select j.id::text from ledger.journals j where j.id <= (select max(closed_to) from ledger.seals) and not exists (select from ledger.seals s where j.id <@ s.journal_ids)");
      below.push(...rows.map(({ id }) => id));
    }
  });
  await Promise.all(writers);
  done = true;
  await Promise.all(sealers);
  await settled(allSealed);
  await pool.end();
  expect(below).toEqual([]);
  const { rows } = await db.query("select count(*) as journals, count(*) filter (where (select count(*) from ledger.seals s where j.id <@ s.journal_ids) = 1) as sealed_once from ledger.journals j");
  expect(rows[0]?.sealed_once).toBe(rows[0]?.journals);
  const { rows: sums } = await db.query("select sum(journals)::text as journals, sum(lines)::text as lines, (select count(*)::text from ledger.journals) as all_journals, (select count(*)::text from ledger.lines) as all_lines from ledger.seals");
  expect(sums[0]).toMatchObject({ journals: sums[0]?.all_journals, lines: sums[0]?.all_lines, });
});

test("a transaction that is still open is not sealed, nor what could still follow it closed", async () => {
  const other = new pg.Client({ connectionString: database.url("postgres") });
  await other.connect();
  await other.query("begin");
  const { rows } = await post(other, [[account(0), 1], [account(1), -1]]);
  const open = BigInt(rows[0]?.id ?? "0");
  await post(db, [[account(0), 2], [account(1), -2]]);
  await seal();
  expect(await closedTo()).toBeLessThan(open);
  expect(await isSealed(String(open))).toBe(false);
  await other.query("commit");
  await other.end();
  await settled(() => isSealed(String(open)));
  // A seal closes as far as others let it, and one that finds nothing closes nothing.
  await settled(async () => (await closedTo()) > open, () => post(db, [[account(0), 2], [account(1), -2]]));
  await settled(allSealed);
  expect(await seal()).toBe(0);
});

test("seals and snapshots cannot be edited, by nobody", async () => {
  await db.query("select ledger.take_snapshots(clock_timestamp())");
  for (const table of ["seals", "seal_secrets", "snapshots", "snapshot_runs", "snapshot_totals"]) {
    for (const statement of [`delete from ledger.${table}`, `truncate ledger.${table} cascade`]) await expect(db.query(statement)).rejects.toMatchObject({ message: "immutable" });
  }
  await expect(db.query("update ledger.seals set journals = journals")).rejects.toMatchObject({ message: "immutable" });
});
