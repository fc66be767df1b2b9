/** Available is what every spend is tested against, and a hold ends exactly once (spec 2.4), straight at the ledger. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf, tally, together, words } from "../../tests/support/race";

let database: TestDatabase;
let pool: pg.Pool;
let members = 0;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url("postgres"), max: 20 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const one = async (text: string, values: unknown[] = []): Promise<string> => Object.values((await pool.query<Record<string, string>>(text, values)).rows[0] ?? {})[0] ?? "";

async function wallet(amount: number): Promise<string> {
  members += 1;
  const id = await one("with m as (insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, 'A', 'B', core.random_code(8), '1', now(), now()) returning id) select ledger.wallet(m.id, 'DEPOSIT', 'USD')::text from m", [`holds${members}@example.test`]);
  if (amount > 0) await one("select ledger.post('deposit', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), $2, null)::ledger.line, ($1, -$2::bigint, null)::ledger.line])::text", [id, amount]);
  return id;
}
const hold = (account: string, amount: number) => () => one("select ledger.place_hold($1, $2, 'withdrawal', null, now())::text", [account, amount]);
const spend = (account: string, amount: number) => () => one("select ledger.post('withdrawal', '2027-03-01', null, null, array[($1, $2, null)::ledger.line, (ledger.operator_account('equity:operator', 'USD'), -$2::bigint, null)::ledger.line])::text", [account, amount]);
const state = async (account: string): Promise<string> => one("select balance || ' held ' || held || ' available ' || available from ledger.balances where account_id = $1", [account]);

test("of twenty holds at once as many are placed as there is money, and the others are told by name", async () => {
  for (let round = 0; round < 5; round += 1) {
    const account = await wallet(95);
    expect(tally(words(await together(...Array.from({ length: 20 }, () => hold(account, 10)))))).toEqual({ accepted: 9, insufficient_available: 11 });
    expect(await state(account)).toBe("95 held 90 available 5");
  }
});

test("holds and spends at once never take more than there is", async () => {
  for (let round = 0; round < 5; round += 1) {
    const account = await wallet(100);
    const works = Array.from({ length: 20 }, (_, n) => (n % 2 ? hold(account, 9) : spend(account, 11)));
    const outcomes = words(await together(...works));
    expect(Object.keys(tally(outcomes)).sort()).toEqual(["accepted", "insufficient_available"]);
    const left = 100 - outcomes.reduce((sum, word, n) => sum + (word === "accepted" ? (n % 2 ? 9 : 11) : 0), 0);
    expect(left).toBeGreaterThanOrEqual(0);
    // And nobody was refused who could have been served.
    expect(left).toBeLessThan(11);
    expect(await state(account)).toMatch(new RegExp(`available ${left}$`));
  }
});

test("held money cannot be spent, not even by its owner, until the hold has ended", async () => {
  const account = await wallet(100);
  const id = await hold(account, 60)();
  expect((await outcomeOf(spend(account, 41)())).refused).toBe("insufficient_available");
  await one("select ledger.end_hold($1, 'released', now())::text", [id]);
  expect((await outcomeOf(spend(account, 41)())).refused).toBeNull();
});

test("a hold is neither edited, reopened, removed nor placed ended", async () => {
  const account = await wallet(100);
  const id = await hold(account, 60)();
  for (const change of ["amount = 1", `account_id = ${await wallet(0)}`, "reason = 'earmark'", "placed_at = now()", "state = 'open'"]) await expect(pool.query(`update ledger.holds set ${change} where id = $1`, [id])).rejects.toMatchObject({ message: "immutable" });
  await expect(pool.query("delete from ledger.holds where id = $1", [id])).rejects.toMatchObject({ message: "immutable" });
  await one("select ledger.end_hold($1, 'captured', now())::text", [id]);
  for (const change of ["state = 'open', ended_at = null", "state = 'released'", "ended_at = now() + interval '1 day'"]) await expect(pool.query(`update ledger.holds set ${change} where id = $1`, [id])).rejects.toMatchObject({ message: "immutable" });
  await expect(pool.query("insert into ledger.holds (account_id, amount, reason, state, placed_at, ended_at) values ($1, 1, 'reserve', 'released', now(), now())", [account])).rejects.toMatchObject({ message: "immutable" });
  for (const amount of [0, -1]) await expect(hold(account, amount)()).rejects.toMatchObject({ constraint: "hold_amount_is_positive" });
  expect(await state(account)).toBe("100 held 0 available 100");
});

test("an account's row cannot go below zero by an update past every function", async () => {
  const account = await wallet(100);
  await hold(account, 60)();
  const table = await one("select attrelid::regclass::text from pg_attribute where attname = 'held' and attrelid = 'ledger.account_balances'::regclass");
  for (const change of ["balance = 59", "balance = -1", "held = 101"]) await expect(pool.query(`update ${table} set ${change} where account_id = $1`, [account])).rejects.toMatchObject({ constraint: "account_available_is_never_negative" });
});
