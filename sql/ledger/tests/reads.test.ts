/** What moves money reads the accounts it names, however many there are: an index read from its beginning is invisible with ten accounts and the cost of every posting with a million. */
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { manyMembers, rowsRead } from "../../tests/support/reads";

const members = 3_000;
let database: TestDatabase;
let own: pg.Client;
let bank: string;
let treasury: string;
/** The wallets that were opened last: whatever is read from the beginning passes all others. */
let [one, two]: [string, string] = ["", ""];

const value = async (text: string, values: unknown[] = []): Promise<string> => Object.values((await own.query<Record<string, string>>(text, values)).rows[0] ?? {})[0] ?? "";

const connect = async () => {
  own = new pg.Client({ connectionString: database.url("postgres") });
  await own.connect();
};
// A session of its own for each: what one has planned would hide what another would plan.
beforeEach(() => connect());
afterEach(() => own.end());

beforeAll(async () => {
  database = await testDatabase();
  await connect();
  bank = await value("select ledger.operator_account('bank:client:reads', 'USD')::text");
  treasury = await value("select ledger.operator_account('treasury:returns', 'USD')::text");
  await manyMembers(own, members);
  await own.query("select ledger.open_wallets(array_agg(id order by id), array_agg('DEPOSIT'::text), 'USD') from identity.members");
  [one, two] = [await value("select max(id)::text from ledger.accounts where member_id is not null"), await value("select max(id)::text from ledger.accounts where member_id < (select max(id) from identity.members)")];
  await own.query("vacuum analyze ledger.accounts, ledger.account_balances");
  await post([bank, 1_000_000], [treasury, -1_000_000]);
  await post([bank, 1_000_000], [one, -1_000_000]);
  await own.end();
});
afterAll(() => database.drop());

const post = (...lines: [account: string, amount: number][]) => value(
  "select ledger.post('adjustment', '2027-03-01', null, null, array(select (a, m, null)::ledger.line from unnest($1::bigint[], $2::bigint[]) with ordinality x (a, m, n) order by n))::text", [lines.map(([account]) => account), lines.map(([, amount]) => amount)]);
const moved = (debit: string, credit: string) => value("select ledger.move(7, gen_random_uuid(), 'adjustment', '2027-03-01', $1, $2, 100)::text", [debit, credit]);

/** Rows and index entries of accounts and balances that are read while something is done. */
async function reads(work: () => Promise<unknown>): Promise<number> {
  const read = await rowsRead(own, work);
  return (read.get("ledger.accounts") ?? NaN) + (read.get("ledger.account_balances") ?? NaN);
}

const hold = () => value("select ledger.place_hold($1, 500, 'withdrawal', gen_random_uuid(), now())::text", [one]);
test.each<[string, () => Promise<unknown>]>([
  ["a deposit", () => post([bank, 1_000], [one, -1_000])],
  ["a withdrawal", () => post([one, 1_000], [bank, -1_000])],
  ["a return from its treasury", () => post([treasury, 1_000], [one, -1_000])],
  ["from wallet to wallet", () => post([one, 1_000], [two, -1_000])],
  ["between operator's accounts", () => post([bank, 1_000], [treasury, -1_000])],
  ["a compound journal", () => post([bank, 1_500], [treasury, 500], [one, -1_000], [two, -1_000])],
  ["the fast path between wallets", () => moved(one, two)],
  ["the fast path from outside", () => moved(bank, one)],
  ["many at once", () => value("select ledger.move_many(array(select (7, gen_random_uuid(), 'adjustment', '2027-03-01', case when n % 2 = 0 then $1 else $2 end, $3, 100)::ledger.movement from generate_series(1, 10) n))::text", [bank, one, two])],
  ["a hold, captured", async () => value("select ledger.post('adjustment', '2027-03-01', null, null, array[($1, 500, null)::ledger.line, ($2, -500, null)::ledger.line], null, $3, now())::text", [one, bank, await hold()])],
  ["a hold, released", async () => value("select ledger.end_hold($1, 'released', now())::text", [await hold()])],
  ["a journal reversed", async () => value("select ledger.reverse($1, '2027-03-01', null, null)::text", [await post([bank, 1_000], [one, -1_000])])],
  ["a fold", () => value("select ledger.fold_account($1)::text", [bank])],
  ["a balance", () => value("select balance::text from ledger.balances where account_id = $1", [one])],
  ["a wallet", () => value("select ledger.wallet((select max(id) from identity.members), 'DEPOSIT', 'USD')::text")],
])("%s reads its own accounts", async (_, work) => {
  await work();
  expect(await reads(work)).toBeLessThan(100);
});

test.each<[string, () => Promise<unknown>]>([
  ["more than a wallet has", () => post([one, 900_000_000], [bank, -900_000_000])],
  ["more than a treasury has", () => post([treasury, 900_000_000], [one, -900_000_000])],
])("what is refused, %s, reads its own accounts too", async (_, work) => {
  const tried = async () => {
    await own.query("savepoint before");
    await expect(work()).rejects.toThrow();
    await own.query("rollback to before");
  };
  expect(await reads(tried)).toBeLessThan(100);
});
