/**
 * Random operations against a model that knows nothing of the application: BigInt balances and holds per account. After every operation
 * the books must agree with the model, verify empty, and balance.
 */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { refusalOf } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

type Account = { id: string; side: bigint; floored: boolean; appended: boolean; balance: bigint; held: bigint; lines: { on: string; amount: bigint }[] };
type Posted = { id: string; lines: [number, bigint][]; reversed: boolean; reversal: boolean };
type World = { accounts: Account[]; holds: { id: string; account: number; amount: bigint; open: boolean }[]; journals: Posted[]; moves: { key: string; args: unknown[]; id: string }[] };

let database: TestDatabase;
let db: pg.Client;
let runs = 0;

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const one = async (text: string, values: unknown[]): Promise<string> => Object.values((await db.query<Record<string, string>>(text, values)).rows[0] ?? {})[0] ?? "";

/** A currency of its own, so that every run begins with empty books. */
async function world(): Promise<World> {
  runs += 1;
  const currency = `Z${String(runs).padStart(4, "0").replace(/\d/g, (digit) => "ABCDEFGHIJ".charAt(Number.parseInt(digit, 10)))}`;
  await db.query("insert into core.currencies values ($1, 2, 'test')", [currency]);
  const member = await one("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, 'A', 'B', core.random_code(8), '1', now(), now()) returning id::text", [`${randomUUID()}@example.test`]);
  const accounts: Account[] = [];
  const add = async (text: string, args: unknown[], side: bigint, floored: boolean, appended: boolean) =>
    accounts.push({ id: await one(text, args), side, floored, appended, balance: 0n, held: 0n, lines: [] });
  for (const kind of ["DEPOSIT", "INTEREST", "INVESTED"]) await add("select ledger.wallet($1, $2, $3)::text", [member, kind, currency], -1n, true, false);
  await add("select ledger.operator_account('treasury:returns', $1)::text", [currency], -1n, true, false);
  await add("select ledger.operator_account('bank:client:a', $1)::text", [currency], 1n, true, true);
  await add("select ledger.operator_account('payout_clearing', $1)::text", [currency], -1n, true, true);
  await add("select ledger.operator_account('bank:operator', $1)::text", [currency], 1n, false, true);
  await add("select ledger.operator_account('equity:operator', $1)::text", [currency], -1n, false, true);
  return { accounts, holds: [], journals: [], moves: [] };
}

const account = (state: World, index: number): Account => {
  const found = state.accounts[index % state.accounts.length];
  if (!found) throw new Error("no account");
  return found;
};

/** Sum of lines per account, on the account's natural side. */
function changes(state: World, lines: [number, bigint][]): Map<Account, bigint> {
  const sums = new Map<Account, bigint>();
  for (const [index, amount] of lines) {
    const target = account(state, index);
    sums.set(target, (sums.get(target) ?? 0n) + amount * target.side);
  }
  return sums;
}

const short = (state: World, lines: [number, bigint][]): boolean => [...changes(state, lines)].some(([target, change]) => target.floored && change < 0n && target.balance - target.held + change < 0n);

function book(state: World, lines: [number, bigint][], on: string): void {
  for (const [index, amount] of lines) account(state, index).lines.push({ on, amount: amount * account(state, index).side });
  for (const [target, change] of changes(state, lines)) target.balance += change;
}

/** Runs a call that the model expects to be refused or not, and answers its value when it was not. */
async function expected(refused: boolean, text: string, values: unknown[]): Promise<string | null> {
  try {
    const value = await one(text, values);
    expect({ text, values, refused }).toEqual({ text, values, refused: false });
    return value;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    expect({ text, values, refused, code: refusal.code }).toEqual({ text, values, refused: true, code: expect.stringMatching(/^(insufficient_available|treasury_short|method_short|insufficient_funds)$/) });
    return null;
  }
}

const day = (n: number): string => `2027-03-${String(1 + (n % 28)).padStart(2, "0")}`;
type Step = { kind: "move" | "again" | "post" | "hold" | "end" | "fold" | "reverse"; a: number; b: number; c: number; amount: bigint; more: bigint };

async function move(state: World, { a, b, c, amount }: Step): Promise<void> {
  const [debit, credit] = [a % state.accounts.length, b % state.accounts.length];
  if (debit === credit) return;
  const lines: [number, bigint][] = [[debit, amount], [credit, -amount]];
  // A shared account is decreased by ledger.post, which locks it in its turn; see the steps of kind "post".
  if ([...changes(state, lines)].some(([target, change]) => target.appended && target.floored && change < 0n)) return;
  const key = randomUUID();
  const args = [7, key, "adjustment", day(c), account(state, debit).id, account(state, credit).id, String(amount)];
  const id = await expected(short(state, lines), "select ledger.move($1, $2, $3, $4, $5, $6, $7)::text", args);
  if (id === null) return;
  book(state, lines, day(c));
  state.journals.push({ id, lines, reversed: false, reversal: false });
  state.moves.push({ key, args, id });
}

async function post(state: World, { a, b, c, amount, more }: Step): Promise<void> {
  const lines = ([[a, amount], [b, more], [c, -amount - more + 1n], [a + 1, -1n]] as [number, bigint][]).filter(([, value]) => value !== 0n);
  const id = await expected(short(state, lines), "select ledger.post('adjustment', $1, 7, null, (select array_agg((u.a, u.m, null)::ledger.line order by n) from unnest($2::bigint[], $3::bigint[]) with ordinality u (a, m, n)))::text",
    [day(b), lines.map(([index]) => account(state, index).id), lines.map(([, value]) => String(value))]);
  if (id === null) return;
  book(state, lines, day(b));
  state.journals.push({ id, lines, reversed: false, reversal: false });
}

async function reverse(state: World, { a }: Step): Promise<void> {
  const target = state.journals[a % Math.max(state.journals.length, 1)];
  if (!target) return;
  const lines = target.lines.map(([index, amount]): [number, bigint] => [index, -amount]);
  if (target.reversed || target.reversal) {
    await expect(one("select ledger.reverse($1, '2027-03-28', 7, null)::text", [target.id])).rejects.toMatchObject({ message: expect.stringMatching(/already_decided|not_permitted|insufficient|short/) });
    return;
  }
  const id = await expected(short(state, lines), "select ledger.reverse($1, '2027-03-28', 7, null)::text", [target.id]);
  if (id === null) return;
  target.reversed = true;
  book(state, lines, "2027-03-28");
  state.journals.push({ id, lines, reversed: false, reversal: true });
}

async function hold(state: World, { a, amount }: Step): Promise<void> {
  const index = a % 4;
  const target = account(state, index);
  const id = await expected(target.balance - target.held < amount, "select ledger.place_hold($1, $2, 'withdrawal', null, '2027-03-01')::text", [target.id, String(amount)]);
  if (id === null) return;
  target.held += amount;
  state.holds.push({ id, account: index, amount, open: true });
}

async function end(state: World, { a, b }: Step): Promise<void> {
  const target = state.holds[a % Math.max(state.holds.length, 1)];
  if (!target) return;
  const ended = await one("select ledger.end_hold($1, $2, '2027-03-02')::text", [target.id, ["captured", "released", "expired"][b % 3]]);
  expect(ended).toBe(String(target.open));
  if (target.open) account(state, target.account).held -= target.amount;
  target.open = false;
}

async function again(state: World, { a, amount }: Step): Promise<void> {
  const known = state.moves[a % Math.max(state.moves.length, 1)];
  if (!known) return;
  expect(await one("select ledger.move($1, $2, $3, $4, $5, $6, $7)::text", known.args)).toBe(known.id);
  await expect(one("select ledger.move($1, $2, $3, $4, $5, $6, $7)::text", [...known.args.slice(0, 6), String(BigInt(String(known.args[6])) + amount)])).rejects.toMatchObject({ message: expect.stringMatching(/key_reuse/) });
}

const fold = (state: World, { a }: Step): Promise<string> => one("select ledger.fold_account($1)::text", [account(state, a).id]);
const steps = { move, again, post, hold, end, fold, reverse };

async function agrees(state: World): Promise<void> {
  const { rows } = await db.query<{ id: string; balance: string; held: string }>("select account_id::text as id, balance::text, held::text from ledger.balances where account_id = any ($1)", [state.accounts.map(({ id }) => id)]);
  const found = new Map(rows.map((row) => [row.id, row]));
  expect(state.accounts.map(({ id }) => found.get(id))).toEqual(state.accounts.map(({ id, balance, held }) => ({ id, balance: String(balance), held: String(held) })));
  expect((await db.query("select * from ledger.verify()")).rows).toEqual([]);
  expect((await db.query("select currency from ledger.trial_balance() where difference <> 0 or by_lines <> 0")).rows).toEqual([]);
}

test("books and model agree after every operation", async () => {
  const amount = fc.bigInt({ min: 1n, max: 50_000n });
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.oneof({ arbitrary: fc.constantFrom("move", "post"), weight: 5 }, { arbitrary: fc.constantFrom("again", "hold", "end", "fold", "reverse"), weight: 4 }) as fc.Arbitrary<Step["kind"]>,
    a: fc.nat(50), b: fc.nat(50), c: fc.nat(50), amount, more: fc.bigInt({ min: -30_000n, max: 30_000n }),
  });
  let done = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (list) => {
    const state = await world();
    // Something to move: capital that the operator's unfloored accounts bring in.
    await move(state, { kind: "move", a: 4, b: 7, c: 0, amount: 100_000n, more: 0n });
    await move(state, { kind: "move", a: 6, b: 0, c: 1, amount: 80_000n, more: 0n });
    for (const next of list) {
      await steps[next.kind](state, next);
      await agrees(state);
      done += 1;
    }
    for (const { id, lines, balance } of state.accounts) {
      for (const on of ["2027-03-05", "2027-03-14", "2027-03-27"]) {
        expect(await one("select ledger.balance_as_of($1, $2)::text", [id, on])).toBe(String(lines.filter((line) => line.on <= on).reduce((sum, line) => sum + line.amount, 0n)));
      }
      expect(await one("select ledger.balance_known_at($1, clock_timestamp())::text", [id])).toBe(String(balance));
      expect(await one("select ledger.balance_known_at($1, '2020-01-01')::text", [id])).toBe("0");
    }
  }), { numRuns: Number.parseInt(process.env.PROPERTY_RUNS ?? "8", 10), endOnFailure: true });
  expect(done).toBeGreaterThan(160);
});
