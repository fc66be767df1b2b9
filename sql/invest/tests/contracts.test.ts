/** Quote, contract, schedule and accrual are one arithmetic (spec 3.2), and a contract is made whole or not at all (spec 3.3). */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { addDays, credit, cumulative, daysBetween, endOf } from "./support/terms";

type Person = Awaited<ReturnType<Desk["member"]>>;

let database: TestDatabase;
let desk: Desk;
let finance: { token: string };
let second: { token: string };
let operations: { token: string };
let method: string;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 6);
  await desk.clock("2027-01-30T12:00:00Z");
  await desk.set({ two_person_above: "0", sign_on_bonus: "0" });
  finance = await desk.staff("finance");
  second = await desk.staff("finance");
  operations = await desk.staff("operations");
  method = await desk.method();
  ann = await desk.member("ann");
  bo = await desk.member("bo", ann.code);
  for (const who of [ann, bo]) await desk.deposit(who, "1000000.00", method, finance);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const minor = (text: string): bigint => BigInt(text.replace(".", ""));
const plan = (figures: Record<string, unknown> = {}) => desk.plan(operations, finance, { daily_rate: "0.10", ...figures });
const quote = (planId: string, amount: string) => desk.ask("member_quote", { token: bo.token, plan: planId, wallet: "DEPOSIT", amount });

test("the worked example of the specification: 2,500.00 at 0.40 % from 30 January for a month", async () => {
  await desk.set({ rail_percent: "0" });
  const answer = await quote(await plan({ daily_rate: "0.40", duration: 1, unit: "MONTHS" }), "2500.00");
  await desk.set({ rail_percent: "60" });
  expect(answer).toMatchObject({ start_on: "2027-01-30", end_on: "2027-02-28", days: 29, per_day: "10.00", total: "290.00", returned: "2790.00" });
});

test("terms end where a calendar says, months from the anchor and clamped to the month's end", async () => {
  const cases = fc.sample(fc.record({ start: fc.integer({ min: 0, max: 30_000 }).map((n) => addDays("2024-01-01", n)), unit: fc.constantFrom("DAYS", "WEEKS", "MONTHS"), duration: fc.integer({ min: 1, max: 240 }) }), { numRuns: 600, seed: 7 });
  cases.push({ start: "2028-01-31", unit: "MONTHS", duration: 1 }, { start: "2028-02-29", unit: "MONTHS", duration: 12 }, { start: "2027-01-31", unit: "MONTHS", duration: 2 });
  const rows = await desk.sql<{ end: string }>("select invest.term_end(s::date, d, u)::text as end from unnest($1::text[], $2::integer[], $3::text[]) with ordinality x (s, d, u, n) order by n", [cases.map(({ start }) => start), cases.map(({ duration }) => duration), cases.map(({ unit }) => unit)]);
  expect(rows.map(({ end }) => end)).toEqual(cases.map(({ start, duration, unit }) => endOf(start, duration, unit)));
  expect([endOf("2028-01-31", 1, "MONTHS"), endOf("2028-02-29", 12, "MONTHS"), endOf("2027-01-31", 2, "MONTHS")]).toEqual(["2028-02-29", "2029-02-28", "2027-03-31"]);
});

test("cumulative returns are exact, half away from zero, over the whole range of amounts and rates", async () => {
  const cases = fc.sample(fc.record({
    amount: fc.oneof(fc.bigInt({ min: 1n, max: 9_000_000_000_000_000n }), fc.bigInt({ min: 1n, max: 5_000n })),
    rate: fc.tuple(fc.nat(99), fc.nat(99_999_999), fc.integer({ min: 0, max: 8 })).map(([whole, part, digits]) => (digits === 0 ? String(whole) : `${whole}.${String(part).padStart(8, "0").slice(0, digits)}`)),
    k: fc.integer({ min: 0, max: 36_500 }),
  }), { numRuns: 2_000, seed: 7 });
  cases.push({ amount: 50n, rate: "1", k: 1 }, { amount: 150n, rate: "1", k: 1 }, { amount: 49n, rate: "1", k: 1 });
  const rows = await desk.sql<{ cum: string }>("select invest.cumulative(a, r, k)::text as cum from unnest($1::bigint[], $2::numeric[], $3::integer[]) with ordinality x (a, r, k, n) order by n", [cases.map(({ amount }) => String(amount)), cases.map(({ rate }) => rate), cases.map(({ k }) => k)]);
  expect(rows.map(({ cum }) => cum)).toEqual(cases.map(({ amount, rate, k }) => String(cumulative(amount, rate, k))));
});

test("quote = contract = schedule = accrual, for random terms", async () => {
  await fc.assert(fc.asyncProperty(fc.record({ amount: fc.bigInt({ min: 100n, max: 99_999_99n }), rate: fc.bigInt({ min: 1n, max: 16_000_000n }), unit: fc.constantFrom("DAYS", "WEEKS", "MONTHS"), duration: fc.integer({ min: 1, max: 3 }) }), async ({ amount, rate, unit, duration }) => {
    const daily_rate = `0.${String(rate).padStart(8, "0")}`;
    const written = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
    const planId = await plan({ daily_rate, unit, duration });
    const told = await quote(planId, written);
    const end = endOf("2027-01-30", duration, unit);
    const days = daysBetween("2027-01-30", end);
    const expected = Array.from({ length: days }, (_, n) => ({ k: n + 1, on: addDays("2027-01-30", n + 1), credit: credit(amount, daily_rate, n + 1), cumulative: cumulative(amount, daily_rate, n + 1) }));
    const read = (list: { k: number; on: string; credit: string; cumulative: string }[]) => list.map(({ k, on, credit: one, cumulative: sum }) => ({ k, on, credit: minor(one), cumulative: minor(sum) }));
    expect(read(told.schedule)).toEqual(expected);
    const visitor = await desk.ask("public_quote", { plan: planId, amount: written });
    for (const key of ["start_on", "end_on", "days", "per_day", "total", "returned"]) expect(visitor[key]).toEqual(told[key]);
    const made = await desk.invest(bo, planId, written);
    expect(made).toMatchObject({ end_on: told.end_on, days: told.days, total: told.total });
    expect(told).toMatchObject({ end_on: end, days });
    expect(minor(told.total)).toBe(cumulative(amount, daily_rate, days));
    const { schedule } = await desk.ask("member_schedule", { token: bo.token, investment: made.investment });
    expect(schedule).toEqual(told.schedule);
  }), { numRuns: 8, seed: 3 });
});

test("bounds are inclusive, and one minor unit beyond them is refused with nothing written", async () => {
  const planId = await plan({ minimum: "100.00", maximum: "200.00" });
  await desk.invest(bo, planId, "100.00");
  await desk.invest(bo, planId, "200.00");
  const before = await contents(desk);
  expect(await refused(desk.invest(bo, planId, "99.99"))).toBe("below_minimum");
  expect(await refused(desk.invest(bo, planId, "200.01"))).toBe("above_maximum");
  expect(await refused(quote(planId, "99.99"))).toBe("below_minimum");
  expect(await refused(desk.ask("public_quote", { plan: planId, amount: "200.01" }))).toBe("above_maximum");
  expect(await contents(desk)).toEqual(before);
});

test("every refusal of investing writes nothing", async () => {
  const planId = await plan({ minimum: "1.00" });
  const retired = await plan();
  const stale = (await quote(planId, "10.00")).version_id as string;
  await desk.ask("staff_plan_retire", { token: operations.token, plan: retired, key: randomUUID() });
  const next = await desk.ask("staff_plan_version_add", { token: operations.token, plan: planId, daily_rate: "0.05", minimum: "1.00", maximum: "1000.00", duration: 30, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", effective_from: null, key: randomUUID() });
  await desk.readWhatIf(finance, next.version);
  await desk.decide(finance, next.request);
  const before = await contents(desk);
  const base = { token: bo.token, plan: planId, version: null, wallet: "DEPOSIT", amount: "10.00", risk_accepted: true };
  const attempt = (change: Record<string, unknown>) => refused(desk.ask("member_invest", { ...base, key: randomUUID(), ...change }));
  expect(await attempt({ version: stale })).toBe("version_changed");
  expect(await attempt({ risk_accepted: false })).toBe("risk_not_accepted");
  expect(await attempt({ risk_accepted: null })).toBe("risk_not_accepted");
  expect(await attempt({ plan: retired })).toBe("not_active");
  expect(await attempt({ plan: randomUUID() })).toBe("not_found");
  expect(await attempt({ wallet: "EARNINGS" })).toBe("invalid_input");
  expect(await attempt({ wallet: null })).toBe("invalid_input");
  expect(await attempt({ wallet: "INTEREST" })).toBe("insufficient_available");
  await desk.set({ require_kyc: "true" });
  expect(await attempt({})).toBe("kyc_required");
  await desk.set({ require_kyc: "false" });
  expect(await contents(desk, ["core.settings"])).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name !== "core.settings")));
});

test("a new version changes no contract that was sold, and sells from its day on", async () => {
  const planId = await plan({ daily_rate: "0.10" });
  const old = await desk.invest(bo, planId, "1000.00");
  const next = await desk.ask("staff_plan_version_add", { token: operations.token, plan: planId, daily_rate: "0.05", minimum: "1.00", maximum: "1000.00", duration: 30, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", effective_from: "2027-02-05", key: randomUUID() });
  await desk.readWhatIf(finance, next.version);
  await desk.decide(finance, next.request);
  expect((await quote(planId, "1000.00")).total).toBe("30.00");
  expect((await desk.sql<{ rate: string }>("select (invest.current_version($1, '2027-02-05')).daily_rate::text as rate", [planId]))[0]?.rate).toBe("0.05");
  expect((await desk.ask("member_investment", { token: bo.token, investment: old.investment, cursor: null, limit: null })).investment).toMatchObject({ daily_rate: "0.10", total: "30.00" });
});

test("the referrer earns level 1 on what was invested from DEPOSIT, rounded once, and on nothing else", async () => {
  const planId = await plan({ referral_rate: "2.50" });
  const earned = async () => (await desk.ask("member_referrals", { token: ann.token })).commissions as { amount: string; base: string; rate: string }[];
  const before = (await earned()).length;
  await desk.invest(bo, planId, "33.80");
  expect((await earned())[0]).toMatchObject({ base: "33.80", rate: "2.50", amount: "0.85" });
  await desk.sql("select ledger.post('adjustment', '2027-01-30', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5000, null)::ledger.line, (ledger.wallet((select id from identity.members where public_id = $1), 'INTEREST', 'USD'), -5000, null)::ledger.line])", [bo.id]);
  await desk.invest(bo, planId, "20.00", "INTEREST");
  await desk.invest(ann, planId, "20.00");
  expect((await earned()).length).toBe(before + 1);
});

test("above the rail: two people, and the whole projected return set aside or no contract", async () => {
  const created = await desk.ask("staff_plan_create", { token: operations.token, name: "High", currency: "USD", timezone: "UTC", daily_rate: "1.00", minimum: "1.00", maximum: "10000.00", duration: 10, unit: "DAYS", referral_rate: "0", description: "", risk_text: "", key: randomUUID() });
  expect(await desk.decide(finance, created.request)).toMatchObject({ state: "pending", needed: 2 });
  expect(await refused(desk.invest(bo, created.plan, "100.00"))).toBe("not_active");
  expect(await desk.decide(second, created.request)).toMatchObject({ state: "approved" });
  const before = await contents(desk);
  expect(await refused(desk.invest(ann, created.plan, "100.00"))).toBe("treasury_short");
  expect(await contents(desk)).toEqual(before);
  await desk.fund("returns", "USD", "12.00", method, operations, finance);
  await desk.invest(ann, created.plan, "100.00");
  const treasury = async () => (await desk.sql<{ balance: string; held: string }>("select balance::text, held::text from ledger.balances where kind = 'treasury:returns' and currency = 'USD'"))[0];
  expect(await treasury()).toEqual({ balance: "1200", held: "1000" });
  // Two cents short of a second one, although the money lies there.
  expect(await refused(desk.invest(ann, created.plan, "100.00"))).toBe("treasury_short");
  expect(await refused(desk.ask("staff_treasury_return", { token: operations.token, treasury: "returns", currency: "USD", amount: "2.01", method, note: null, key: randomUUID() }).then(({ request }) => desk.decide(finance, request)))).toBe("treasury_short");
});

test("what is set aside pays its own contract, day by day, also when everybody else waits", async () => {
  const ordinary = await plan();
  await desk.clock("2027-02-01T12:00:00Z");
  await desk.invest(bo, ordinary, "100000.00");
  await desk.accrue("2027-02-03");
  const waiting = (await desk.sql<{ n: string }>("select count(*)::text as n from treasury.items where state = 'awaiting' and journal_kind = 'accrual'"))[0]?.n;
  expect(waiting).not.toBe("0");
  const rows = await desk.sql<{ posted: string; held: string }>("select (select count(*) from invest.accruals a where a.investment_id = i.id and a.journal_id is not null)::text as posted, (select amount::text from ledger.holds where id = i.earmark_id) as held from invest.investments i where i.prefunded");
  expect(rows).toEqual([{ posted: "4", held: "600" }]);
  await desk.clock("2027-02-12T12:00:00Z");
  await desk.accrue("2027-02-12");
  expect(await desk.sql("select state, earmark_id as earmark from invest.investments where prefunded")).toEqual([{ state: "matured", earmark: null }]);
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("above the rail the referrer's commission has to be there as well", async () => {
  const created = await desk.ask("staff_plan_create", { token: operations.token, name: "High, referred", currency: "USD", timezone: "UTC", daily_rate: "1.00", minimum: "1.00", maximum: "10000.00", duration: 10, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", key: randomUUID() });
  for (const person of [finance, second]) await desk.decide(person, created.request);
  await desk.fund("returns", "USD", "100000.00", method, operations, finance);
  const before = await contents(desk);
  expect(await refused(desk.invest(bo, created.plan, "100.00"))).toBe("treasury_short");
  expect(await contents(desk)).toEqual(before);
  // Nobody earns on what nobody referred.
  const [free] = await desk.sql<{ free: string }>("select treasury.free_money(treasury.queue('commission', 'USD'))::text as free");
  expect(BigInt(free?.free ?? "0")).toBeLessThan(300n);
  await desk.invest(ann, created.plan, "100.00");
});

test("a day begins in each zone at its own midnight: no zone's date is due before it", async () => {
  const [east, west] = [await plan({ timezone: "Pacific/Kiritimati" }), await plan({ timezone: "America/Los_Angeles" })];
  await desk.clock("2027-03-01T11:00:00Z");
  const made = [await desk.invest(bo, east, "100.00"), await desk.invest(bo, west, "100.00")];
  expect(made.map(({ end_on }) => end_on)).toEqual(["2027-04-01", "2027-03-31"]);
  const due = async () => ((await desk.job("worker_accrual_due")).due as { as_of: string; timezone: string }[]).filter(({ timezone }) => timezone.includes("/")).map(({ as_of, timezone }) => `${timezone} ${as_of}`);
  expect(await due()).toEqual([]);
  await desk.clock("2027-03-02T09:59:59Z");
  expect(await due()).toEqual(["America/Los_Angeles 2027-03-02"]);
  await desk.clock("2027-03-02T10:00:00Z");
  expect((await due()).sort()).toEqual(["America/Los_Angeles 2027-03-02", "Pacific/Kiritimati 2027-03-03"]);
  // The change of the clock on 14 March makes a short day, and still one day.
  await desk.clock("2027-03-14T07:00:00Z");
  expect(await due()).toContain("America/Los_Angeles 2027-03-13");
  await desk.clock("2027-03-15T07:00:00Z");
  expect(await due()).toContain("America/Los_Angeles 2027-03-15");
});

test("a suspended member's investments go on", async () => {
  await desk.sql("update identity.members set status = 'suspended' where public_id = $1", [bo.id]);
  const [before] = await desk.sql<{ n: string }>("select count(*)::text as n from invest.accruals a join invest.investments i on i.id = a.investment_id where i.member_id = (select id from identity.members where public_id = $1)", [bo.id]);
  await desk.accrue("2027-03-15");
  const [after] = await desk.sql<{ n: string }>("select count(*)::text as n from invest.accruals a join invest.investments i on i.id = a.investment_id where i.member_id = (select id from identity.members where public_id = $1)", [bo.id]);
  expect(BigInt(after?.n ?? "0")).toBeGreaterThan(BigInt(before?.n ?? "0"));
  expect(await refused(desk.invest(bo, randomUUID(), "1.00"))).toBe("suspended");
});
