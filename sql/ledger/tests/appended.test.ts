/**
 * Accounts that everybody increases are appended to without a lock. Under many writers, decreases and folds at once their balance stays
 * exactly the sum of what was accepted, never below zero, and nobody meets a deadlock.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf, tally } from "../../tests/support/race";

const clients = 16;

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url("postgres"), max: clients });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const one = async (text: string, values: unknown[] = []): Promise<string> => Object.values((await pool.query<Record<string, string>>(text, values)).rows[0] ?? {})[0] ?? "";
const bank = (name: string) => one("select ledger.operator_account($1, 'USD')::text", [`bank:client:${name}`]);
const post = (debit: string, credit: string, amount: number) =>
  one("select ledger.post('bank_transfer', '2027-03-01', null, null, array[($1, $3, null)::ledger.line, ($2, -$3::bigint, null)::ledger.line])::text", [debit, credit, amount]);
const balance = async (account: string): Promise<bigint> => BigInt(await one("select balance::text from ledger.balances where account_id = $1", [account]));

test("increases, decreases and folds at once: the balance is exactly what was accepted", async () => {
  const [a, b, c] = [await bank("a"), await bank("b"), await bank("c")];
  const operator = await one("select ledger.operator_account('bank:operator', 'USD')::text");
  const names = [a, b, c];
  const model = new Map(names.map((name) => [name, 0n]));
  const seen: string[] = [];
  let seed = 20271;
  const random = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  const worker = async () => {
    for (let step = 0; step < 60; step += 1) {
      const choice = random(10);
      if (choice === 0) {
        await one("select ledger.fold_account($1)::text", [names[random(3)]]);
        seen.push("fold");
        continue;
      }
      const amount = 1 + random(900);
      // From outside in, between two of them in either direction, or out again.
      const to = choice < 4 ? names[random(3)] : choice < 8 ? names[random(3)] : operator;
      const from = choice < 4 ? operator : names[random(3)];
      if (to === undefined || from === undefined || to === from) continue;
      const outcome = await outcomeOf(post(to, from, amount));
      seen.push(outcome.refused ?? "accepted");
      if (outcome.refused === null) {
        if (model.has(to)) model.set(to, (model.get(to) ?? 0n) + BigInt(amount));
        if (model.has(from)) model.set(from, (model.get(from) ?? 0n) - BigInt(amount));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, worker));
  const counts = tally(seen);
  // Both happened, and nothing that has no name.
  expect(Object.keys(counts).sort()).toEqual(["accepted", "fold", "method_short"]);
  expect(counts.accepted).toBeGreaterThan(200);
  for (const name of names) expect(await balance(name)).toBe(model.get(name));
  for (const name of names) await one("select ledger.fold_account($1)::text", [name]);
  for (const name of names) expect(await balance(name)).toBe(model.get(name));
  expect((await pool.query("select * from ledger.verify()")).rows).toEqual([]);
});

test("an increase that waits for nobody: another transaction holds the balance row", async () => {
  const d = await bank("d");
  const operator = await one("select ledger.operator_account('bank:operator', 'USD')::text");
  await post(d, operator, 100);
  const other = await pool.connect();
  await other.query("begin");
  await other.query("select ledger.fold_account($1)", [d]);
  await post(d, operator, 11);
  expect(await balance(d)).toBe(111n);
  await other.query("commit");
  other.release();
  expect(await balance(d)).toBe(111n);
});

test("an uncommitted increase cannot be spent, and an aborted one never was", async () => {
  const e = await bank("e");
  const operator = await one("select ledger.operator_account('bank:operator', 'USD')::text");
  const other = await pool.connect();
  await other.query("begin");
  await other.query("select ledger.post('bank_transfer', '2027-03-01', null, null, array[($1, 50, null)::ledger.line, ($2, -50, null)::ledger.line])", [e, operator]);
  expect((await outcomeOf(post(operator, e, 50))).refused).toBe("method_short");
  await one("select ledger.fold_account($1)::text", [e]);
  await other.query("rollback");
  other.release();
  expect(await balance(e)).toBe(0n);
  await post(e, operator, 50);
  expect((await outcomeOf(post(operator, e, 50))).refused).toBeNull();
  expect(await balance(e)).toBe(0n);
});

test("of forty who each take all of it at once, one gets it", async () => {
  const f = await bank("f");
  const operator = await one("select ledger.operator_account('bank:operator', 'USD')::text");
  for (let part = 0; part < 10; part += 1) await post(f, operator, 10);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => outcomeOf(post(operator, f, 100))));
  expect(tally(outcomes.map(({ refused }) => refused ?? "accepted"))).toEqual({ accepted: 1, method_short: 39 });
  expect(await balance(f)).toBe(0n);
});
