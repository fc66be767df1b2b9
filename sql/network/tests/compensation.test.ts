/** A version of the compensation plan from its draft to its day: what is refused, who must have read what, and that nothing is edited. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { count, legs, match, plan } from "./support/pairs";
import { people } from "./support/tree";

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
let finance2: { token: string };
let support: { token: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T06:00:00Z");
  [operations, finance, finance2, support] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance"), await desk.staff("support")];
  await plan(desk, { network_currency: "INR", network_timezone: "Asia/Kolkata", pair_value: "1000.00", monthly_pair_cap: "10", first_full_pairs: "1", emi_percent: "20" });
  const { left, right } = await legs(desk, await people(desk, 7), 3, 3);
  for (const member of [...left, ...right]) await count(desk, member, "2027-03-10T06:00:00Z");
  await match(desk);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const figures = {
  from_on: "2027-04-01", pair_value: "1500.00", first_full_pairs: 2, emi_percent: "25", monthly_pair_cap: 2, over_cap: "flush", reserve_percent: "10.5", count_on: "qualified_sale", qualify_amount: "6000.00", cooling_off_days: 20,
  placement: "weaker_leg", active_buyer_amount: "7000.00",
};
type Figures = { [Key in keyof typeof figures]: (typeof figures)[Key] | null };
type Drafted = { version: string; request: string; what_if: string };
const draft = (more: Partial<Figures> = {}, by = operations, key = randomUUID()) => desk.ask("staff_compensation_draft", { token: by.token, ...figures, ...more, key }) as Promise<Drafted>;
const refused = async (asked: Promise<unknown>) => refusalOf(await asked.then(() => null, (error: unknown) => error) ?? {});
const tryOut = async () => { while ((await desk.job("worker_what_if", { limit: 500 })).more); };
const read = (by: { token: string }, whatIf: string) => desk.ask("staff_what_if_read", { token: by.token, what_if: whatIf, key: randomUUID() });
const stateOf = async (version: string) => (await desk.sql<{ state: string }>("select state from network.plan_versions where id = $1", [version]))[0]?.state;

test.each<[keyof Figures, string | number | null, string?]>([
  ["from_on", null], ["from_on", "2027-04-02"], ["from_on", "2027-03-01"], ["from_on", "2027-02-01"], ["from_on", "2047-01-01"],
  ["pair_value", "0", "invalid_amount"], ["pair_value", "-1.00", "invalid_amount"], ["pair_value", "1e3", "invalid_amount"], ["pair_value", null, "invalid_amount"],
  ["first_full_pairs", -1], ["first_full_pairs", null], ["monthly_pair_cap", 0], ["monthly_pair_cap", null], ["over_cap", "keep"], ["over_cap", null], ["count_on", "birthday"], ["count_on", null],
  ["qualify_amount", "1.234", "invalid_amount"], ["cooling_off_days", -1], ["cooling_off_days", null], ["placement", "middle"], ["placement", null], ["active_buyer_amount", "", "invalid_amount"],
])("%s %s is refused at its field and writes nothing", async (field, value, code = "invalid_input") => {
  expect(await refused(draft({ [field]: value }))).toMatchObject({ code, field });
  expect(await desk.sql("select version from network.plan_versions")).toEqual([{ version: 1 }]);
});

test.each([["emi_percent"], ["reserve_percent"]] as const)("%s is a percentage with at most four decimals", async (field) => {
  for (const value of ["100.01", "-1", "NaN", "1.23456", "", "1e1", null]) expect(await refused(draft({ [field]: value }))).toMatchObject({ code: "invalid_input", field });
});

test("only who may write plans drafts, a draft sent twice is one, and the maker can drop it", async () => {
  expect((await refused(draft({}, support)))?.code).toBe("not_permitted");
  expect((await refused(draft({}, finance)))?.code).toBe("not_permitted");
  const key = randomUUID();
  const first = await draft({}, operations, key);
  expect(await draft({}, operations, key)).toEqual(first);
  expect(await desk.sql("select count(*)::integer as n from network.plan_versions where state = 'draft'")).toEqual([{ n: 1 }]);
  await desk.ask("staff_cancel_request", { token: operations.token, request: first.request, key: randomUUID() });
  expect(await stateOf(first.version)).toBe("rejected");
  await tryOut();
});

test("nobody approves a draft whose finished what-if they have not read; then it waits for its day", async () => {
  const { version, request, what_if } = await draft();
  expect((await refused(desk.decide(finance, request)))?.code).toBe("what_if_unread");
  expect((await refused(read(finance, what_if)))?.code).toBe("what_if_unread");
  expect(await desk.ask("staff_what_if", { token: finance.token, version })).toMatchObject({ what_if: { state: "waiting", result: null }, read: false, members: [] });
  await tryOut();
  // The top has three pairs live and two under the draft's cap, at half as much again: the same. Two below have one each.
  const detail = await desk.ask("staff_what_if", { token: finance.token, version, side: "gain" });
  expect(detail).toMatchObject({
    before: { version: 1 }, request, read: false,
    what_if: {
      state: "finished", done: 6, counts: 6,
      result: { gaining: 2, losing: 0, unchanged: 1, need: "1000.00", live: { pairs: 5, value: "5000.00", emi: "400.00", reserve: "0.00" }, draft: { pairs: 4, value: "6000.00", emi: "0.00", reserve: "630.00" } },
    },
    members: [{ change: "500.00", live_pairs: 1, draft_pairs: 1 }, { change: "500.00" }],
    months: [{ month: "2027-03-01", live_pairs: 5, draft_pairs: 4, change: "1000.00" }],
  });
  expect(await desk.ask("staff_what_if", { token: finance.token, version, side: "lose" })).toMatchObject({ members: [], next: null });
  expect((await refused(desk.decide(finance, request)))?.code).toBe("what_if_unread");
  expect((await refused(read(operations, what_if)))?.code).toBe("not_permitted");
  await read(finance2, what_if);
  // What somebody else has read is not what one has read.
  expect((await refused(desk.decide(finance, request)))?.code).toBe("what_if_unread");
  await read(finance, what_if);
  await read(finance, what_if);
  expect(await desk.ask("staff_request", { token: finance.token, request })).toMatchObject({ evidence: { read: true, version: { version: 3 }, before: { version: 1 } } });
  expect(await desk.decide(finance, request)).toMatchObject({ state: "approved" });
  expect(await stateOf(version)).toBe("active");
  expect(await desk.ask("staff_compensation", { token: support.token })).toMatchObject({ today: "2027-03-10", versions: [{ version: 3, state: "active", current: false }, { version: 2, state: "rejected" }, { version: 1, current: true }] });
  await expect(desk.sql("update network.plan_versions set pair_value = 1 where id = $1", [version])).rejects.toThrow("immutable");
  expect((await refused(desk.ask("staff_what_if_ask", { token: operations.token, version, key: randomUUID() })))?.code).toBe("already_decided");
});

test("a month has one version: a second draft for it is refused at the field, and one drafted at the same time when it is approved", async () => {
  expect(await refused(draft())).toMatchObject({ code: "invalid_input", field: "from_on", params: { reason: "month_taken" } });
  const [one, two] = [await draft({ from_on: "2027-06-01" }), await draft({ from_on: "2027-06-01" })];
  await tryOut();
  for (const { what_if } of [one, two]) await read(finance, what_if);
  await desk.decide(finance, one.request);
  expect((await refused(desk.decide(finance, two.request)))?.code).toBe("month_taken");
  await desk.decide(finance, two.request, "reject");
  expect(await stateOf(two.version)).toBe("rejected");
});

test("a version holds from its day; one whose day has begun cannot be approved any more", async () => {
  const late = await draft({ from_on: "2027-05-01" });
  await tryOut();
  await read(finance, late.what_if);
  // 00:30 on 1 April in Kolkata.
  await desk.clock("2027-03-31T19:00:00Z");
  expect(await desk.ask("staff_compensation", { token: support.token })).toMatchObject({ today: "2027-04-01", versions: [{ version: 6 }, { version: 5 }, { version: 4 }, { version: 3, current: true }, { version: 2 }, { version: 1, current: false }] });
  await desk.clock("2027-04-30T19:00:00Z");
  expect((await refused(desk.decide(finance, late.request)))?.code).toBe("starts_too_late");
  expect(await stateOf(late.version)).toBe("draft");
});

test("a run that a crash has emptied begins anew, and one run at a time is made", async () => {
  const [one, two] = [await draft({ from_on: "2027-09-01" }), await draft({ from_on: "2027-10-01", over_cap: "defer" })];
  expect(await desk.job("worker_what_if", { limit: 1 })).toMatchObject({ what_if: one.what_if, done: 1, counts: 6, more: true });
  expect(await desk.ask("staff_what_if", { token: support.token, version: one.version })).toMatchObject({ what_if: { state: "running", done: 1, counts: 6 } });
  expect((await desk.ask("staff_what_if_ask", { token: operations.token, version: one.version, key: randomUUID() })).what_if).toBe(one.what_if);
  // As after a crash: unlogged tables are empty.
  await desk.sql("truncate network.what_if_nodes, network.what_if_backlogs, network.what_if_pairs, network.what_if_flushes, network.what_if_live");
  await tryOut();
  // The month is over: what the cap left over was flushed under the one, matched later under the other.
  expect((await desk.ask("staff_what_if", { token: support.token, version: one.version })).what_if.result).toMatchObject({ live: { pairs: 5 }, draft: { pairs: 4, flushed: 1 } });
  expect((await desk.ask("staff_what_if", { token: support.token, version: two.version })).what_if.result).toMatchObject({ live: { pairs: 5 }, draft: { pairs: 5, flushed: 0, emi: "375.00" } });
});

test("who was an active buyer by the draft's amount at that instant is paid whole", async () => {
  const { version } = await draft({ from_on: "2027-11-01", first_full_pairs: 0, active_buyer_amount: "1.00" });
  await tryOut();
  expect((await desk.ask("staff_what_if", { token: support.token, version })).what_if.result).toMatchObject({ draft: { pairs: 4, emi: "1500.00" } });
  await desk.sql("alter table ev.bookings disable trigger user; alter table ev.payments disable trigger user");
  await desk.sql(`with v as (insert into ev.vehicles (name, price, currency, created_at) values ('Car', 500000, 'INR', now()) returning id),
    b as (insert into ev.bookings (reference, member_id, vehicle_id, vehicle_name, currency, price, external, first_payment, booked_at, opened_at)
      select 'B-1', n.member_id, v.id, 'Car', 'INR', 500000, 100, 100, '2027-03-01', '2027-03-01' from v, network.nodes n where n.depth = 1 returning id)
    insert into ev.payments (booking_id, source, amount, transaction_reference, state, journal_id, submitted_at, decided_at) select id, 'external', 100, 'TX', 'confirmed', 1, '2027-03-01', '2027-03-01' from b`);
  const whole = await draft({ from_on: "2027-12-01", first_full_pairs: 0, active_buyer_amount: "1.00" });
  const higher = await draft({ from_on: "2028-01-01", first_full_pairs: 0, active_buyer_amount: "1.01" });
  await tryOut();
  // Two of the four pairs are that member's.
  expect((await desk.ask("staff_what_if", { token: support.token, version: whole.version })).what_if.result).toMatchObject({ draft: { pairs: 4, emi: "750.00" } });
  expect((await desk.ask("staff_what_if", { token: support.token, version: higher.version })).what_if.result).toMatchObject({ draft: { pairs: 4, emi: "1500.00" } });
});
