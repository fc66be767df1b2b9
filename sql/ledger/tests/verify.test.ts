/** A fault in the books is noticed (spec 8 row 29): one of each kind is planted past every guard, and verification names it. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let db: pg.Client;
let wallet: string;
let bank: string;
let journal: string;

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  await db.query("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ('ann@example.test', 'Ann', 'Test', 'ANNANN22', '1', now(), now())");
  const { rows } = await db.query<{ wallet: string; bank: string }>("select ledger.wallet((select id from identity.members), 'DEPOSIT', 'USD')::text as wallet, ledger.operator_account('bank:client:test', 'USD')::text as bank");
  wallet = rows[0]?.wallet ?? "";
  bank = rows[0]?.bank ?? "";
  await db.query("select ledger.post('deposit', '2027-03-01', null, null, array[($1, 1000, null)::ledger.line, ($2, -1000, null)::ledger.line])", [bank, wallet]);
  journal = (await db.query<{ id: string }>("select max(id)::text as id from ledger.journals")).rows[0]?.id ?? "";
  await db.query("select ledger.place_hold($1, 300, 'withdrawal', null, now())", [wallet]);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const balanceTable = async (): Promise<string> => (await db.query<{ name: string }>("select attrelid::regclass::text as name from pg_attribute where attname = 'held' and attrelid::regclass::text in ('ledger.accounts', 'ledger.account_balances')")).rows[0]?.name ?? "";

/** Plants a fault with every trigger off, reads what verification says, and takes the fault out again. */
async function planted(statement: (table: string, key: string) => string, values: unknown[] = []): Promise<{ law: string; object: string }[]> {
  const table = await balanceTable();
  await db.query("begin");
  for (const name of ["ledger.lines", "ledger.journals", "ledger.holds"]) await db.query(`alter table ${name} disable trigger all`);
  await db.query(`alter table ${table} drop constraint account_available_is_never_negative`);
  await db.query(statement(table, table === "ledger.accounts" ? "id" : "account_id"), values);
  const { rows } = await db.query<{ law: string; object: string }>("select law, object from ledger.verify()");
  await db.query("rollback");
  return rows;
}

test("true books have no difference", async () => {
  expect((await db.query("select * from ledger.verify()")).rows).toEqual([]);
  const { rows } = await db.query<{ difference: string; by_lines: string; debit: string }>("select difference, by_lines, debit from ledger.trial_balance() where currency = 'USD'");
  expect(rows).toEqual([{ difference: "0", by_lines: "0", debit: "1000" }]);
});

test("a balance that was edited", async () => {
  expect(await planted((table, key) => `update ${table} set balance = balance + 1 where ${key} = $1`, [wallet])).toContainEqual({ law: "balance is the sum of lines", object: `account ${wallet}` });
});

test("a held figure that was edited", async () => {
  expect(await planted((table, key) => `update ${table} set held = 0 where ${key} = $1`, [wallet])).toContainEqual({ law: "held is the sum of open holds", object: `account ${wallet}` });
});

test("a hold that was ended without its account", async () => {
  expect(await planted(() => "update ledger.holds set state = 'released', ended_at = now()")).toContainEqual({ law: "held is the sum of open holds", object: `account ${wallet}` });
});

test("an account below zero", async () => {
  expect(await planted((table, key) => `update ${table} set balance = -5 where ${key} = $1`, [wallet])).toContainEqual({ law: "available is never below zero", object: `account ${wallet}` });
});

test("a line whose amount was edited", async () => {
  const found = await planted(() => "update ledger.lines set amount = amount - 1 where account_id = $1", [wallet]);
  expect(found).toContainEqual({ law: "a journal balances", object: `journal ${journal}` });
  expect(found).toContainEqual({ law: "balance is the sum of lines", object: `account ${wallet}` });
});

test("a line that was moved to another account", async () => {
  expect(await planted(() => "update ledger.lines set account_id = ledger.operator_account('suspense', 'USD') where account_id = $1", [wallet])).toContainEqual({ law: "balance is the sum of lines", object: `account ${wallet}` });
});

test("a line that was removed", async () => {
  expect(await planted(() => "delete from ledger.lines where account_id = $1", [wallet])).toContainEqual({ law: "a journal balances", object: `journal ${journal}` });
});

test("a journal without lines", async () => {
  expect(await planted(() => "insert into ledger.journals (id, posted_at, kind, value_on, line_count) values (999999, now(), 'deposit', '2027-03-01', 2)")).toContainEqual({ law: "a journal balances", object: "journal 999999" });
});

test("a journal that was written twice over", async () => {
  expect(await planted(() => `insert into ledger.lines select journal_id, account_id, amount, source_id, line_no + 2, value_on from ledger.lines where journal_id = ${journal}`)).toContainEqual({ law: "a journal balances", object: `journal ${journal}` });
});

test("a journal that was removed", async () => {
  expect(await planted(() => "delete from ledger.journals")).toContainEqual({ law: "a line belongs to a journal", object: `line ${journal}/1` });
});

test("an appended movement that was lost", async () => {
  expect(await planted(() => "delete from ledger.unfolded")).toContainEqual({ law: "balance is the sum of lines", object: `account ${bank}` });
});
