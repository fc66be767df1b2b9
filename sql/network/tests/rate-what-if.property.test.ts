/**
 * A plan's contracts under another rate against contracts that are sold at it: the same random contracts of two plans are credited live. A what-if of either plan's own rate gives its live
 * accruals, of the other's rate the other's, day by day and member by member, with what is still to come.
 */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

type Person = { token: string; id: string };

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
let method: string;
let people: Person[];

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.set({ otp_per_minute: "100000", two_person_above: "0", sign_on_bonus: "0", rail_percent: "0" });
  await desk.clock("2027-03-01T10:00:00Z");
  [operations, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  method = await desk.method("USD");
  people = [];
  for (const name of ["ann", "bo", "cy"]) {
    const who = await desk.member(name);
    await desk.deposit(who, "900000.00", method, finance);
    people.push(who);
  }
  await desk.fund("returns", "USD", "900000.00", method, operations, finance);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const terms = (daily_rate: string, duration: number) => ({ token: operations.token, daily_rate, minimum: "0.01", maximum: "100000.00", duration, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "" });
async function sold(rate: string, duration: number): Promise<string> {
  const made = await desk.ask("staff_plan_create", { ...terms(rate, duration), name: `P ${randomUUID()}`, currency: "USD", timezone: "UTC", key: randomUUID() });
  await desk.decide(finance, made.request as string);
  return made.plan as string;
}
const draft = async (plan: string, rate: string, duration: number) => (await desk.ask("staff_plan_version_add", { ...terms(rate, duration), plan, effective_from: null, key: randomUUID() })) as { version: string; request: string };
const replay = async (version: string, limit: number) => {
  await desk.sql("select network.ask_what_if($1, null, core.business_now())", [version]);
  while ((await desk.job("worker_what_if", { limit })).more);
  const [run] = await desk.sql<{ id: string; state: string; gaining: number; losing: number; counts: string }>("select * from network.what_ifs where rate_version_id = $1 order by asked_at desc, id desc limit 1", [version]);
  if (!run) throw new Error("nobody asked for a run");
  return run;
};
/** Credits of a plan's contracts by value date, and by member what is recorded and what is still to come, as the rows say. */
const live = async (plan: string) => ({
  days: await desk.sql("select (i.start_on + a.k)::text as day, sum(a.amount)::text as sum from invest.accruals a join invest.investments i on i.id = a.investment_id where i.plan_id = $1 group by 1 order by 1", [plan]),
  members: await desk.sql(
    `select x.member_id, count(*)::int as contracts, sum(x.recorded)::text as recorded, sum(x.ahead)::text as ahead
       from (select i.member_id, coalesce(a.sum, 0) as recorded, case i.state when 'active' then i.total - coalesce(a.sum, 0) else 0 end as ahead from invest.investments i
               left join lateral (select sum(c.amount) as sum from invest.accruals c where c.investment_id = i.id) a on true where i.plan_id = $1) x group by x.member_id order by x.member_id`, [plan]),
});
const shown = async (run: string, side: "live" | "draft") => ({
  days: await desk.sql(`select day_on::text as day, ${side}::text as sum from network.what_if_days where what_if_id = $1 and day_on <= core.business_date(core.business_now(), 'UTC') order by 1`, [run]),
  members: await desk.sql(`select member_id, contracts, ${side}_earnings::text as recorded, ${side}_ahead::text as ahead from network.what_if_members where what_if_id = $1 order by member_id`, [run]),
});

test("a what-if of a rate gives the accruals of that rate, of any contracts", async () => {
  const contract = fc.record({ who: fc.nat(2), amount: fc.integer({ min: 1, max: 500_000 }), wait: fc.nat(4) });
  const rate = fc.integer({ min: 1, max: 12_345_678 }).map((n) => (n / 1e8).toFixed(8).replace(/0+$/, "")).filter((text) => Number.parseFloat(text) > 0);
  let at = Date.parse("2027-03-01T10:00:00Z");
  await fc.assert(fc.asyncProperty(fc.array(contract, { minLength: 1, maxLength: 7 }), rate, rate, fc.integer({ min: 2, max: 15 }), fc.constantFrom(20, 60, 20_000), async (contracts, own, other, duration, limit) => {
    const plans = [await sold(own, duration), await sold(other, duration)] as const;
    for (const { who, amount, wait } of contracts) {
      at += wait * 86_400_000;
      await desk.clock(new Date(at).toISOString());
      for (const plan of plans) await desk.invest(people[who] as Person, plan, (amount / 100).toFixed(2));
      await desk.accrue(new Date(at).toISOString().slice(0, 10));
    }
    at += 3 * 86_400_000;
    await desk.clock(new Date(at).toISOString());
    await desk.accrue(new Date(at).toISOString().slice(0, 10));
    const [mine, theirs] = [await live(plans[0]), await live(plans[1])];
    const same = await replay((await draft(plans[0], own, duration)).version, limit);
    expect(same).toMatchObject({ state: "finished", gaining: 0, losing: 0, counts: String(contracts.length) });
    for (const side of ["live", "draft"] as const) expect(await shown(same.id, side)).toEqual(mine);
    const run = await replay((await draft(plans[0], other, duration)).version, limit);
    expect(await shown(run.id, "live")).toEqual(mine);
    expect(await shown(run.id, "draft")).toEqual(theirs);
    // Nothing live has moved.
    expect(await live(plans[0])).toEqual(mine);
  }), { numRuns: 12, seed: 12 });
  expect(await desk.sql("select f.law from unnest(array['ledger', 'treasury', 'invest', 'network']) d cross join lateral desk.faults(d) f")).toEqual([]);
}, 240_000);

test("another rate is approved by nobody who has not read what it would have done; the same rate asks for nothing", async () => {
  const plan = await sold("0.10", 5);
  await desk.invest(people[0] as Person, plan, "1000.00");
  const same = await draft(plan, "0.10", 6);
  expect(await desk.sql("select id from network.what_ifs where rate_version_id = $1", [same.version])).toEqual([]);
  await desk.decide(finance, same.request);
  const { version, request } = await draft(plan, "0.12", 5);
  const look = async () => desk.ask("staff_rate_what_if", { token: finance.token, version, side: "gain", after: null, limit: null });
  expect(await look()).toMatchObject({ differs: true, what_if: { state: "waiting" }, read: false, request, members: [] });
  expect(await refused(desk.decide(finance, request))).toBe("what_if_unread");
  const { what_if } = (await look()) as unknown as { what_if: { id: string } };
  expect(await refused(desk.ask("staff_what_if_read", { token: finance.token, what_if: what_if.id, key: randomUUID() }))).toBe("what_if_unread");
  while ((await desk.job("worker_what_if", { limit: 20_000 })).more);
  const detail = await look();
  expect(detail).toMatchObject({
    what_if: { state: "finished", result: { gaining: 1, losing: 0, unchanged: 0, need: "0.00", ahead: "1.00" } }, next: null,
    members: [{ contracts: 1, live: "0.00", draft: "0.00", live_ahead: "5.00", draft_ahead: "6.00", change: "1.00" }],
  });
  expect((detail.days as { live: string; draft: string; change: string }[]).map(({ live: one, draft: two, change }) => [one, two, change])).toEqual(Array.from({ length: 5 }, () => ["1.00", "1.20", "0.20"]));
  expect(await desk.ask("staff_rate_what_if", { token: finance.token, version, side: "lose", after: null, limit: null })).toMatchObject({ members: [], next: null });
  expect(await refused(desk.decide(finance, request))).toBe("what_if_unread");
  await desk.ask("staff_what_if_read", { token: finance.token, what_if: what_if.id, key: randomUUID() });
  // Rejecting asks for no reading, and what one has read another has not.
  expect(await refused(desk.decide(await desk.staff("finance"), request))).toBe("what_if_unread");
  expect((await desk.ask("staff_request", { token: finance.token, request })).evidence).toMatchObject({ rate_differs: true, read: true, what_if: { state: "finished" } });
  await desk.decide(finance, request);
  expect(await refused(desk.ask("staff_what_if_ask", { token: operations.token, version, key: randomUUID() }))).toBe("already_decided");
  expect(await refused(desk.ask("staff_what_if_ask", { token: operations.token, version: randomUUID(), key: randomUUID() }))).toBe("not_found");
});
