/** What the pages of the tree and the pairs read: three levels, the way, who is found, joining, earnings; and nothing of others. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { count, match, plan } from "./support/pairs";
import { people, place } from "./support/tree";

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let operations: { token: string };
const at = "2027-03-01T10:00:00+05:30";

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock(at);
  await desk.set({ otp_per_minute: "100000", two_person_above: "0", sign_on_bonus: "0" });
  finance = await desk.staff("finance");
  operations = await desk.staff("operations");
  await plan(desk, { network_currency: "INR", pair_value: "100.00", monthly_pair_cap: "2", count_on: "placement" });
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const join = (who: { token: string }, key = randomUUID()) => desk.ask("member_network_join", { token: who.token, key });
const tree = (who: { token: string }, member: string | null = null, search: string | null = null) => desk.ask("member_tree", { token: who.token, member, search });
const names = (rows: unknown) => (rows as { name: string }[]).map(({ name }) => name);

test("who was not placed reads below whom that would be, and takes that place once", async () => {
  const ann = await desk.member("ann-joins");
  const bo = await desk.member("bo-joins", ann.code);
  expect(await tree(ann)).toMatchObject({ node: null, join: { sponsor: null, possible: true } });
  expect(await tree(bo)).toMatchObject({ node: null, join: { sponsor: "ann-joins", possible: false } });
  expect(await refused(join(bo))).toBe("sponsor_not_placed");
  const key = randomUUID();
  expect(await join(ann, key)).toEqual({ state: "placed" });
  expect(await join(ann, key)).toEqual({ state: "placed" });
  expect(await refused(join(ann))).toBe("already_placed");
  await join(bo);
  const seen = await tree(ann);
  expect(seen).toMatchObject({ me: ann.id, node: { member: ann.id, left: 0 }, way: { skipped: 0, nodes: [] }, cap: { cap: 2, version: 1 }, found: null });
  expect(seen.branch).toMatchObject([{ member: ann.id, level: 0, place: 1, more: true }, { member: bo.id, parent: ann.id, side: "L", level: 1, place: 2, more: false }]);
  await match(desk);
  expect((await tree(ann)).node).toMatchObject({ left: 1, right: 0, pairs: 0, unmatched_left: 1 });
});

test("a page holds three levels from left to right, and of a long way its ends", async () => {
  const top = await desk.member("deep-top");
  await join(top);
  const [key] = await desk.sql<{ id: string; node: string }>("select m.id, n.id as node from identity.members m join network.nodes n on n.member_id = m.id where m.public_id = $1", [top.id]);
  const chain = await people(desk, 40, "chain-");
  for (const one of chain) await place(desk, one, key?.node ?? "", "extreme_left");
  for (const one of await people(desk, 14, "full-")) await place(desk, one, key?.node ?? "");
  const { branch } = await tree(top);
  expect(branch).toHaveLength(15);
  expect((branch as { place: number }[]).map(({ place: number }) => number)).toEqual(Array.from({ length: 15 }, (_none, n) => n + 1));
  const [last] = await desk.sql<{ id: string }>("select public_id as id from identity.members where id = $1", [chain.at(-1)]);
  const { way } = await tree(top, last?.id);
  expect(way.skipped).toBe(31);
  expect(way.nodes).toHaveLength(9);
  expect(way.nodes[0].member).toBe(top.id);
});

test("those below are found by the beginning of a name or by code, and nobody else", async () => {
  const top = await desk.member("finder");
  const beside = await desk.member("Zoltan-beside");
  await join(top);
  await join(beside);
  const below = await desk.member("Zoltan-below", top.code);
  await join(below);
  expect(names((await tree(top, null, "zolTAN")).found)).toEqual(["Zoltan-below"]);
  expect(names((await tree(top, null, below.code.toLowerCase())).found)).toEqual(["Zoltan-below"]);
  expect((await tree(top, null, beside.code)).found).toEqual([]);
  expect((await tree(top, null, "%")).found).toEqual([]);
  expect(names((await desk.ask("staff_tree", { token: finance.token, member: null, search: "zoltan" })).found)).toEqual(["Zoltan-below", "Zoltan-beside"]);
  expect(await refused(tree(top, beside.id))).toBe("not_found");
  expect(await refused(tree(below, top.id))).toBe("not_found");
  const words = JSON.stringify([await tree(top), await tree(top, null, "zoltan")]);
  expect(words).not.toContain("Test");
  expect(words).not.toContain("@members.test");
});

test("pairs with this month's use, what waits for the next, each with its explanation; earnings by month; all of it for staff too", async () => {
  const top = await desk.member("earner");
  await join(top);
  const [key] = await desk.sql<{ id: string; node: string }>("select m.id, n.id as node from identity.members m join network.nodes n on n.member_id = m.id where m.public_id = $1", [top.id]);
  const [left, right] = [await people(desk, 3, "el-"), await people(desk, 3, "er-")];
  for (const one of left) { await place(desk, one, key?.node ?? "", "left"); await count(desk, one, at); }
  for (const one of right) { await place(desk, one, key?.node ?? "", "right"); await count(desk, one, at); }
  await match(desk);
  const pairs = await desk.ask("member_pairs", { token: top.token });
  expect(pairs).toMatchObject({ used: 2, cap: { cap: 2, month: "2027-03-01" }, deferred: [{ pairs: 1, on: "2027-04-01", lost: false }] });
  expect(pairs.items).toHaveLength(2);
  const { pair } = await desk.ask("member_pair", { token: top.token, pair: pairs.items[0].pair });
  expect(pair).toMatchObject({ life: 2, month_usage: 2, value: "100.00", payment: "awaiting" });
  const stranger = await desk.member("stranger");
  expect(await refused(desk.ask("member_pair", { token: stranger.token, pair: pair.pair }))).toBe("not_found");
  const earned = await desk.ask("member_earnings", { token: top.token });
  expect(earned.months).toEqual([{ month: "2027-03-01", currency: "INR", pairs: 2, reversed: 0, value: "200.00", earnings: "200.00", emi: "0.00", awaiting: "200.00" }]);
  expect(await desk.ask("staff_pairs", { token: finance.token, member: top.id })).toMatchObject({ member: { id: top.id }, placed: true, months: earned.months, items: [{ life: 2 }, { life: 1 }] });
  expect((await desk.ask("staff_compensation", { token: operations.token })).versions).toMatchObject([{ version: 1, current: true, from: null, monthly_pair_cap: 2, over_cap: "defer" }]);
  expect((await desk.ask("staff_tree", { token: finance.token })).branch[0]).toMatchObject({ member: null, name: null, level: 0 });
});
