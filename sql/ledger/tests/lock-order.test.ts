/**
 * A move locks its accounts in ascending order whatever they hold. One that was short once was passed over and locked after the higher
 * one when its money came in between: two of 460,000 operations of `npm run fault -- --suite ledger` met a deadlock there.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf } from "../../tests/support/race";

let database: TestDatabase;
let clients: pg.Client[];

beforeAll(async () => {
  database = await testDatabase();
  clients = Array.from({ length: 4 }, () => new pg.Client({ connectionString: database.url("postgres") }));
  for (const client of clients) await client.connect();
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await database.drop();
});

/** Until so many wait for a lock. */
const waiting = (watch: pg.Client, count: number) => vi.waitFor(async () =>
  expect((await watch.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount).toBe(count), 10_000);

test("money that comes to an account while a move is refused for it: the move keeps nothing another waits for", async () => {
  const [mover, other, gate, watch] = clients as [pg.Client, pg.Client, pg.Client, pg.Client];
  const { rows: [ids] } = await watch.query<{ short: string; full: string }>(
    "select ledger.operator_account('deployed_capital', 'USD')::text as short, ledger.operator_account('treasury:promo', 'USD')::text as full");
  const { short = "", full = "" } = ids ?? {};
  expect(BigInt(short)).toBeLessThan(BigInt(full));
  await watch.query("select ledger.move(1, gen_random_uuid(), 'adjustment', '2027-03-01', ledger.operator_account('bank:operator', 'USD'), $1, 1000)", [full]);
  // Nobody can name a shortage as long as the gate is closed: the move stands between finding it and saying so.
  await gate.query("begin; lock table ledger.accounts in access exclusive mode");
  const moved = outcomeOf(mover.query("select ledger.move(1, gen_random_uuid(), 'adjustment', '2027-03-01', $1, $2, 500)", [full, short]));
  await waiting(watch, 1);
  // Its money comes, and somebody else wants both accounts, in order.
  await other.query("update ledger.account_balances set balance = balance + 1000 where account_id = $1", [short]);
  await other.query("begin");
  const locked = other.query("select ledger.lock_accounts($1)", [[short, full]]);
  await Promise.race([locked, waiting(watch, 2)]);
  await gate.query("commit");
  expect((await moved).refused).toBe("insufficient_funds");
  await locked;
  await other.query("commit");
});
