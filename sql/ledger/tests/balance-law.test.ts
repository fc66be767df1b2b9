/**
 * The balance law and the append-only law hold whoever writes: these tests write as the owner of the tables and as the superuser, with
 * plain inserts and updates, past every function. Balances are moved by the posting functions alone: lines that came another way are
 * found by ledger.verify.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";

type Line = { account: string; amount: string; line?: number; on?: string };
type Refusal = { code?: string; message?: string; constraint?: string };

let database: TestDatabase;
let db: pg.Client;
let dollars: string[];
let euros: string[];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const open = async (currency: string) => (await db.query<{ ids: string[] }>(
    `select array[ledger.operator_account('bank:operator', $1), ledger.operator_account('equity:operator', $1), ledger.operator_account('deployed_capital', $1), ledger.operator_account('treasury:promo', $1)]::text[] as ids`, [currency])).rows[0]?.ids ?? [];
  dollars = await open("USD");
  euros = await open("EUR");
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const journal = (id: string, lines: number, on = "2027-03-01") =>
  db.query("insert into ledger.journals (id, posted_at, kind, value_on, line_count) values ($1, clock_timestamp(), 'adjustment', $2, $3)", [id, on, lines]);
const next = async (): Promise<string> => (await db.query<{ id: string }>("select nextval('ledger.journal_ids')::text as id")).rows[0]?.id ?? "";
const lines = (rows: (Line & { journal: string })[]) =>
  db.query(`insert into ledger.lines (journal_id, account_id, amount, line_no, value_on) select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::date[])`,
    [rows.map((one) => one.journal), rows.map((one) => one.account), rows.map((one) => one.amount), rows.map((one, at) => one.line ?? at + 1), rows.map((one) => one.on ?? "2027-03-01")]);

/** Runs statements as the owner in a transaction of their own and answers why they were refused, or null. */
async function asOwner(work: () => Promise<unknown>, role = "coffer_owner"): Promise<Refusal | null> {
  await db.query(`begin; set local role ${role}`);
  try {
    await work();
    await db.query("set constraints all immediate");
    await db.query("commit");
    return null;
  } catch (error) {
    await db.query("rollback");
    return error as Refusal;
  }
}

async function written(rows: Line[], count = rows.length, on = "2027-03-01"): Promise<Refusal | null> {
  return asOwner(async () => {
    const id = await next();
    await journal(id, count, on);
    await lines(rows.map((one) => ({ ...one, journal: id })));
  });
}

const verify = async (): Promise<string[]> => (await db.query<{ law: string }>("select law from ledger.verify()")).rows.map(({ law }) => law);
const at = (list: string[], index: number): string => list[index] ?? "";
const unbalanced = { message: "unbalanced" };

const post = (rows: Line[], client: pg.Client | pg.Pool = db) =>
  client.query("select ledger.post('adjustment', '2027-03-01', null, null, array(select (u.a, u.m, null)::ledger.line from unnest($1::bigint[], $2::bigint[]) with ordinality u (a, m, n) order by n))::text as id", [rows.map((one) => one.account), rows.map((one) => one.amount)]);

test("two balanced lines are taken, and balances follow", async () => {
  await post([{ account: at(dollars, 0), amount: "500" }, { account: at(dollars, 1), amount: "-500" }]);
  const { rows } = await db.query<{ balance: string }>("select balance::text from ledger.balances where account_id = any ($1) order by account_id", [dollars.slice(0, 2)]);
  expect(rows.map(({ balance }) => balance)).toEqual(["500", "500"]);
});

test("three and more lines over two currencies are taken when each currency is zero", async () => {
  await post([{ account: at(dollars, 0), amount: "30" }, { account: at(dollars, 1), amount: "-30" }, { account: at(euros, 0), amount: "7" }, { account: at(euros, 1), amount: "-7" }]);
  expect(await verify()).toEqual([]);
});

test.each(["capital", "promo"] as const)("a move that takes from two accounts names the one that is short, with what it has: %s", async (short) => {
  // Capital out there is debit by nature and shrinks when credited; a treasury shrinks when debited.
  const currency = short === "capital" ? "USD" : "EUR";
  const { rows: [ids] } = await db.query<{ bank: string; equity: string; capital: string; promo: string }>(
    `select ledger.operator_account('bank:operator', $1)::text as bank, ledger.operator_account('equity:operator', $1)::text as equity, ledger.operator_account('deployed_capital', $1)::text as capital,
            ledger.operator_account('treasury:promo', $1)::text as promo`, [currency]);
  const { bank = "", equity = "", capital = "", promo = "" } = ids ?? {};
  const move = (amount: string, debit = promo, credit = capital) => db.query("select ledger.move(1, gen_random_uuid(), 'adjustment', '2027-03-01', $1, $2, $3)", [debit, credit, amount]);
  const refused = async (amount: string) => {
    await db.query("savepoint asked");
    const params = await move(amount).then(() => null, (error: { detail?: string }) => (JSON.parse(error.detail ?? "{}") as { params?: unknown }).params);
    await db.query("rollback to savepoint asked");
    return params;
  };
  const balances = async () => (await db.query<{ balance: string }>("select balance::text from ledger.balances where account_id = any ($1) order by account_id = $2", [[capital, promo], promo])).rows.map(({ balance }) => balance);
  await db.query("begin");
  // Enough for one of it, not for two: what was moved already is not to be taken for what is short.
  const wanted = short === "capital" ? ["800", "1500"] : ["1500", "800"];
  const before = await balances();
  await move(String(BigInt(wanted[0] ?? "") - BigInt(before[0] ?? "")), capital, equity);
  await move(String(BigInt(wanted[1] ?? "") - BigInt(before[1] ?? "")), bank, promo);
  expect(await refused("1000")).toEqual({ available: "8.00", currency });
  expect(await balances()).toEqual(wanted);
  // Both were written by this transaction before, and again inside a savepoint.
  await db.query("savepoint later");
  await move("1");
  expect(await refused("1000")).toEqual({ available: "7.99", currency });
  await db.query("release savepoint later");
  await move("1");
  expect(await refused("1000")).toEqual({ available: "7.98", currency });
  await db.query("rollback");
});

test("a move from an account to itself is refused and moves nothing", async () => {
  await post([{ account: at(dollars, 0), amount: "10" }, { account: at(dollars, 1), amount: "-10" }]);
  for (const account of dollars) await expect(db.query("select ledger.move(1, gen_random_uuid(), 'adjustment', '2027-03-01', $1, $1, 5)", [account])).rejects.toMatchObject(unbalanced);
  expect(await verify()).toEqual([]);
});

test("balanced lines that no posting function wrote are found", async () => {
  await db.query("begin");
  const id = await next();
  await journal(id, 2);
  await lines([{ account: at(dollars, 0), amount: "3", journal: id }, { account: at(dollars, 1), amount: "-3", journal: id }]);
  expect(await verify()).toEqual(["balance is the sum of lines", "balance is the sum of lines"]);
  await db.query("rollback");
});

test.each([
  ["two lines that do not sum to zero", () => [{ account: at(dollars, 0), amount: "500" }, { account: at(dollars, 1), amount: "-499" }], 2],
  ["three lines that do not sum to zero", () => [{ account: at(dollars, 0), amount: "500" }, { account: at(dollars, 1), amount: "-400" }, { account: at(dollars, 2), amount: "-99" }], 3],
  ["a line that is missing", () => [{ account: at(dollars, 0), amount: "5" }, { account: at(dollars, 1), amount: "-5" }], 3],
  ["a line too many", () => [{ account: at(dollars, 0), amount: "5" }, { account: at(dollars, 1), amount: "-3" }, { account: at(dollars, 2), amount: "-2" }], 2],
  ["dollars against euros", () => [{ account: at(dollars, 0), amount: "5" }, { account: at(euros, 1), amount: "-5" }], 2],
  ["dollars against euros, where only one balance is moved at once", () => [{ account: at(dollars, 2), amount: "5" }, { account: at(euros, 1), amount: "-5" }], 2],
  ["dollars against euros among others", () => [{ account: at(dollars, 0), amount: "5" }, { account: at(euros, 1), amount: "-5" }, { account: at(dollars, 1), amount: "-5" }, { account: at(euros, 0), amount: "5" }, { account: at(euros, 0), amount: "1" }, { account: at(dollars, 0), amount: "-1" }], 6],
  ["an account that is not there", () => [{ account: at(dollars, 0), amount: "5" }, { account: "99999999", amount: "-5" }], 2],
  ["two accounts that are not there", () => [{ account: "99999998", amount: "5" }, { account: "99999999", amount: "-5" }], 2],
  ["another date than the journal's", () => [{ account: at(dollars, 0), amount: "5", on: "2027-03-02" }, { account: at(dollars, 1), amount: "-5", on: "2027-03-02" }], 2],
  ["two dates", () => [{ account: at(dollars, 0), amount: "5" }, { account: at(dollars, 1), amount: "-5", on: "2027-03-02" }], 2],
  ["one line", () => [{ account: at(dollars, 0), amount: "5" }], 1],
])("refused for the owner too: %s", async (_, rows, count) => {
  const before = await db.query("select * from ledger.balances order by account_id");
  const refusal = await written(rows(), count);
  expect(refusal).not.toBeNull();
  expect(refusal?.message === unbalanced.message || refusal?.code === "23514").toBe(true);
  expect((await db.query("select * from ledger.balances order by account_id")).rows).toEqual(before.rows);
});

test("refused: lines without a journal, and lines for a journal of another transaction", async () => {
  expect(await asOwner(() => lines([{ journal: "999999999", account: at(dollars, 0), amount: "5" }, { journal: "999999999", account: at(dollars, 1), amount: "-5" }]))).toMatchObject(unbalanced);
  const { rows } = await db.query<{ id: string }>("select max(id)::text as id from ledger.journals where line_count = 2");
  const earlier = rows[0]?.id ?? "";
  expect(await asOwner(() => lines([{ journal: earlier, account: at(dollars, 2), amount: "5", line: 3 }, { journal: earlier, account: at(dollars, 3), amount: "-5", line: 4 }]))).toMatchObject(unbalanced);
});

test("refused: one bad journal among many good ones in one statement", async () => {
  const refusal = await asOwner(async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, next));
    for (const id of ids) await journal(id, 2);
    await lines(ids.flatMap((id, n) => [{ journal: id, account: at(dollars, 0), amount: String(n + 1), line: 1 }, { journal: id, account: at(dollars, 1), amount: String(n === 13 ? -n : -n - 1), line: 2 }]));
  });
  expect(refusal).toMatchObject(unbalanced);
});

test("refused: two journals that balance only together", async () => {
  const refusal = await asOwner(async () => {
    const [one, two] = [await next(), await next()];
    await journal(one, 2);
    await journal(two, 2);
    await lines([{ journal: one, account: at(dollars, 0), amount: "5", line: 1 }, { journal: one, account: at(dollars, 1), amount: "-4", line: 2 }, { journal: two, account: at(dollars, 0), amount: "-5", line: 1 }, { journal: two, account: at(dollars, 1), amount: "4", line: 2 }]);
  });
  expect(refusal).toMatchObject(unbalanced);
});

test.each(["0", "9000000000000001", "-9000000000000001"])("a line of %s minor units is refused", async (amount) => {
  const opposite = String(-BigInt(amount));
  for (const rows of [[{ account: at(dollars, 0), amount }, { account: at(dollars, 1), amount: opposite }], [{ account: at(dollars, 0), amount }, { account: at(dollars, 1), amount: opposite }, { account: at(dollars, 0), amount: "1" }, { account: at(dollars, 1), amount: "-1" }]]) {
    expect(await written(rows)).toMatchObject({ code: expect.stringMatching(/^(23514|CF090)$/) });
  }
});

test("the largest amount is taken, and a floored account never goes below zero, by posting or by a plain update", async () => {
  await post([{ account: at(dollars, 0), amount: "9000000000000000" }, { account: at(dollars, 1), amount: "-9000000000000000" }]);
  await expect(post([{ account: at(dollars, 0), amount: "1" }, { account: at(dollars, 2), amount: "-1" }])).rejects.toMatchObject({ code: expect.stringMatching(/^CF019$/) });
  await expect(post([{ account: at(dollars, 0), amount: "-1" }, { account: at(dollars, 3), amount: "1" }])).rejects.toMatchObject({ code: expect.stringMatching(/^CF017$/) });
  expect(await asOwner(() => db.query("update ledger.account_balances set balance = balance - 1 where account_id = $1", [at(dollars, 3)]))).toMatchObject({ code: "23514", constraint: "account_available_is_never_negative" });
});

test.each(["coffer_owner", "postgres"])("history cannot be edited by %s", async (role) => {
  const statements = ["journals", "lines", "request_keys"].flatMap((table) => [
    `update ledger.${table} set ${{ journals: "kind = 'deposit'", lines: "amount = amount + 1", request_keys: "outcome = '{}'" }[table] ?? ""}`, `delete from ledger.${table}`, `truncate ledger.${table} cascade`]);
  await db.query("insert into ledger.request_keys (actor_id, operation, key, fingerprint, outcome) values (1, 'test', gen_random_uuid(), gen_random_uuid(), '1')");
  for (const replay of ["origin", "replica"]) {
    for (const statement of [...statements, "truncate ledger.holds cascade", "delete from audit.log", "update audit.log set action = 'x'", "truncate audit.log", "truncate invest.investments cascade", "truncate approval.requests cascade"]) {
      await db.query(`set session_replication_role = ${replay}`);
      const refusal = await asOwner(() => db.query(statement), role);
      await db.query("set session_replication_role = origin");
      expect([replay, statement, refusal?.message]).toEqual([replay, statement, "immutable"]);
    }
  }
});

test("a journal is reversed once, and a reversal never", async () => {
  const { rows } = await db.query<{ id: string }>("select ledger.post('adjustment', '2027-03-01', null, null, array[($1, 40, null)::ledger.line, ($2, -40, null)::ledger.line])::text as id", dollars.slice(0, 2));
  const id = rows[0]?.id;
  const balances = () => db.query("select balance from ledger.balances where account_id = any ($1) order by account_id", [dollars.slice(0, 2)]);
  const before = await balances();
  const { rows: reversals } = await db.query<{ id: string }>("select ledger.reverse($1, '2027-03-02', null, null)::text as id", [id]);
  await expect(db.query("select ledger.reverse($1, '2027-03-02', null, null)", [id])).rejects.toMatchObject({ message: "already_decided" });
  await expect(db.query("select ledger.reverse($1, '2027-03-02', null, null)", [reversals[0]?.id])).rejects.toMatchObject({ message: "not_permitted" });
  await expect(db.query("select ledger.reverse(999999, '2027-03-02', null, null)")).rejects.toMatchObject({ message: "not_found" });
  expect((await balances()).rows).not.toEqual(before.rows);
  expect(await verify()).toEqual([]);
});

test("twenty reversals of one journal at once post one", async () => {
  const { rows } = await db.query<{ id: string }>("select ledger.post('adjustment', '2027-03-01', null, null, array[($1, 41, null)::ledger.line, ($2, -41, null)::ledger.line])::text as id", dollars.slice(0, 2));
  const pool = new pg.Pool({ connectionString: database.url("postgres"), max: 20 });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => pool.query("select ledger.reverse($1, '2027-03-02', null, null)", [rows[0]?.id]).then(() => "posted", (error: Refusal) => error.message)));
  await pool.end();
  expect(outcomes.filter((one) => one === "posted")).toHaveLength(1);
  expect(outcomes.filter((one) => one === "already_decided")).toHaveLength(19);
});
