/** What a member chooses for the principal at the end of a term (spec 3.1): until when, what is carried out, once, and what stands in the way. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { ends, maturities, starts } from "./support/matured";

let database: TestDatabase;
let desk: Desk;
let savers: Awaited<ReturnType<typeof maturities>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 6);
  savers = await maturities(desk);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const back = () => desk.clock(`${starts}T12:00:00Z`);

test("nothing chosen: the principal goes to DEPOSIT, and nothing is renewed", async () => {
  await back();
  const one = await savers.contract();
  expect(await savers.maturityOf(one)).toMatchObject({ choice: "wallet", change_until: "2027-03-05", may_change: true, changes: [], renewal: null, renews: null, again: { obstacle: null, terms: { version: 1, end_on: "2027-03-11", days: 5, total: "5.00" } } });
  await savers.mature();
  expect(await savers.renewAll()).toEqual([]);
  expect(await savers.available(one)).toMatchObject({ balance: "1000.00", held: "0.00" });
  expect(await savers.maturityOf(one)).toMatchObject({ choice: "wallet", may_change: false, again: null, renewal: null });
  expect((await savers.mails(one)).map(({ template }) => template)).toEqual(["investment_confirmed", "investment_matured"]);
});

test("chosen: it is held, then invested again in the version sold on the end date, from that date on, with the referrer's commission, told once", async () => {
  await back();
  const referrer = await savers.person();
  const one = await savers.contract({}, referrer.code);
  await savers.choose(one, "renew");
  await savers.version(one.plan, { rate: "0.11", duration: 7 }, ends);
  await savers.mature();
  // Between the end and the renewal nobody can spend it.
  expect(await savers.available(one)).toMatchObject({ balance: "1000.00", held: "1000.00", available: "0.00" });
  expect((await savers.maturityOf(one)).renewal).toMatchObject({ state: "due", into: null });
  expect(await savers.faults()).toEqual([]);
  expect(await savers.renewAll()).toEqual(["renewed"]);
  const { renewal } = await savers.maturityOf(one);
  expect(renewal).toMatchObject({ state: "renewed", reason: null });
  const anew = { who: one.who, id: renewal.into.id as string };
  const next = await savers.look(anew);
  expect(next.investment).toMatchObject({ reference: renewal.into.reference, amount: "1000.00", start_on: ends, end_on: "2027-03-13", daily_rate: "0.11", version: 2, wallet: "DEPOSIT", state: "active" });
  // It goes to DEPOSIT in its turn, unless that is chosen too.
  expect(next.maturity).toMatchObject({ choice: "wallet", renews: { id: one.id } });
  expect((await savers.mails(one)).map(({ template }) => template)).toEqual(["investment_confirmed", "investment_renewed"]);
  expect(await desk.sql("select c.source_reference, c.amount::text from referral.commissions c join identity.members m on m.id = c.referrer_id where m.email = $1 order by c.id", [referrer.email])).toMatchObject([{ amount: "3000" }, { source_reference: renewal.into.reference, amount: "3000" }]);
  await desk.clock("2027-03-13T12:00:00Z");
  await desk.accrue("2027-03-13");
  expect(await savers.renewAll()).toEqual([]);
  expect(await desk.wallets(one.who)).toMatchObject({ DEPOSIT: "1000.00", INVESTED: "0.00" });
  expect(await savers.faults()).toEqual([]);
});

test("the last choice counts, what stands is not noted twice, and the history stays", async () => {
  await back();
  const one = await savers.contract();
  const key = randomUUID();
  expect(await savers.choose(one, "renew", { key })).toEqual({ choice: "renew", change_until: "2027-03-05" });
  expect(await savers.choose(one, "renew", { key })).toEqual({ choice: "renew", change_until: "2027-03-05" });
  expect(await refused(savers.choose(one, "wallet", { key }))).toBe("key_reuse");
  await savers.choose(one, "renew");
  expect((await desk.ask("member_exit", { token: one.who.token })).currencies[0]).toMatchObject({ contracts: [{ id: one.id, renews: true }], releases: [] });
  await desk.clock("2027-03-05T23:59:59Z");
  await savers.choose(one, "wallet", { risk_accepted: false });
  expect((await desk.ask("member_exit", { token: one.who.token })).currencies[0]).toMatchObject({ contracts: [{ renews: false }], releases: [{ on: ends, amount: "1000.00" }] });
  expect((await savers.maturityOf(one)).changes.map(({ choice }: { choice: string }) => choice)).toEqual(["wallet", "renew"]);
  await savers.mature();
  expect(await savers.renewAll()).toEqual([]);
  expect(await savers.available(one)).toMatchObject({ balance: "1000.00", held: "0.00" });
  expect((await savers.maturityOf(one)).changes).toHaveLength(2);
});

test("it is chosen until the end date begins in the plan's time zone, whether the day has been accrued or not", async () => {
  await back();
  // On the first of March at noon it is the second there already.
  const one = await savers.contract({ timezone: "Pacific/Kiritimati" });
  await desk.clock("2027-03-06T09:59:59Z");
  await savers.choose(one, "renew");
  await desk.clock("2027-03-06T10:00:00Z");
  const late = await savers.choose(one, "wallet").catch(refusalOf);
  expect(late).toMatchObject({ code: "instruction_closed", field: "choice", params: { end_on: "2027-03-07" } });
  expect(await savers.maturityOf(one)).toMatchObject({ choice: "renew", may_change: false, change_until: "2027-03-06" });
  await desk.accrue("2027-03-07");
  expect(await refused(savers.choose(one, "wallet"))).toBe("instruction_closed");
  expect(await savers.renewAll()).toEqual(["renewed"]);
});

test("only its member chooses, one of the two, with the tick, and only what could be done today", async () => {
  await back();
  const one = await savers.contract();
  const stranger = await savers.person();
  expect(await refused(savers.choose({ ...one, who: stranger }, "renew"))).toBe("not_found");
  for (const choice of ["burn", "", null]) expect(await refused(savers.choose(one, choice))).toBe("invalid_input");
  expect(await savers.choose(one, "renew", { risk_accepted: false }).catch(refusalOf)).toMatchObject({ code: "risk_not_accepted", field: "risk_accepted" });
  await savers.version(one.plan, { minimum: "1000.01" }, starts);
  expect(await refused(savers.choose(one, "renew"))).toBe("below_minimum");
  expect((await savers.maturityOf(one)).again).toEqual({ obstacle: "below_minimum", terms: null });
  await savers.version(one.plan, { maximum: "999.99" }, starts);
  expect(await refused(savers.choose(one, "renew"))).toBe("above_maximum");
  await savers.version(one.plan, {}, starts);
  await desk.set({ require_kyc: "true" });
  expect(await refused(savers.choose(one, "renew"))).toBe("kyc_required");
  await desk.set({ require_kyc: "false" });
  await desk.ask("staff_plan_retire", { token: savers.operations.token, plan: one.plan, key: randomUUID() });
  expect(await refused(savers.choose(one, "renew"))).toBe("not_active");
  expect((await savers.maturityOf(one)).changes).toEqual([]);
  await savers.choose(one, "wallet");
  await desk.sql("update identity.members set status = 'suspended' where email = $1", [one.who.email]);
  expect(await refused(savers.choose(one, "wallet"))).toBe("suspended");
});

const steep = { rate: "0.50" };
const obstacles: [reason: string, what: (one: Awaited<ReturnType<typeof savers.contract>>) => Promise<unknown>, after?: () => Promise<unknown>][] = [
  ["not_active", ({ plan }) => desk.ask("staff_plan_retire", { token: savers.operations.token, plan, key: randomUUID() })],
  ["below_minimum", ({ plan }) => savers.version(plan, { minimum: "1000.01" }, ends)],
  ["above_maximum", ({ plan }) => savers.version(plan, { maximum: "999.99" }, ends)],
  ["suspended", ({ who }) => desk.sql("update identity.members set status = 'suspended' where email = $1", [who.email])],
  ["kyc_required", () => desk.set({ require_kyc: "true" }), () => desk.set({ require_kyc: "false" })],
  ["treasury_short", ({ plan }) => savers.version(plan, steep, ends)],
];

test.each(obstacles)("what stands in the way on the day gives the principal free, and the member is told why: %s", async (reason, happens, after) => {
  await back();
  const one = await savers.contract();
  await savers.choose(one, "renew");
  await happens(one);
  await savers.mature();
  expect(await savers.renewAll()).toEqual(["returned"]);
  await after?.();
  expect(await savers.available(one)).toMatchObject({ balance: "1000.00", held: "0.00" });
  expect((await savers.maturityOf(one)).renewal).toMatchObject({ state: "returned", reason, into: null });
  const told = await savers.mails(one);
  expect(told.map(({ template }) => template)).toEqual(["investment_confirmed", "investment_matured"]);
  expect(told[1]?.props.obstacle).toBe(reason);
  expect(await savers.faults()).toEqual([]);
});

test("what nobody foresaw gives the principal free too, keeps the error and stops no other renewal", async () => {
  await back();
  const [bad, good] = [await savers.contract(), await savers.contract()];
  for (const one of [bad, good]) await savers.choose(one, "renew");
  await desk.sql(`alter table invest.investments add constraint nothing_new_for_the_unlucky check (plan_id <> '${bad.plan}' or start_on < '${ends}') not valid`);
  await savers.mature();
  expect(await desk.job("worker_renew")).toEqual({ outcome: "returned", failed: true, left: 1 });
  expect(await savers.renewAll()).toEqual(["renewed"]);
  await desk.sql("alter table invest.investments drop constraint nothing_new_for_the_unlucky");
  expect((await savers.maturityOf(bad)).renewal).toMatchObject({ state: "returned", reason: "failed" });
  expect((await desk.sql<{ fault: string }>("select r.fault from invest.renewals r join invest.investments i on i.id = r.investment_id where i.public_id = $1", [bad.id]))[0]?.fault).toMatch(/nothing_new_for_the_unlucky/);
  expect(await savers.available(bad)).toMatchObject({ balance: "1000.00", held: "0.00" });
  expect(await savers.faults()).toEqual([]);
});

test("into a version above the rail it is invested with its whole return set aside first", async () => {
  await back();
  const one = await savers.contract();
  await savers.choose(one, "renew");
  await savers.version(one.plan, steep, ends);
  await desk.fund("returns", "USD", "2000.00", savers.method, savers.operations, savers.finance);
  await desk.fund("commission", "USD", "100.00", savers.method, savers.operations, savers.finance);
  await savers.mature();
  expect(await savers.renewAll()).toEqual(["renewed"]);
  expect(await desk.sql("select i.prefunded, h.amount::text from invest.renewals r join invest.investments o on o.id = r.investment_id join invest.investments i on i.id = r.renewed_id join ledger.holds h on h.id = i.earmark_id where o.public_id = $1", [one.id])).toEqual([{ prefunded: true, amount: "2500" }]);
  expect(await savers.faults()).toEqual([]);
});

test("a worker that was away for days renews from the end date on all the same", async () => {
  await back();
  const one = await savers.contract();
  await savers.choose(one, "renew");
  await savers.mature("2027-03-09");
  expect(await savers.renewAll()).toEqual(["renewed"]);
  const { into } = (await savers.maturityOf(one)).renewal as { into: { id: string } };
  await desk.accrue("2027-03-09");
  expect((await savers.look({ who: one.who, id: into.id })).investment).toMatchObject({ start_on: ends, end_on: "2027-03-11", days_done: 3 });
});
