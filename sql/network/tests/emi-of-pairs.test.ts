/** EMI money of pairs: into the oldest open booking once the pair is paid, and out of it before the pair is reversed (spec 4.3). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openSales, type Person, type Sales } from "../../ev/tests/world";
import { together, words } from "../../tests/support/race";
import { count, faults, legs, match, plan, wallet } from "./support/pairs";
import { people } from "./support/tree";

let sales: Sales;
const at = "2027-03-01T10:00:00Z";

beforeAll(async () => {
  sales = await openSales();
  await plan(sales.desk, { network_currency: "INR", pair_value: "1000.00", first_full_pairs: "0", monthly_pair_cap: "100", count_on: "placement", qualify_amount: "5000.00", active_buyer_amount: "5000.00" });
  await sales.desk.fund("commission", "INR", "1000000.00", sales.method, sales.operations, sales.finance);
}, 60_000);
afterAll(async () => {
  expect(await faults(sales.desk)).toEqual([]);
  expect(await sales.desk.sql("select * from ev.verify()")).toEqual([]);
  await sales.close();
});

let made = 0;
/** Somebody with as many on either side, who count when asked. */
async function top(pairs = 1): Promise<{ who: Person; id: string; left: string[]; right: string[] }> {
  made += 1;
  const who = await sales.person();
  const id = await sales.key(who);
  const { left, right } = await legs(sales.desk, [id, ...(await people(sales.desk, 2 * pairs, `emi${made}-`))], pairs, pairs);
  return { who, id, left, right };
}
const pair = async (...members: string[]) => {
  for (const member of members) await count(sales.desk, member, at);
  await match(sales.desk);
  await sales.desk.settle();
};
const place = (id: string) => sales.desk.job("worker_emi_place", { member: id });
const reverse = async (member: string) => {
  await count(sales.desk, member, at, -1);
  await match(sales.desk);
};
async function opened(who: Person, price: string, paid: string, parts: number | null = null): Promise<string> {
  const booking = await sales.book(who, price, parts === null ? null : { parts, day: 5 });
  await sales.pay(who, booking, paid);
  return booking;
}
const money = async (id: string) => [(await wallet(sales.desk, id, "EARNINGS")).balance, (await wallet(sales.desk, id, "EMI_RESERVE")).balance];
const treasury = async (): Promise<bigint> => BigInt((await sales.desk.sql<{ balance: string }>("select balance::text from ledger.balances where kind = 'treasury:commission' and currency = 'INR'"))[0]?.balance ?? "0");
const owed = async (id: string) => (await sales.desk.sql<{ sum: string }>("select coalesce(sum(amount - recovered), 0)::text as sum from treasury.clawbacks where member_id = $1", [id]))[0]?.sum;

test("it pays the next instalment of the open booking, once however often the job runs", async () => {
  const { who, id, left, right } = await top();
  const booking = await opened(who, "1500.00", "500.00", 4);
  await pair(...left, ...right);
  expect(await money(id)).toEqual(["80000", "20000"]);
  expect((await together(...Array.from({ length: 10 }, () => () => place(id)))).map(({ answer }) => answer?.placed).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(await money(id)).toEqual(["80000", "0"]);
  const { booking: row, schedule } = await sales.look(who, booking);
  expect(row).toMatchObject({ emi: "200.00", outstanding: "800.00" });
  expect((schedule as { paid: string }[]).map(({ paid }) => paid)).toEqual(["200.00", "0.00", "0.00", "0.00"]);
});

test("what the booking no longer needs goes to EARNINGS, and comes back from there", async () => {
  const { who, id, left, right } = await top();
  const booking = await opened(who, "600.00", "525.00");
  const before = await treasury();
  await pair(...left, ...right);
  await place(id);
  expect(await money(id)).toEqual(["92500", "0"]);
  expect((await sales.look(who, booking)).booking).toMatchObject({ paid: "600.00", status: "paid" });
  await reverse(left[0] ?? "");
  expect([await money(id), await owed(id), await treasury()]).toEqual([["0", "0"], "0", before]);
  expect((await sales.look(who, booking)).booking).toMatchObject({ paid: "525.00", outstanding: "75.00" });
});

test("without an open booking it stays, the next one takes it as it opens, and gives it back", async () => {
  const { who, id, left, right } = await top();
  await pair(...left, ...right);
  await place(id);
  expect(await money(id)).toEqual(["80000", "20000"]);
  const booking = await opened(who, "900.00", "500.00");
  expect(await money(id)).toEqual(["80000", "0"]);
  expect((await place(id)).placed).toBe(0);
  await reverse(right[0] ?? "");
  expect([await money(id), await owed(id)]).toEqual([["0", "0"], "0"]);
  expect((await sales.look(who, booking)).booking).toMatchObject({ paid: "500.00" });
});

test("one that is reversed before the money went on gives back what lies in the reserve, and nothing is placed later", async () => {
  const { who, id, left, right } = await top();
  const booking = await opened(who, "1500.00", "500.00");
  await pair(...left, ...right);
  await reverse(left[0] ?? "");
  expect(await place(id)).toEqual({ placed: 0 });
  expect([await money(id), await owed(id)]).toEqual([["0", "0"], "0"]);
  expect((await sales.look(who, booking)).booking).toMatchObject({ paid: "500.00" });
});

test("of two pairs the latest is reversed, with its own part of the booking and nobody else's", async () => {
  const { who, id, left, right } = await top(2);
  const booking = await opened(who, "850.00", "500.00");
  await pair(...left, ...right);
  await place(id);
  // 200 of the first, 150 of the second with a surplus of 50.
  expect(await money(id)).toEqual(["165000", "0"]);
  await sales.desk.sql("select ledger.move(1, $2::uuid, 'adjustment', '2027-03-01', ledger.wallet($1::bigint, 'EARNINGS', 'INR'), ledger.operator_account('equity:operator', 'INR'), 163000)", [id, randomUUID()]);
  await reverse(left[1] ?? "");
  // 20.00 of the surplus are left; the 80.00 of its other part and 30.00 of the surplus are owed.
  expect([await money(id), await owed(id)]).toEqual([["0", "0"], "83000"]);
  expect((await sales.look(who, booking)).booking).toMatchObject({ paid: "700.00", emi: "200.00" });
});

test("EMI money makes an active buyer, and its reversal ends that and takes the unit back", async () => {
  const { who, id, left, right } = await top();
  const booking = await opened(who, "9000.00", "4800.00");
  const buyer = async () => (await sales.look(who, booking)).active_buyer;
  const before = await buyer();
  await pair(...left, ...right);
  await place(id);
  const units = () => sales.desk.sql<{ generation: number; reversed: boolean }>("select generation, reversed_at is not null as reversed from ev.units where member_id = $1", [id]);
  expect(await units()).toEqual([{ generation: 1, reversed: false }]);
  await reverse(left[0] ?? "");
  const jobs = await sales.desk.sql("select from outbox.jobs where task = 'network__emi' and payload ->> 'member' = $1", [id]);
  expect(jobs.length).toBeGreaterThanOrEqual(2);
  await place(id);
  expect(await units()).toEqual([{ generation: 1, reversed: true }]);
  expect(await buyer()).toEqual(before);
});

test("held money stays where it is until the member is known", async () => {
  const { who, id, left, right } = await top();
  const booking = await opened(who, "1500.00", "500.00");
  await sales.desk.set({ require_kyc: "true" });
  await pair(...left, ...right);
  await sales.desk.set({ require_kyc: "false" });
  expect(await place(id)).toEqual({ placed: 0 });
  expect((await wallet(sales.desk, id, "EMI_RESERVE"))).toEqual({ balance: "20000", available: "0" });
  await sales.desk.sql("select treasury.release_unverified($1, core.business_now())", [id]);
  expect(await place(id)).toEqual({ placed: 1 });
  expect((await sales.look(who, booking)).booking).toMatchObject({ emi: "200.00" });
});

test("a count that is taken back at two nodes at once, while their owners pay, cancel and are paid: nobody waits in a circle", async () => {
  for (let round = 0; round < 6; round += 1) {
    made += 1;
    // The lower of the two joined first in one round, and last in the other.
    const [first, second] = [await sales.person(), await sales.person()];
    const [upper, lower] = round % 2 === 0 ? [first, second] : [second, first];
    const [up, low, ...others] = [await sales.key(upper), await sales.key(lower), ...(await people(sales.desk, 3, `circle${made}-`))];
    const tree = await legs(sales.desk, [up ?? "", low ?? "", others[0] ?? ""], 1, 1);
    const [node] = await sales.desk.sql<{ id: string }>("select id::text from network.nodes where member_id = $1", [low]);
    for (const [n, side] of ["left", "right"].entries()) await sales.desk.sql("select network.place($1, $2, $3, null, null, $4)", [others[n + 1], node?.id, side, at]);
    const bookings = [await opened(upper, "3000.00", "500.00"), await opened(lower, "3000.00", "500.00")];
    await pair(others[1] ?? "", others[2] ?? "", tree.right[0] ?? "");
    for (const id of [up, low]) await place(id ?? "");
    const requests = [await sales.submit(upper, bookings[0] ?? "", "100.00"), await sales.submit(lower, bookings[1] ?? "", "100.00")];
    await count(sales.desk, others[1] ?? "", at, -1);
    const outcomes = await together<unknown>(
      () => match(sales.desk), () => sales.desk.settle(), () => place(up ?? ""), () => place(low ?? ""),
      ...requests.map(({ request }) => () => sales.desk.decide(sales.finance, request)), () => sales.desk.settle());
    expect(words(outcomes)).toEqual(Array.from({ length: 7 }, () => "accepted"));
    expect(await owed(low ?? "")).toBe("0");
  }
}, 60_000);
