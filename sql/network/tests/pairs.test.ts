/** Pairs one by one (spec 4.3): their split and what explains it, holds, fifty matchers at once, reversal with clawback and recovery. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together } from "../../tests/support/race";
import { count, faults, legs, match, pairsOf, plan, wallet } from "./support/pairs";
import { people, place } from "./support/tree";

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
let inr: string;
const at = "2027-03-01T10:00:00+05:30";

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 20);
  await desk.clock(at);
  await desk.set({ otp_per_minute: "1000", two_person_above: "0" });
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
  inr = await desk.method("INR");
  await plan(desk, { network_currency: "INR", pair_value: "100.00", first_full_pairs: "1", monthly_pair_cap: "100", count_on: "placement" });
  await desk.fund("commission", "INR", "100000.00", inr, operations, finance);
}, 60_000);
afterAll(async () => {
  expect(await faults(desk)).toEqual([]);
  await desk.close();
  await database.drop();
});

let made = 0;
/** A top with so many counted on either side, matched and paid. */
async function top(pairs: number): Promise<Awaited<ReturnType<typeof legs>>> {
  made += 1;
  const tree = await legs(desk, await people(desk, 2 * pairs + 1, `p${made}-`), pairs, pairs);
  for (const member of [...tree.left, ...tree.right]) await count(desk, member, at);
  await match(desk);
  await desk.settle();
  return tree;
}
/** Somebody spends what EARNINGS holds: booked away by the owner of the books. */
const spend = async (member: string, amount: string): Promise<void> => {
  await desk.sql("select ledger.move(1, $3::uuid, 'adjustment', '2027-03-01', ledger.wallet($1::bigint, 'EARNINGS', 'INR'), ledger.operator_account('equity:operator', 'INR'), $2::bigint)", [member, amount, randomUUID()]);
};

test("a pair keeps what explains it, and the member reads it: life, legs, usage, buyer's total, version, value and split", async () => {
  const ann = await desk.member("ann");
  const [id] = await desk.sql<{ id: string }>("select id from identity.members where public_id = $1", [ann.id]);
  const tree = await legs(desk, [id?.id ?? "", ...(await people(desk, 4, "ann-"))], 2, 2);
  for (const member of [...tree.left, ...tree.right]) await count(desk, member, at);
  await match(desk);
  await desk.settle();
  const { items, deferred, owed } = await desk.ask("member_pairs", { token: ann.token });
  expect(items).toMatchObject([
    { serial: 2, life: 2, left: 2, right: 2, matched: 2, month: "2027-03-01", month_usage: 2, active_buyer: false, buyer_total: "0.00", active_buyer_amount: "5000.00", version: 1, emi_percent: "20.00", value: "100.00", earnings: "80.00", emi: "20.00", state: "live", payment: "posted", deferred: false },
    { serial: 1, life: 1, left: 2, right: 1, matched: 1, month_usage: 1, value: "100.00", earnings: "100.00", emi: "0.00" },
  ]);
  expect([deferred, owed]).toEqual([[], []]);
  expect(await desk.wallets(ann)).toMatchObject({ EARNINGS: "180.00", EMI_RESERVE: "20.00" });
  const mine = (await desk.ask("member_network", { token: ann.token })).node as { children: { member: string; side: string; left: string }[]; left: number };
  expect(mine).toMatchObject({ left: 2, right: 2, pairs: 2, pairs_this_month: 2, unmatched_left: 0, parent: null, children: [{ side: "L", left: 1, right: 0 }, { side: "R" }] });
  expect((await desk.ask("member_network", { token: ann.token, member: mine.children[0]?.member })).node).toMatchObject({ parent: ann.id, left: 1, children: [{ side: "L", left: 0 }] });
  const stranger = await desk.member("stranger");
  expect(await refused(desk.ask("member_network", { token: stranger.token, member: ann.id }))).toBe("not_found");
  expect(await desk.ask("member_network", { token: stranger.token })).toEqual({ node: null });
  expect((await desk.ask("member_pairs", { token: stranger.token })).items).toEqual([]);
});

test("staff place with a key: the same form twice is one place; only who may, and below who referred them", async () => {
  const bea = await desk.member("bea");
  const cat = await desk.member("cat", bea.code);
  const form = { member: bea.id, sponsor: null, placement: null, parent: null, side: null, key: randomUUID() };
  const first = await desk.ask("staff_node_place", { token: operations.token, ...form });
  expect(await desk.ask("staff_node_place", { token: operations.token, ...form })).toEqual(first);
  expect(await refused(desk.ask("staff_node_place", { token: operations.token, ...form, side: "L", parent: cat.id }))).toBe("key_reuse");
  expect(await refused(desk.ask("staff_node_place", { token: finance.token, ...form, member: cat.id, key: randomUUID() }))).toBe("not_permitted");
  expect((await desk.ask("staff_node_place", { token: operations.token, ...form, member: cat.id, key: randomUUID() })).node).toMatchObject({ sponsor: bea.id, parent: bea.id, side: "L" });
});

test("fifty matchers at once, while people join and count, make each pair once", async () => {
  made += 1;
  const tree = await legs(desk, await people(desk, 41, "fifty-"), 20, 20);
  const [late] = await people(desk, 1, "late-");
  await Promise.all([...tree.left, ...tree.right].map((member) => count(desk, member, at)));
  const outcomes = await together(...Array.from({ length: 50 }, () => async () => { while ((await desk.job("worker_network_match", { limit: 7 })).more); }), async () => { await place(desk, late ?? "", tree.node); });
  expect(outcomes.filter(({ refused: code }) => code !== null)).toEqual([]);
  const pairs = await pairsOf(desk, tree.top);
  expect(pairs.map(({ life }) => life)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  await desk.settle();
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: String(10000 + 19 * 8000) });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toMatchObject({ balance: String(19 * 2000) });
}, 60_000);

test("a unit counts once per generation, and what never counted is not taken back", async () => {
  const tree = await top(1);
  const [left = ""] = tree.left;
  expect(await count(desk, left, at)).toBe(false);
  expect(await refused(count(desk, left, at, -1, 2))).toBe("not_counted");
  expect((await together(...Array.from({ length: 10 }, () => () => count(desk, left, at, -1)))).filter(({ answer }) => answer === true)).toHaveLength(1);
  await match(desk);
  await desk.settle();
  expect((await pairsOf(desk, tree.top)).map(({ serial, life, state }) => [serial, life, state])).toEqual([[1, 1, "reversed"]]);
  expect(await count(desk, left, at, 1, 2)).toBe(true);
  await match(desk);
  await desk.settle();
  expect((await pairsOf(desk, tree.top)).map(({ serial, life, state }) => [serial, life, state])).toEqual([[1, 1, "reversed"], [2, 1, "live"]]);
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: "10000" });
  const [stranger = ""] = await people(desk, 1, "nowhere-");
  expect(await count(desk, stranger, at)).toBe(false);
});

test("a reversed pair gives back both parts to the treasury that paid; the month's usage is not given back", async () => {
  const tree = await top(2);
  const treasury = async () => (await desk.sql<{ balance: string }>("select balance from ledger.balances where kind = 'treasury:commission' and currency = 'INR'"))[0]?.balance ?? "0";
  const before = BigInt(await treasury());
  await count(desk, tree.right[1] ?? "", at, -1);
  await match(desk);
  await desk.settle();
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: "10000" });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toMatchObject({ balance: "0" });
  expect(BigInt(await treasury()) - before).toBe(10000n);
  await count(desk, tree.right[1] ?? "", at, 1, 2);
  await match(desk);
  expect((await pairsOf(desk, tree.top)).map(({ serial, life, month_usage: used, state }) => [serial, life, used, state])).toEqual([[1, 1, 1, "live"], [2, 2, 2, "reversed"], [3, 2, 3, "live"]]);
});

test("what was spent is owed, and taken first from the EARNINGS part of later credits", async () => {
  const tree = await top(2);
  await spend(tree.top, "15000");
  await count(desk, tree.left[1] ?? "", at, -1);
  await match(desk);
  await desk.settle();
  // Of 80.00 to EARNINGS 30.00 were left, the 20.00 of the reserve were all there: 50.00 are owed.
  expect(await desk.sql("select amount, recovered from treasury.clawbacks where member_id = $1", [tree.top])).toEqual([{ amount: "5000", recovered: "0" }]);
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: "0" });
  await count(desk, tree.left[1] ?? "", at, 1, 2);
  await match(desk);
  await desk.settle();
  expect(await desk.sql("select amount, recovered from treasury.clawbacks where member_id = $1", [tree.top])).toEqual([{ amount: "5000", recovered: "5000" }]);
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: "3000" });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toMatchObject({ balance: "2000" });
  expect(await desk.sql("select balance from ledger.balances where kind = 'clawback_receivable' and currency = 'INR'")).toEqual([{ balance: "0" }]);
});

test("a pair that waits for funding is withdrawn when it is reversed, and nobody is paid for it", async () => {
  made += 1;
  const tree = await legs(desk, await people(desk, 3, "unpaid-"), 1, 1);
  for (const member of [...tree.left, ...tree.right]) await count(desk, member, at);
  await match(desk);
  await count(desk, tree.left[0] ?? "", at, -1);
  await match(desk);
  await desk.settle();
  expect(await desk.sql("select i.state, p.state as pair, p.reversal_id from network.pairs p join treasury.items i on i.id = p.item_id where p.member_id = $1", [tree.top])).toEqual([{ state: "withdrawn", pair: "reversed", reversal_id: null }]);
  expect(await wallet(desk, tree.top, "EARNINGS")).toMatchObject({ balance: "0" });
});

test("a blocked member has pairs, posted and held, both parts; a reversal takes them out of the hold", async () => {
  made += 1;
  const tree = await legs(desk, await people(desk, 5, "blocked-"), 2, 2);
  await desk.sql("update identity.members set status = 'suspended' where id = $1", [tree.top]);
  for (const member of [...tree.left, ...tree.right]) await count(desk, member, at);
  await match(desk);
  await desk.settle();
  expect(await wallet(desk, tree.top, "EARNINGS")).toEqual({ balance: "18000", available: "0" });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toEqual({ balance: "2000", available: "0" });
  await count(desk, tree.left[0] ?? "", at, -1);
  await match(desk);
  expect(await wallet(desk, tree.top, "EARNINGS")).toEqual({ balance: "10000", available: "0" });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toEqual({ balance: "0", available: "0" });
});

test("what is held until a member is known is free once they are, also what still waits to be paid", async () => {
  await desk.set({ require_kyc: "true" });
  const tree = await top(2);
  await desk.set({ require_kyc: "false" });
  expect(await wallet(desk, tree.top, "EARNINGS")).toEqual({ balance: "18000", available: "0" });
  await desk.sql("select treasury.release_unverified($1, $2)", [tree.top, at]);
  expect(await wallet(desk, tree.top, "EARNINGS")).toEqual({ balance: "18000", available: "18000" });
  expect(await wallet(desk, tree.top, "EMI_RESERVE")).toEqual({ balance: "2000", available: "2000" });
});

test("an active buyer at that instant is paid whole from the sixth on; the total is kept with the pair", async () => {
  // Bookings will say it; here it is said by a function in their place.
  const [before] = await desk.sql<{ text: string }>("select pg_get_functiondef('network.buyer_total(bigint, timestamptz)'::regprocedure) as text");
  await desk.sql("create or replace function network.buyer_total(p_member bigint, p_at timestamptz) returns bigint language sql stable security definer set search_path = '' as $$ select case when p_at < '2027-03-01T12:00:00+05:30' then 499999 else 500000 end::bigint $$");
  try {
    made += 1;
    const tree = await legs(desk, await people(desk, 7, "buyer-"), 3, 3);
    for (const [n, hour] of ["10:00:00", "11:59:59", "12:00:00"].entries()) for (const member of [tree.left[n], tree.right[n]]) await count(desk, member ?? "", `2027-03-01T${hour}+05:30`);
    await desk.clock("2027-03-01T13:00:00+05:30");
    await match(desk);
    expect((await pairsOf(desk, tree.top)).map(({ emi, active_buyer: buyer }) => [emi, buyer])).toEqual([["0", false], ["2000", false], ["0", true]]);
  } finally {
    await desk.sql(before?.text ?? "");
  }
});
