/** Pairs that were paid elsewhere lose their cover when a sale that was imported is undone: their numbers go, no money moves for them, and what pairs again is paid here. A what-if says the same. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { draft, replay } from "../network/tests/support/what-if";
import { openDesk, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { contradictions, importing, memberLines } from "./support/imports";

let database: TestDatabase;
let desk: Desk;
let admin: Awaited<ReturnType<Desk["staff"]>>;
let finance: typeof admin;
let second: typeof admin;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T10:00:00Z");
  await desk.set({ cooling_off_days: "0" });
  [admin, finance, second] = [await desk.staff("admin"), await desk.staff("finance"), await desk.staff("finance")];
  await desk.ask("staff_vehicle_save", { token: admin.token, vehicle: null, name: "Old car", price: "9000.00", currency: "INR", active: true, picture: null, key: randomUUID() });
  // T-1 holds two units on the left and two on the right, and was paid two pairs for them elsewhere; T-3 holds one on each side, and was paid one.
  await importing(desk, { admin, finance, second }).bring({ currency: "INR", cutover: "2027-02-28", method: await desk.method("INR") }, {
    members: memberLines("T-1", "T-2", "T-3", "T-4", "T-5", "T-6", "T-7"),
    tree: ["member,parent,side,sponsor,pairs", "T-1,,L,,2", "T-2,T-1,L,T-1,0", "T-3,T-1,R,T-1,1", "T-4,T-2,L,T-1,0", "T-5,T-3,R,T-3,0", "T-6,T-3,L,T-3,0", "T-7,T-6,L,T-3,0"],
    bookings: ["reference,member,vehicle,price,paid,parts,part_day", "B-2,T-2,Old car,8000.00,5000.00,3,5", "B-4,T-4,Old car,8000.00,8000.00,,", "B-5,T-5,Old car,8000.00,6000.00,,", "B-6,T-6,Old car,8000.00,6000.00,,", "B-7,T-7,Old car,8000.00,0,,"],
  });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const standing = () => desk.sql("select m.origin, n.left_count::int as l, n.right_count::int as r, n.matched, n.carried from network.nodes n join identity.members m on m.id = n.member_id where m.origin in ('T-1', 'T-3') order by m.origin");
const pairs = () => desk.sql("select m.origin, p.life, p.serial, p.state from network.pairs p join network.nodes n on n.id = p.node_id join identity.members m on m.id = n.member_id order by p.id");
const booking = async (reference: string) => (await desk.sql<{ id: string; external: string }>("select b.id, b.external::text from ev.bookings b join identity.members m on m.id = b.member_id where m.origin = $1", [reference]))[0] ?? { id: "", external: "" };
const everything = async () => { await desk.job("worker_cooling_ends"); while ((await desk.job("worker_network_match", { limit: 1000 })).more); };
/** By as many people as it takes. */
const approve = async (request: string) => {
  if ((await desk.decide(finance, request)).state === "pending") await desk.decide(second, request);
};
const cancel = async (reference: string) => {
  const { token } = await desk.signIn(`${reference.toLowerCase()}@old.example`);
  const { request } = await desk.ask("member_booking_cancel", { token, booking: (await booking(reference)).id, key: randomUUID() });
  await approve(request as string);
};
/** What pairs have moved or owe, anywhere. */
const paid = () => desk.sql("select (select count(*)::int from network.pairs) as pairs, (select count(*)::int from treasury.items) as items, (select coalesce(sum(balance), 0)::text from ledger.balances where kind = 'EARNINGS') as earnings");

test("a sale that is undone takes the cover of pairs at every place above it; nothing is taken back for them", async () => {
  await everything();
  expect(await standing()).toEqual([{ origin: "T-1", l: 2, r: 2, matched: 2, carried: 2 }, { origin: "T-3", l: 1, r: 1, matched: 1, carried: 1 }]);
  const before = await paid();
  await cancel("T-5");
  await everything();
  expect(await standing()).toEqual([{ origin: "T-1", l: 2, r: 1, matched: 1, carried: 1 }, { origin: "T-3", l: 1, r: 0, matched: 0, carried: 0 }]);
  expect(await paid()).toEqual(before);
  expect(await contradictions(desk)).toEqual([]);
});

test("what was paid elsewhere for the vehicle is refunded here, once, and moves no member's wallet", async () => {
  const owed = await desk.sql("select kind, sum(balance)::text as sum from ledger.balances where member_id is not null group by kind order by kind");
  const { id } = await booking("T-5");
  const back = () => desk.ask("staff_booking_refunded", { token: finance.token, booking: id, transaction_reference: "BACK-5", key: randomUUID() });
  await back();
  await expect(back()).rejects.toThrow("already_decided");
  expect(await desk.sql("select kind, sum(balance)::text as sum from ledger.balances where member_id is not null group by kind order by kind")).toEqual(owed);
  expect(await contradictions(desk)).toEqual([]);
});

test("the next sale pairs again where cover was lost, and this time it is paid here", async () => {
  const { token } = await desk.signIn("t-7@old.example");
  const paying = await desk.ask("member_booking_pay", { token, booking: (await booking("T-7")).id, amount: "5000.00", transaction_reference: "LATER-7", key: randomUUID() });
  await approve(paying.request as string);
  await desk.clock("2027-04-20T10:00:00Z");
  await everything();
  // T-7 stands on T-1's right: its second pair of a life, with the next serial number; on T-3 both units are on the left.
  expect(await standing()).toEqual([{ origin: "T-1", l: 2, r: 2, matched: 2, carried: 1 }, { origin: "T-3", l: 2, r: 0, matched: 0, carried: 0 }]);
  expect(await pairs()).toMatchObject([{ origin: "T-1", life: 2, serial: 3, state: "live" }]);
  expect(await contradictions(desk)).toEqual([]);
});

test("a what-if of the plan that holds gives exactly the pairs that were made here, and none for what was carried", async () => {
  const [plan] = await desk.sql<{ value: string; full: number; emi: string; cap: number; over: "defer" | "flush"; reserve: string }>(
    "select core.setting('pair_value') as value, core.setting('first_full_pairs')::int as full, core.setting('emi_percent') as emi, core.setting('monthly_pair_cap')::int as cap, core.setting('over_cap') as over, core.setting('reserve_percent') as reserve");
  if (!plan) throw new Error("no plan");
  const run = await replay(desk, await draft(desk, { overCap: plan.over, cap: plan.cap, full: plan.full, emi: plan.emi, reserve: plan.reserve, value: plan.value }));
  expect(run).toMatchObject({ live_pairs: "1", draft_pairs: "1", draft_earnings: run.live_earnings });
  expect(await desk.sql("select node_id, life, month_on::text, earnings::text, emi::text from network.what_if_pairs")).toEqual(await desk.sql("select node_id, life, month_on::text, earnings::text, emi::text from network.pairs where state = 'live'"));
});
