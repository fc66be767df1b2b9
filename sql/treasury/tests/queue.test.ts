/**
 * Nobody is paid with another member's money (spec 2.5): what is earned is posted whole, oldest first, as soon as its treasury can pay it.
 * Random items, funding, earmarks and returns against a model in whole numbers.
 */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { refusalOf } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

type Item = { id: bigint; on: string; order: bigint; k: number; amount: bigint; posted: boolean; wallet: number };
type Treasury = { currency: string; queue: string; bank: string; wallets: string[]; balance: bigint; held: bigint; earmarks: { id: string; amount: bigint }[]; items: Item[] };

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

const one = async (text: string, values: unknown[] = [], through: pg.ClientBase = db): Promise<string> => Object.values((await through.query<Record<string, string>>(text, values)).rows[0] ?? {})[0] ?? "";
const refusal = async (work: Promise<unknown>): Promise<string | null> => work.then(() => null, (error: unknown) => {
  const found = refusalOf(error);
  if (!found) throw error;
  return found.code;
});

async function treasury(): Promise<Treasury> {
  runs += 1;
  const currency = `Q${"ABCDEFGHIJ".charAt(Math.floor(runs / 10) % 10)}${"ABCDEFGHIJ".charAt(runs % 10)}${"ABCDEFGHIJ".charAt(Math.floor(runs / 100))}`;
  await db.query("insert into core.currencies values ($1, 2, 'test')", [currency]);
  const wallets: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    wallets.push(await one("with m as (insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, 'A', 'B', core.random_code(8), '1', now(), now()) returning id) select ledger.wallet(m.id, 'EARNINGS', $2)::text from m", [`${randomUUID()}@example.test`, currency]));
  }
  return { currency, wallets, queue: await one("select treasury.queue('commission', $1)::text", [currency]), bank: await one("select ledger.operator_account('bank:client:q', $1)::text", [currency]), balance: 0n, held: 0n, earmarks: [], items: [] };
}

const ordered = (items: Item[]): Item[] => [...items].sort((a, b) => a.on.localeCompare(b.on) || Number(a.order - b.order) || a.k - b.k || Number(a.id - b.id));
const waiting = (state: Treasury): Item[] => ordered(state.items.filter(({ posted }) => !posted));
const free = (state: Treasury): bigint => state.balance - state.held - waiting(state).reduce((sum, { amount }) => sum + amount, 0n);

let orders = 0n;
const record = async (state: Treasury, { day, amount, wallet, k }: Step): Promise<void> => {
  orders += 1n;
  // Sources are created in order, but what they earn may be dated earlier than what waits already.
  const on = `2027-03-${String(1 + (day % 9)).padStart(2, "0")}`;
  const id = await one("select treasury.record('commission', $1, 'referral', $2, $3, $4, $5, $6, gen_random_uuid(), now())::text", [state.currency, state.wallets[wallet % 3], String(amount), on, String(orders), k]);
  state.items.push({ id: BigInt(id), on, order: orders, k, amount, posted: false, wallet: wallet % 3 });
};
const fund = async (state: Treasury, { amount }: Step): Promise<void> => {
  await one("select treasury.fund('commission', $1, $2, $3, '2027-03-01', null, null)::text", [state.currency, String(amount), state.bank]);
  state.balance += amount;
};
const settle = async (state: Treasury, { k }: Step): Promise<void> => {
  const limit = 1 + k;
  let left = state.balance - state.held;
  const paid: Item[] = [];
  for (const item of waiting(state).slice(0, limit)) {
    if (item.amount > left) break;
    left -= item.amount;
    paid.push(item);
  }
  const { rows } = await db.query<{ posted: number; waiting: string; items: string[] }>("select posted, waiting::text, items::text[] from treasury.settle($1, $2, now())", [state.queue, limit]);
  for (const item of paid) {
    item.posted = true;
    state.balance -= item.amount;
  }
  expect(rows[0]).toMatchObject({ posted: paid.length, waiting: String(waiting(state).length) });
  expect([...(rows[0]?.items ?? [])].sort()).toEqual(paid.map(({ id }) => String(id)).sort());
};
const earmark = async (state: Treasury, { amount }: Step): Promise<void> => {
  let id = "";
  const refused = await refusal(one("select treasury.earmark($1, $2, gen_random_uuid(), now())::text", [state.queue, String(amount)]).then((made) => { id = made; }));
  expect(refused).toBe(free(state) < amount ? "treasury_short" : null);
  if (refused !== null) return;
  state.held += amount;
  state.earmarks.push({ id, amount });
};
const draw = async (state: Treasury, { day, amount, wallet }: Step): Promise<void> => {
  const mark = state.earmarks[day % Math.max(state.earmarks.length, 1)];
  if (!mark) return;
  // As a pre-funded credit does: out of the earmark and posted in one transaction.
  await db.query("begin");
  const refused = await refusal(one("select treasury.draw_earmark($1, $2, now())::text", [mark.id, String(amount)]).then(async (left) => {
    await one("select ledger.post('referral', '2027-03-01', null, null, array[($1, $3, null)::ledger.line, ($2, -$3::bigint, null)::ledger.line])::text", [state.queue, state.wallets[wallet % 3], String(amount)]);
    state.earmarks = state.earmarks.filter((other) => other !== mark);
    if (left) state.earmarks.push({ id: left, amount: mark.amount - amount });
    state.balance -= amount;
    state.held -= amount;
  }));
  await db.query(refused === null ? "commit" : "rollback");
  expect(refused).toBe(mark.amount < amount ? "treasury_short" : null);
};
const takeBack = async (state: Treasury, { amount }: Step): Promise<void> => {
  const refused = await refusal(one("select treasury.take_back('commission', $1, $2, $3, '2027-03-01', null, null)::text", [state.currency, String(amount), state.bank]));
  expect(refused).toBe(free(state) < amount ? "treasury_short" : null);
  if (refused === null) state.balance -= amount;
};

type Step = { kind: keyof typeof steps; day: number; amount: bigint; wallet: number; k: number };
const steps = { record, fund, settle, earmark, draw, takeBack };

async function agrees(state: Treasury): Promise<void> {
  expect(await one("select balance || ' ' || held from ledger.balances where account_id = $1", [state.queue])).toBe(`${state.balance} ${state.held}`);
  const { rows } = await db.query<{ id: string; state: string; on: string | null; amount: string | null }>(
    "select i.id::text, i.state, j.value_on::text as on, (select -sum(l.amount) from ledger.lines l where l.journal_id = i.journal_id and l.account_id = i.credit_account_id and l.source_id = i.id)::text as amount from treasury.items i left join ledger.journals j on j.id = i.journal_id where i.queue_id = $1 order by i.id", [state.queue]);
  expect(rows).toEqual([...state.items].sort((a, b) => Number(a.id - b.id)).map(({ id, posted, on, amount }) => ({ id: String(id), state: posted ? "posted" : "awaiting", on: posted ? on : null, amount: posted ? String(amount) : null })));
  expect((await db.query("select * from ledger.verify()")).rows).toEqual([]);
}

test("whole items, oldest first, with their own dates; earmarks outside the queue; nothing taken back that waits", async () => {
  const step = fc.record({
    kind: fc.oneof({ arbitrary: fc.constantFrom("record", "settle"), weight: 4 }, { arbitrary: fc.constantFrom("fund", "earmark", "draw", "takeBack"), weight: 3 }) as fc.Arbitrary<Step["kind"]>,
    day: fc.nat(40), amount: fc.oneof(fc.bigInt({ min: 1n, max: 900n }), fc.bigInt({ min: 1n, max: 40n })), wallet: fc.nat(2), k: fc.nat(5),
  });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50 }), async (list) => {
    const state = await treasury();
    for (const next of list) {
      await steps[next.kind](state, next);
      await agrees(state);
    }
    await fund(state, { kind: "fund", day: 0, amount: 100_000n, wallet: 0, k: 0 });
    while (waiting(state).length > 0) await settle(state, { kind: "settle", day: 0, amount: 0n, wallet: 0, k: 9 });
    await agrees(state);
  }), { numRuns: Number.parseInt(process.env.PROPERTY_RUNS ?? "8", 10), endOnFailure: true });
});

const simple = (amount: bigint, day = 0, wallet = 0): Step => ({ kind: "record", day, amount, wallet, k: 0 });

test("a new item waits behind an older one even if the money would suffice for it", async () => {
  const state = await treasury();
  await record(state, simple(500n));
  await fund(state, simple(100n));
  await record(state, simple(50n, 1));
  await settle(state, { ...simple(0n), k: 9 });
  expect(state.items.map(({ posted }) => posted)).toEqual([false, false]);
  await fund(state, simple(400n));
  await settle(state, { ...simple(0n), k: 9 });
  expect(state.items.map(({ posted }) => posted)).toEqual([true, false]);
  await agrees(state);
});

test("who records an earning does not wait for whoever settles: nobody waits in a circle", async () => {
  const state = await treasury();
  await record(state, simple(10n));
  await fund(state, simple(1_000n));
  const other = new pg.Client({ connectionString: database.url("postgres") });
  await other.connect();
  // As a run of accrual without funding: the wallet is locked, then its earning is recorded.
  await other.query("begin");
  await other.query("select ledger.lock_accounts(array[$1::bigint])", [state.wallets[0]]);
  const settling = db.query("select posted from treasury.settle($1, 10, now())", [state.queue]);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await other.query("set local statement_timeout = '3s'");
  await other.query("select treasury.record('commission', $1, 'referral', $2, 7, '2027-03-01', 999999999, 0, null, now())", [state.currency, state.wallets[0]]);
  await other.query("commit");
  await other.end();
  expect((await settling).rows).toEqual([{ posted: 1 }]);
});

test("an item that no payment could see was not overtaken, however far the clock jumps; one that could be seen was", async () => {
  const state = await treasury();
  await fund(state, simple(1_000n));
  const other = new pg.Client({ connectionString: database.url("postgres") });
  await other.connect();
  await other.query("begin");
  await other.query("select treasury.record('commission', $1, 'referral', $2, 7, '2027-02-01', 888888888, 0, null, now() - interval '3 days')", [state.currency, state.wallets[0]]);
  await record(state, simple(50n));
  await settle(state, { ...simple(0n), k: 9 });
  await other.query("commit");
  await other.end();
  const faults = () => db.query<{ found: string }>("select found from treasury.order_faults((select array_agg(id) from treasury.items where queue_id = $1))", [state.queue]);
  expect((await faults()).rows).toEqual([]);
  // The same rows, had the older one been there to see.
  await db.query("update treasury.items set recorded_xid = '3' where queue_id = $1 and state = 'awaiting'", [state.queue]);
  expect((await faults()).rows).toHaveLength(1);
  expect((await db.query("select from treasury.settle($1, 10, now())", [state.queue])).rowCount).toBe(1);
  expect((await faults()).rows).toEqual([]);
});

test("recording, funding, settling and taking back at once: every cent is somewhere, and what can be paid is paid", async () => {
  const state = await treasury();
  const pool = new pg.Pool({ connectionString: database.url("postgres"), max: 12 });
  const works: (() => Promise<unknown>)[] = [];
  for (let n = 0; n < 120; n += 1) {
    const order = String(5_000_000 + n);
    works.push(() => pool.query("select treasury.record('commission', $1, 'referral', $2, $3, '2027-03-01', $4, 0, null, now())", [state.currency, state.wallets[n % 3], 10 + (n % 7), order]));
    if (n % 3 === 0) works.push(() => pool.query("select treasury.fund('commission', $1, 25, $2, '2027-03-01', null, null)", [state.currency, state.bank]));
    if (n % 4 === 0) works.push(() => pool.query("select treasury.settle($1, 20, now())", [state.queue]));
    if (n % 5 === 0) works.push(() => pool.query("select treasury.take_back('commission', $1, 5, $2, '2027-03-01', null, null)", [state.currency, state.bank]));
    if (n % 8 === 0) works.push(() => pool.query("select ledger.fold_account($1)", [state.bank]));
  }
  const counts = tally(words(await together(...works)));
  expect(Object.keys(counts).filter((word) => !["accepted", "treasury_short"].includes(word))).toEqual([]);
  await pool.query("select treasury.settle($1, 1000, now())", [state.queue]);
  await pool.end();
  const [row] = (await db.query<{ balance: string; next: string | null; posted: string; earned: string }>(
    `select b.balance::text, (select i.amount::text from treasury.items i where i.queue_id = $1 and i.state = 'awaiting' order by i.value_on, i.source_order limit 1) as next,
            (select coalesce(sum(i.amount), 0)::text from treasury.items i where i.queue_id = $1 and i.state = 'posted') as posted, (select sum(w.balance)::text from ledger.balances w where w.account_id = any ($2)) as earned
       from ledger.balances b where b.account_id = $1`, [state.queue, state.wallets])).rows;
  expect(row?.posted).toBe(row?.earned);
  expect(row?.next === null || BigInt(row?.next ?? "0") > BigInt(row?.balance ?? "0")).toBe(true);
  expect((await db.query("select * from ledger.verify()")).rows).toEqual([]);
});

test("an earning is recorded once per source and day", async () => {
  const state = await treasury();
  const again = () => one("select treasury.record('commission', $1, 'referral', $2, 7, '2027-03-01', 777777777, 3, null, now())", [state.currency, state.wallets[0]]);
  await again();
  await expect(again()).rejects.toMatchObject({ constraint: "items_are_recorded_once" });
});

test("what a suspended member earns is posted and held; a return on an investment is not held", async () => {
  const state = await treasury();
  await db.query("update identity.members set status = 'suspended' where id = (select member_id from ledger.accounts where id = $1)", [state.wallets[0]]);
  await record(state, simple(70n));
  await db.query("select treasury.record('commission', $1, 'accrual', $2, 30, '2027-03-01', 888888888, 1, null, now())", [state.currency, state.wallets[0]]);
  await fund(state, simple(1_000n));
  await db.query("select treasury.settle($1, 10, now())", [state.queue]);
  expect(await one("select balance || ' ' || held from ledger.balances where account_id = $1", [state.wallets[0]])).toBe("100 70");
});
