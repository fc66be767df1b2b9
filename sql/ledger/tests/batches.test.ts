/** Many keyed journals in one call (ledger.move_many): what as many single ones would do, all of it or nothing. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

type Move = { key: string; debit: string; credit: string; amount: string };

let database: TestDatabase;
let desk: Desk;
let wallets: string[];
let shared: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 24);
  const people = await Promise.all(["ann", "bo", "cy", "di"].map((name) => desk.member(name)));
  wallets = await Promise.all(people.map(async ({ email }) => (await desk.sql<{ id: string }>("select ledger.wallet((select id from identity.members where email = $1), 'DEPOSIT', 'USD')::text as id", [email]))[0]?.id ?? ""));
  shared = (await desk.sql<{ id: string }>("select ledger.operator_account('bank:client:batch', 'USD')::text as id"))[0]?.id ?? "";
  // The first has 1,000.00, the last nothing.
  await desk.sql("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 300000, null)::ledger.line, ($1, -100000, null)::ledger.line, ($2, -100000, null)::ledger.line, ($3, -100000, null)::ledger.line])", wallets.slice(0, 3));
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const wallet = (n: number): string => wallets[n] ?? "";
/** From one wallet to another: a wallet is debited when money leaves it. */
const move = (from: number, to: number, amount: string, key: string = randomUUID()): Move => ({ key, debit: wallet(from), credit: wallet(to), amount });
const post = async (moves: Move[]): Promise<string[]> =>
  (await desk.sql<{ ids: string[] }>(
    "select ledger.move_many(array(select (7, u.key, 'adjustment', '2027-03-02', u.debit, u.credit, u.amount)::ledger.movement from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[]) with ordinality u (key, debit, credit, amount, n) order by n))::text[] as ids",
    [moves.map(({ key }) => key), moves.map(({ debit }) => debit), moves.map(({ credit }) => credit), moves.map(({ amount }) => amount)]))[0]?.ids ?? [];
const balances = async () => Object.fromEntries((await desk.sql<{ id: string; balance: string }>("select account_id::text as id, balance::text from ledger.balances where account_id = any ($1)", [[...wallets, shared]])).map(({ id, balance }) => [id, balance]));
const counts = async () => (await desk.sql("select (select count(*) from ledger.journals)::text as journals, (select count(*) from ledger.lines)::text as lines, (select count(*) from ledger.request_keys)::text as keys"))[0];
const verified = async () => expect(await desk.sql("select * from ledger.verify()")).toEqual([]);

test("a batch answers ids in the order of its moves and moves what each says", async () => {
  const before = await balances();
  const ids = await post([move(0, 1, "100"), move(2, 0, "30"), move(1, 2, "7")]);
  expect(await desk.sql("select journal_id::text as id, account_id::text as account, amount::text, line_no from ledger.lines where journal_id = any ($1) order by journal_id, line_no", [ids])).toEqual([
    { id: ids[0], account: wallet(0), amount: "100", line_no: 1 }, { id: ids[0], account: wallet(1), amount: "-100", line_no: 2 },
    { id: ids[1], account: wallet(2), amount: "30", line_no: 1 }, { id: ids[1], account: wallet(0), amount: "-30", line_no: 2 },
    { id: ids[2], account: wallet(1), amount: "7", line_no: 1 }, { id: ids[2], account: wallet(2), amount: "-7", line_no: 2 },
  ]);
  const after = await balances();
  expect(wallets.map((id) => BigInt(after[id] ?? "") - BigInt(before[id] ?? ""))).toEqual([-70n, 93n, -23n, 0n]);
  await verified();
});

test("the same batch again answers the same and moves nothing; among new moves an old one stays what it was", async () => {
  const batch = [move(0, 1, "11"), move(1, 2, "12")];
  const ids = await post(batch);
  const before = await balances();
  expect(await post(batch)).toEqual(ids);
  expect(await balances()).toEqual(before);
  const [fresh, old] = await post([move(2, 0, "13"), ...batch.slice(0, 1)]);
  expect(old).toBe(ids[0]);
  expect(BigInt(fresh ?? "")).toBeGreaterThan(BigInt(ids[1] ?? ""));
  await verified();
});

test("a single move's key in a batch has that move's answer", async () => {
  const one = move(0, 1, "17");
  const [single] = await desk.sql<{ id: string }>("select ledger.move(7, $1, 'adjustment', '2027-03-05', $2, $3, $4)::text as id", [one.key, one.debit, one.credit, one.amount]);
  expect(await post([one])).toEqual([single?.id]);
});

test("one key twice in a batch is one journal when the bodies are the same, and refuses all when they are not", async () => {
  const one = move(0, 1, "19");
  const [first, second] = await post([one, one]);
  expect(second).toBe(first);
  const before = await counts();
  expect(await refused(post([move(1, 0, "1"), { ...one, amount: "20" }]))).toBe("key_reuse");
  expect(await counts()).toEqual(before);
  await verified();
});

test.each([
  ["an account that is short", () => [move(0, 1, "5"), move(3, 1, "1")], "insufficient_available"],
  ["an account on both sides of a move", () => [move(0, 1, "5"), move(1, 1, "5")], "unbalanced"],
  ["a shared account that would decrease", () => [move(0, 1, "5"), { key: randomUUID(), debit: wallet(0), credit: shared, amount: "1" }], "unbalanced"],
  ["an account that is not there", () => [move(0, 1, "5"), { ...move(0, 1, "5"), credit: "99999999" }], "unbalanced"],
  ["an amount of nothing", () => [move(0, 1, "5"), move(0, 1, "0")], "unbalanced"],
])("refused as a whole, key and all: %s", async (_, batch, problem) => {
  const before = [await balances(), await counts()];
  expect(await refused(post(batch()))).toBe(problem);
  expect([await balances(), await counts()]).toEqual(before);
});

test("what all moves together leave is what must be there: money passes through an empty wallet", async () => {
  await post([move(0, 3, "40"), move(3, 1, "40")]);
  expect((await balances())[wallet(3)]).toBe("0");
  await verified();
});

test("shared accounts are increased without being locked", async () => {
  const holder = new pg.Client({ connectionString: database.url("postgres") });
  await holder.connect();
  await holder.query("begin");
  await holder.query("select ledger.lock_accounts(array[$1::bigint])", [shared]);
  const before = BigInt((await balances())[shared] ?? "");
  await post(Array.from({ length: 5 }, () => ({ key: randomUUID(), debit: shared, credit: wallet(0), amount: "10" })));
  expect(BigInt((await balances())[shared] ?? "") - before).toBe(50n);
  await holder.end();
  await verified();
});

test("batches over the same accounts and keys in every order at once: each key one journal, and the books are whole", async () => {
  const keys = Array.from({ length: 12 }, () => randomUUID());
  const pairs = [[0, 1], [1, 2], [2, 0], [1, 0], [2, 1], [0, 2]] as const;
  const all = keys.map((key, n) => { const [from, to] = pairs[n % pairs.length] ?? [0, 1]; return move(from, to, String(n + 1), key); });
  const before = await counts();
  const outcomes = await together(...Array.from({ length: 20 }, (_, n) => () => post(n % 2 ? all.slice(n % 7) : [...all].reverse().slice(n % 5))));
  expect(tally(words(outcomes))).toEqual({ accepted: 20 });
  expect(BigInt((await counts())?.journals as string) - BigInt(before?.journals as string)).toBe(12n);
  await verified();
});
