/** What people in the network earn, told from the ledger: twelve full months, nobody's own figure, no small group. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { count, match, plan } from "./support/pairs";
import { people } from "./support/tree";

let database: TestDatabase;
let desk: Desk;
let members: string[];

/** Places somebody below the first (or the company) on a day. */
const place = async (member: string, sponsor: string | null, side: string, on: string) => {
  const [node] = await desk.sql<{ id: string }>("select id from network.place($1, $2, $3, null, null, $4::timestamptz)", [member, sponsor, side, `${on}T10:00:00Z`]);
  return node?.id ?? "";
};
const disclosed = async () => (await desk.ask("public_income")).disclosed;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T06:00:00Z");
  await desk.set({ disclosure_smallest_group: "4" });
  await plan(desk, { network_currency: "INR", network_timezone: "Asia/Kolkata", pair_value: "1000.55", first_full_pairs: "1", emi_percent: "20" });
  members = await people(desk, 9);
  const [top = "", ...others] = members;
  const node = await place(top, null, "level_order", "2026-01-05");
  // Two on each side for more than a year, then three for half a year, then one for a month.
  for (const [n, member] of others.entries()) await place(member, node, n % 2 === 0 ? "left" : "right", n < 4 ? "2026-01-06" : n < 7 ? "2026-09-01" : "2027-02-20");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const paid = async () => {
  const [maker, finance, bank] = [await desk.staff("operations"), await desk.staff("finance"), await desk.method("INR")];
  await desk.fund("commission", "INR", "4000.00", bank, maker, finance);
};

test("while fewer are in the network than the smallest group, nothing is disclosed", async () => {
  await desk.set({ disclosure_smallest_group: "10" });
  expect(await desk.job("worker_disclose")).toEqual({ written: 0 });
  expect(await desk.ask("public_income")).toEqual({ smallest: 10, disclosed: null });
  await desk.set({ disclosure_smallest_group: "4" });
});

test("twelve full months, small tenures put together, what waits for its treasury not counted, medians in whole units", async () => {
  const [top = "", ...others] = members;
  for (const member of others) await count(desk, member, "2027-03-10T06:00:00Z");
  await match(desk);
  // Of this day: in the month that is not over.
  await desk.clock("2027-04-03T00:00:00Z");
  expect(await desk.job("worker_disclose")).toEqual({ written: 3 });
  const nothing = { members: 9, without: 9, median: "0.00" };
  expect(await disclosed()).toMatchObject({ from: "2026-04-01", until: "2027-03-31", currency: "INR", ...nothing });
  await paid();
  expect(await desk.job("worker_disclose")).toEqual({ written: 0 });
  expect(await disclosed()).toMatchObject(nothing);
  await desk.clock("2027-05-01T00:00:00Z");
  expect(await desk.job("worker_disclose")).toEqual({ written: 3 });
  // Eight below, four on each side: four pairs for the top, and as far as 4,000.00 go they are paid in their order.
  const [{ earners } = { earners: 0 }] = await desk.sql<{ earners: number }>("select count(distinct a.member_id)::integer as earners from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.kind in ('EARNINGS', 'EMI_RESERVE')");
  expect(earners).toBeGreaterThan(0);
  expect(await disclosed()).toMatchObject({
    from: "2026-05-01", until: "2027-04-30", members: 9, without: 9 - earners, median: "0.00",
    tenures: [{ from_months: 0, until_months: 12, members: 4 }, { from_months: 12, until_months: null, members: 5, median: earners >= 3 ? "1000.00" : "0.00" }],
  });
  expect(top).not.toBe("");
});

test("what is disclosed is what the ledger says, and what is taken back is income no more", async () => {
  const told = await desk.sql<{ earned: string; months: number }>("select earned, months from network.income('2027-05-01') i order by i.earned desc");
  const books = await desk.sql<{ earned: string }>("select sum(b.balance)::text as earned from ledger.balances b where b.kind in ('EARNINGS', 'EMI_RESERVE') and b.currency = 'INR' having sum(b.balance) > 0");
  expect(String(told.reduce((sum, { earned }) => sum + BigInt(earned), 0n))).toBe(books[0]?.earned);
  const before = told.filter(({ earned }) => earned !== "0").length;
  for (const member of members.slice(1)) await count(desk, member, "2027-04-30T23:00:00Z", -1);
  await match(desk);
  const after = await desk.sql<{ earned: string }>("select earned from network.income('2027-06-01') i where i.earned <> 0");
  expect(before).toBeGreaterThan(0);
  expect(after).toEqual([]);
});

test("rows once disclosed stay", async () => {
  await expect(desk.sql("update network.disclosures set median = 1")).rejects.toThrow("immutable");
  await expect(desk.sql("delete from network.disclosures")).rejects.toThrow("immutable");
});
