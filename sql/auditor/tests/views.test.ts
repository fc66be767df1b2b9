/** What outside auditors read: every view and nothing else, without names, and with the ledger's own totals. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { schemas } from "../../tests/support/catalogue";
import { openRows, type Rows } from "../../tests/support/rows";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

let rows: Rows;
let database: TestDatabase;
let auditor: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  rows = await openRows();
  database = await testDatabase();
  [auditor, owner] = [new pg.Client({ connectionString: database.url("coffer_outside_auditor") }), new pg.Client({ connectionString: database.url("postgres") })];
  await Promise.all([auditor.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([auditor.end(), owner.end(), rows.close()]);
  await database.drop();
});

const relations = async (where: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p', 'v', 'm', 'S') and ${where} order by 1`, [schemas])).rows.map(({ name }) => name);
const outcome = (statement: string): Promise<string> => auditor.query(statement).then(() => "accepted", (error: { code?: string }) => error.code ?? "?");

test("an outside auditor reads every view", async () => {
  const views = await relations("c.relnamespace = 'auditor'::regnamespace");
  expect(views.length).toBeGreaterThan(25);
  for (const view of views) expect(`${view} ${await outcome(`select * from ${view}`)}`).toBe(`${view} accepted`);
});

test("and no other table, view or sequence", async () => {
  for (const name of await relations("c.relnamespace <> 'auditor'::regnamespace")) expect(`${name} ${await outcome(`select * from ${name}`)}`).toBe(`${name} 42501`);
});

test("executes no function of ours, and nobody else reads the views", async () => {
  const { rows: functions } = await owner.query("select p.oid::regprocedure::text from pg_proc p where p.pronamespace::regnamespace::text = any ($1) and has_function_privilege('coffer_outside_auditor', p.oid, 'execute')", [schemas]);
  expect(functions).toEqual([]);
  const { rows: readers } = await owner.query<{ role: string }>("select distinct a.grantee::regrole::text as role from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'auditor'::regnamespace and a.grantee <> c.relowner");
  expect(readers).toEqual([{ role: "coffer_outside_auditor" }]);
});

test("changes nothing: neither may it, nor does its session write", async () => {
  // 55000: a view of more than one table takes no rows from anybody; 25006: the transaction only reads.
  for (const view of await relations("c.relnamespace = 'auditor'::regnamespace")) {
    for (const statement of [`insert into ${view} default values`, `delete from ${view}`]) expect(`${statement} ${/^(42501|55000|25006)$/.test(await outcome(statement))}`).toBe(`${statement} true`);
  }
  expect(await outcome("create temporary table mine (id integer)")).toMatch(/^(42501|25006)$/);
  // Also when it says that its transaction writes.
  await auditor.query("begin read write");
  expect(await outcome("delete from auditor.settings")).toBe("42501");
  await auditor.query("rollback");
  const { rows: settings } = await auditor.query("select current_setting('default_transaction_read_only') as only, current_setting('statement_timeout') as timeout");
  expect(settings).toEqual([{ only: "on", timeout: "10min" }]);
});

test("every view has a row of every kind of row there is, and every column says what it is", async () => {
  const empty: string[] = [];
  for (const view of await relations("c.relnamespace = 'auditor'::regnamespace")) if ((await rows.after([], `select count(*) > 0 from ${view}`)) !== true) empty.push(view);
  expect(empty).toEqual([]);
  const { rows: silent } = await owner.query("select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'auditor'::regnamespace and c.relkind = 'v' and coalesce(col_description(c.oid, a.attnum), '') = ''");
  expect(silent).toEqual([]);
});

test("nothing says who a member is: no column of a person but numbers, states and times", async () => {
  const { rows: columns } = await owner.query<{ name: string }>("select attname as name from pg_attribute where attrelid = 'auditor.members'::regclass and attnum > 0 order by attnum");
  expect(columns.map(({ name }) => name)).toEqual(["member", "member_id", "status", "joined_at", "kyc_approved_at", "closed_at", "anonymised_at", "deactivated_at"]);
  const { rows: personal } = await owner.query("select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'auditor'::regnamespace and a.attname ~ '(email|name|mobile|address|phone|pan|label|payload)$'");
  expect(personal).toEqual([]);
});

const totals: [string, string, string][] = [
  ["lines", "select coalesce(sum(amount), 0)::text || ' ' || count(*) from auditor.lines", "select coalesce(sum(amount), 0)::text || ' ' || count(*) from ledger.lines"],
  ["journals", "select count(*)::text from auditor.journals", "select count(*)::text from ledger.journals"],
  ["accounts", "select coalesce(sum(balance * side), 0)::text || ' ' || sum(held) || ' ' || sum(available * side) from auditor.accounts", "select sum(balance * side)::text || ' ' || sum(held) || ' ' || sum(available * side) from ledger.balances"],
  ["trial_balance", "select sum(debit)::text || ' ' || sum(credit) || ' ' || sum(lines) from auditor.trial_balance", "select sum(amount) filter (where amount > 0)::text || ' ' || -sum(amount) filter (where amount < 0) || ' ' || count(*) from ledger.lines"],
  ["holds", "select sum(amount)::text from auditor.holds", "select sum(amount)::text from ledger.holds"],
  ["investments", "select sum(amount)::text || ' ' || sum(total) from auditor.investments", "select sum(amount)::text || ' ' || sum(total) from invest.investments"],
  ["accruals", "select sum(amount)::text || ' ' || count(*) from auditor.accruals", "select sum(amount)::text || ' ' || count(*) from invest.accruals"],
  ["treasury_items", "select sum(amount)::text || ' ' || count(*) from auditor.treasury_items", "select sum(amount)::text || ' ' || count(*) from treasury.items"],
  ["requests", "select count(*)::text from auditor.requests", "select count(*)::text from approval.requests"],
  ["taxes", "select sum(tax)::text || ' ' || count(*) from auditor.taxes", "select sum(tax)::text || ' ' || count(*) from payout.credits"],
  ["audit_log", "select count(*)::text from auditor.audit_log", "select count(*)::text from audit.log"],
];
test.each(totals)("%s add up to what the tables add up to", async (_, view, table) => {
  const said = await rows.after([], view);
  expect(said).toBe(await rows.after([], table));
  expect(said).not.toBeNull();
});
