/** Balances at a date and at an instant against plain sums over all lines, with snapshots taken in between and journals dated back. */
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { untilClosed } from "../../tests/support/horizon";

let database: TestDatabase;
let db: pg.Client;
let accounts: string[];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows } = await db.query<{ ids: string[] }>("select array[ledger.operator_account('bank:operator', 'USD'), ledger.operator_account('equity:operator', 'USD'), ledger.operator_account('bank:client:a', 'USD'), ledger.operator_account('treasury:promo', 'USD'), ledger.operator_account('income:fees', 'USD')]::text[] as ids");
  accounts = rows[0]?.ids ?? [];
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const day = (n: number): string => `2027-03-${String(1 + n).padStart(2, "0")}`;

/** Accounts and days where the fast answer is not the plain sum. */
const unlike = async (): Promise<unknown[]> => (await db.query(`
  select a.id, d::date::text as day from ledger.accounts a, generate_series('2027-02-27'::date, '2027-03-14', '1 day') d
   where ledger.balance_as_of(a.id, d::date) <> (select coalesce(sum(l.amount), 0) from ledger.lines l where l.account_id = a.id and l.value_on <= d::date) * a.side
  union all
  select a.id, j.posted_at::text from ledger.accounts a, ledger.journals j
   where ledger.balance_known_at(a.id, j.posted_at) <> (select coalesce(sum(l.amount), 0) from ledger.lines l join ledger.journals x on x.id = l.journal_id where l.account_id = a.id and x.posted_at <= j.posted_at) * a.side`)).rows;

test("any order of postings, value dates, seals and snapshots gives the plain sums", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("post"), debit: fc.nat(4), credit: fc.nat(4), on: fc.nat(11), amount: fc.integer({ min: 1, max: 900 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("seal"), debit: fc.nat(4), credit: fc.nat(4), on: fc.nat(11), amount: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("snapshot"), debit: fc.nat(4), credit: fc.nat(4), on: fc.nat(11), amount: fc.constant(1) }) }), { minLength: 5, maxLength: 25 }), async (steps) => {
    for (const { kind, debit, credit, on, amount } of steps) {
      if (kind === "seal") await db.query("select ledger.seal($1, clock_timestamp())", [amount]);
      else if (kind === "snapshot") await db.query("select ledger.take_snapshots(clock_timestamp())");
      else {
        await db.query("select ledger.post('adjustment', $4, null, null, array[($1, $3, null)::ledger.line, ($2, -$3::bigint, null)::ledger.line])", [accounts[debit], accounts[credit], amount, day(on)])
          .catch((error: { code?: string }) => { if (!error.code?.startsWith("CF")) throw error; });
      }
    }
    expect(await unlike()).toEqual([]);
    expect((await db.query("select * from ledger.trial_balance() where difference <> 0 or by_lines <> 0 or unlike <> 0")).rows).toEqual([]);
  }), { numRuns: 12, seed: 7 });
});

test("a statement opens, moves and closes", async () => {
  const { rows } = await db.query(`
    select a.id, f::date, u::date from ledger.accounts a, generate_series('2027-02-28'::date, '2027-03-13', '3 days') f, generate_series('2027-03-01'::date, '2027-03-13', '4 days') u
     where u >= f and ledger.balance_as_of(a.id, f::date - 1) + coalesce((select sum(s.amount) from ledger.statement(a.id, f::date, u::date) s), 0) <> ledger.balance_as_of(a.id, u::date)`);
  expect(rows).toEqual([]);
});

test("two snapshots at once are one, and a second one of the same books is none", async () => {
  const post = () => db.query("select ledger.post('adjustment', '2027-03-01', null, null, array[($1, 1, null)::ledger.line, ($2, -1, null)::ledger.line])", [accounts[0], accounts[1]]);
  await post();
  await untilClosed(async (text, values) => (await db.query(text, values)).rows, post);
  const pool = new pg.Pool({ connectionString: database.url("postgres"), max: 4 });
  const counts = await Promise.all(Array.from({ length: 4 }, async () => (await pool.query<{ n: string }>("select ledger.take_snapshots(clock_timestamp()) as n")).rows[0]?.n));
  await pool.end();
  expect(counts.filter((n) => n !== "0")).toHaveLength(1);
});

test("the first run never reads the whole table that it fills, whatever is known of it", async () => {
  const fresh = await testDatabase();
  const own = new pg.Client({ connectionString: fresh.url("postgres") });
  await own.connect();
  await own.query("vacuum analyze ledger.snapshots");
  const post = () => own.query("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5, null)::ledger.line, (ledger.operator_account('equity:operator', 'USD'), -5, null)::ledger.line])");
  await post();
  await untilClosed(async (text, values) => (await own.query(text, values)).rows, post);
  const { rows: taken } = await own.query<{ accounts: string }>("select ledger.take_snapshots(clock_timestamp()) as accounts");
  expect(taken).toEqual([{ accounts: "2" }]);
  await own.query("select pg_stat_force_next_flush()");
  const { rows: scans } = await own.query("select seq_scan, idx_scan > 0 as by_index from pg_stat_user_tables where relid = 'ledger.snapshots'::regclass");
  expect(scans).toEqual([{ seq_scan: "0", by_index: true }]);
  await own.end();
  await fresh.drop();
});
