/** Accrual runs: what a finished run leaves alone, what it must not miss, and what stops nothing (spec 3.4). */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { untilEnded } from "../../tests/support/horizon";
import { accrue, fund, investor, open, plan, settle, type Contract } from "./support/books";
import { addDays, cumulative } from "./support/terms";

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 6);
  await desk.set({ rail_percent: "0" });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** Each test has a time zone of its own: runs are per zone, so that tests do not meet. */
const zones = ["Africa/Nairobi", "Africa/Abidjan", "Africa/Accra", "Africa/Algiers", "Africa/Cairo", "Africa/Lagos", "Africa/Tunis", "Asia/Dubai", "Asia/Karachi", "Asia/Manila", "Asia/Seoul", "Asia/Tokyo", "Asia/Riyadh"];
const ownZone = (): string => zones.shift() ?? "UTC";
const recorded = async ({ id }: Contract): Promise<number> => Number.parseInt((await desk.sql<{ n: string }>("select count(*)::text as n from invest.accruals where investment_id = $1", [id]))[0]?.n ?? "", 10);
const row = async ({ id }: Contract) => (await desk.sql<{ state: string; parked: string | null }>("select state, parked_reason as parked from invest.investments where id = $1", [id]))[0];
const contract = async (timezone: string, start: string, amount = 250_000n, terms = { rate: "0.40", duration: 30, unit: "DAYS" }) => open(desk, await investor(desk), await plan(desk, { ...terms, timezone }), amount, start);
const begin = (as_of: string, timezone: string) => desk.job("worker_accrual_begin", { as_of, timezone });

test("a finished run again does nothing", async () => {
  const zone = ownZone();
  const one = await contract(zone, "2027-03-01");
  await accrue(desk, database, "2027-03-05");
  const before = await contents(desk);
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await begin("2027-03-05", zone)).toEqual({ as_of: "2027-03-05", state: "finished", chunks: 0 });
    expect(await begin("2027-03-03", zone)).toEqual({ as_of: "2027-03-03", state: "finished", chunks: 0 });
    expect(await desk.job("worker_accrual_chunk", { as_of: "2027-03-05", timezone: zone })).toMatchObject({ claimed: false, rows: 0, posted: 0 });
  }
  expect(await contents(desk, ["outbox.jobs"])).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name !== "outbox.jobs")));
  expect(await recorded(one)).toBe(4);
});

test("a contract whose transaction is still open while its day is accrued is not missed", async () => {
  const zone = ownZone();
  const terms = await plan(desk, { rate: "0.40", duration: 30, unit: "DAYS", timezone: zone });
  const [member, other] = [await investor(desk), await investor(desk)];
  const late = new pg.Client({ connectionString: database.url("postgres") });
  await late.connect();
  await late.query("begin");
  const unseen = await open(desk, member, terms, 100_000n, "2027-03-01", late);
  // Opened later, so numbered later, but committed first: the run sees this one only.
  const seen = await open(desk, other, terms, 100_000n, "2027-03-01");
  await accrue(desk, database, "2027-03-04");
  await late.query("commit");
  await late.end();
  expect([await recorded(seen), await recorded(unseen)]).toEqual([3, 0]);
  // It is due at once, not with the next date; and when it has its days, nothing is.
  const due = async () => ((await desk.job("worker_accrual_due")).due as { as_of: string; timezone: string }[]).filter(({ as_of, timezone }) => timezone === zone && as_of === "2027-03-04");
  expect(await due()).toHaveLength(1);
  await untilEnded(desk.sql);
  await accrue(desk, database, "2027-03-04");
  expect(await due()).toHaveLength(0);
  expect([await recorded(seen), await recorded(unseen)]).toEqual([3, 3]);
  await accrue(desk, database, "2027-03-05");
  expect([await recorded(seen), await recorded(unseen)]).toEqual([4, 4]);
});

test("one whose transaction stays open over two finished runs is caught up by the third", async () => {
  const zone = ownZone();
  const terms = await plan(desk, { rate: "0.40", duration: 30, unit: "DAYS", timezone: zone });
  await open(desk, await investor(desk), terms, 100_000n, "2027-03-01");
  const member = await investor(desk);
  const late = new pg.Client({ connectionString: database.url("postgres") });
  await late.connect();
  await late.query("begin");
  const unseen = await open(desk, member, terms, 100_000n, "2027-03-01", late);
  for (const on of ["2027-03-02", "2027-03-03"]) await accrue(desk, database, on);
  await late.query("commit");
  await late.end();
  await accrue(desk, database, "2027-03-04");
  expect(await recorded(unseen)).toBe(3);
});

test("one bad contract is parked with its reason and does not stop the rest; out of parking it gets every day it missed", async () => {
  const zone = ownZone();
  const terms = await plan(desk, { rate: "0.40", duration: 10, unit: "DAYS", timezone: zone });
  const all = await Promise.all(Array.from({ length: 5 }, async () => open(desk, await investor(desk), terms, 100_000n, "2027-03-01")));
  const bad = all[2];
  if (!bad) throw new Error("no contract");
  await desk.sql(`alter table invest.accruals add constraint nothing_for_the_unlucky check (investment_id <> ${bad.id} or k < 3) not valid`);
  await accrue(desk, database, "2027-03-03");
  const begun = await begin("2027-03-05", zone);
  expect(await desk.job("worker_accrual_chunk", { as_of: begun.as_of, timezone: zone })).toMatchObject({ claimed: true, parked: 1, rows: 8 });
  await accrue(desk, database, "2027-03-05");
  expect(await Promise.all(all.map(recorded))).toEqual([4, 4, 2, 4, 4]);
  expect((await row(bad))?.parked).toMatch(/nothing_for_the_unlucky/);
  expect((await desk.ask("staff_home", { token: (await desk.staff("finance")).token })).jobs.parked_investments).toBe(1);
  // Still parked: the next days leave it alone.
  await accrue(desk, database, "2027-03-08");
  expect(await Promise.all(all.map(recorded))).toEqual([7, 7, 2, 7, 7]);
  await desk.sql("alter table invest.accruals drop constraint nothing_for_the_unlucky");
  await desk.sql("update invest.investments set parked_reason = null where id = $1", [bad.id]);
  await accrue(desk, database, "2027-03-09");
  expect(await Promise.all(all.map(recorded))).toEqual([8, 8, 8, 8, 8]);
  await accrue(desk, database, "2027-03-20");
  expect(await Promise.all(all.map(recorded))).toEqual([10, 10, 10, 10, 10]);
  expect((await row(bad))?.state).toBe("matured");
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});

test("out of parking on the very day of the last run, the same day's run takes it up", async () => {
  const zone = ownZone();
  const one = await contract(zone, "2027-03-01", 100_000n);
  await desk.sql("update invest.investments set parked_reason = 'by hand' where id = $1", [one.id]);
  await accrue(desk, database, "2027-03-06");
  expect(await recorded(one)).toBe(0);
  await desk.sql("update invest.investments set parked_reason = null where id = $1", [one.id]);
  await accrue(desk, database, "2027-03-06");
  expect(await recorded(one)).toBe(5);
});

test("principal returns once, on the end date, even if the last credit still waits for its treasury", async () => {
  const zone = ownZone();
  const one = await contract(zone, "2027-03-01", 500_000n, { rate: "1.00", duration: 5, unit: "DAYS" });
  const deposit = async () => (await desk.sql<{ balance: string }>("select b.balance::text from ledger.balances b join invest.investments i on i.deposit_account_id = b.account_id where i.id = $1", [one.id]))[0]?.balance;
  const before = BigInt(await deposit() ?? "0");
  await accrue(desk, database, "2027-03-05");
  expect(await deposit()).toBe(String(before));
  await Promise.all(["plain", "two workers", "killed"].map((style) => accrue(desk, database, "2027-03-06", style as "plain")));
  expect(BigInt(await deposit() ?? "0")).toBe(before + 500_000n);
  expect(await row(one)).toMatchObject({ state: "matured" });
  const waiting = () => desk.sql("select from treasury.items where source_order = $1 and journal_kind = 'accrual' and state = 'awaiting'", [one.id]);
  expect(await waiting()).toHaveLength(5);
  for (const on of ["2027-03-06", "2027-03-07", "2027-04-07"]) await accrue(desk, database, on, "twice");
  expect(BigInt(await deposit() ?? "0")).toBe(before + 500_000n);
  expect(await recorded(one)).toBe(5);
  await fund(desk, 10_000_000n);
  await settle(desk);
  expect(await waiting()).toHaveLength(0);
  const journals = await desk.sql<{ on: string }>("select j.value_on::text as on from ledger.journals j join ledger.lines l on l.journal_id = j.id join invest.investments i on i.interest_account_id = l.account_id where i.id = $1 and j.kind = 'accrual' order by 1", [one.id]);
  expect(journals.map(({ on }) => on)).toEqual(["2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05", "2027-03-06"]);
});

test("a day whose credit is zero keeps its row and posts nothing", async () => {
  const zone = ownZone();
  await fund(desk, 10_000_000n);
  // A third of a cent a day: nought, nought, one; the sum is exact at the end.
  const one = await contract(zone, "2027-03-01", 100n, { rate: "0.33", duration: 9, unit: "DAYS" });
  await accrue(desk, database, "2027-03-10");
  const rows = await desk.sql<{ amount: string; journal: boolean }>("select amount::text, journal_id is not null as journal from invest.accruals where investment_id = $1 order by k", [one.id]);
  expect(rows.map(({ amount }) => amount)).toEqual(["0", "1", "0", "0", "1", "0", "0", "1", "0"]);
  expect(rows.every(({ amount, journal }) => journal === (amount !== "0"))).toBe(true);
  expect(one.total).toBe(cumulative(100n, "0.33", 9));
});

test("four years at once, over a leap day, are four years day by day", async () => {
  const zone = ownZone();
  await fund(desk, 1_000_000_000n);
  const terms = await plan(desk, { rate: "0.01234567", duration: 48, unit: "MONTHS", timezone: zone });
  const one = await open(desk, await investor(desk), terms, 123_457n, "2027-01-31");
  expect(one).toMatchObject({ end: "2031-01-31", days: 1461 });
  await accrue(desk, database, "2031-02-01");
  expect(await recorded(one)).toBe(1461);
  expect((await desk.sql<{ sum: string; days: string }>("select sum(a.amount)::text as sum, count(distinct j.value_on) filter (where j.value_on = '2028-02-29')::text as days from invest.accruals a left join ledger.journals j on j.id = a.journal_id where a.investment_id = $1", [one.id]))[0])
    .toEqual({ sum: String(cumulative(123_457n, "0.01234567", 1461)), days: "1" });
  expect(await row(one)).toMatchObject({ state: "matured" });
});

test("a run is finished by whoever comes next when its last parts were written by two at the same time", async () => {
  const zone = ownZone();
  const terms = await plan(desk, { rate: "0.40", duration: 30, unit: "DAYS", timezone: zone }, "EUR");
  // An empty treasury, opened before: parts that pay nothing wait for nobody.
  await desk.sql("select treasury.queue('returns', 'EUR')");
  const all = await Promise.all(Array.from({ length: 2 }, async () => open(desk, await investor(desk, "EUR"), terms, 100_000n, "2027-03-01")));
  await desk.sql("select invest.accrue_begin('2027-03-02', $1, now(), 1)", [zone]);
  const workers = await Promise.all([0, 1].map(async () => {
    const client = new pg.Client({ connectionString: database.url("coffer_worker") });
    await client.connect();
    await client.query("begin");
    return client;
  }));
  // Neither sees that the other has done its part.
  for (const worker of workers) await worker.query("select desk.worker_accrual_chunk(p_as_of => '2027-03-02', p_timezone => $1)", [zone]);
  for (const worker of workers) await worker.query("commit");
  await Promise.all(workers.map((worker) => worker.end()));
  expect(await Promise.all(all.map(recorded))).toEqual([1, 1]);
  await accrue(desk, database, "2027-03-03");
  expect(await Promise.all(all.map(recorded))).toEqual([2, 2]);
  expect((await desk.sql<{ states: string[] }>("select array_agg(state order by as_of) as states from invest.accrual_runs where timezone = $1", [zone]))[0]?.states).toEqual(["finished", "finished"]);
});

test("a contract never changes, whoever asks", async () => {
  const one = await contract(ownZone(), "2027-03-01");
  const changes = ["amount = amount + 1", "daily_rate = 9", "start_on = start_on - 1", "end_on = end_on + 1, days = days + 1", "total = total + 1", "timezone = 'UTC'", "plan_name = 'x'", "reference = 'I-X'", "prefunded = not prefunded",
    "source_wallet = 'INTEREST'", `interest_account_id = deposit_account_id`, `public_id = '${randomUUID()}'`, "created_at = created_at - interval '1 day'", "member_id = (select min(id) from identity.members)"];
  for (const change of changes) await expect(desk.sql(`update invest.investments set ${change} where id = $1`, [one.id])).rejects.toMatchObject({ message: "immutable" });
  await expect(desk.sql("delete from invest.investments where id = $1", [one.id])).rejects.toMatchObject({ message: "immutable" });
  await expect(desk.sql("update invest.plan_versions set daily_rate = 9 where id = $1", [one.plan.version])).rejects.toMatchObject({ message: "immutable" });
  await expect(desk.sql("delete from invest.accruals")).rejects.toMatchObject({ message: "immutable" });
  expect(addDays(one.start, 30)).toBe(one.end);
});

test("a part that would post another sum than is held for it posts nothing on that hold: its days wait, and are paid from what is free", async () => {
  const zone = ownZone();
  await fund(desk, 100_000_000n);
  const terms = await plan(desk, { rate: "0.40", duration: 30, unit: "DAYS", timezone: zone });
  const contracts = [await open(desk, await investor(desk), terms, 250_000n, "2027-03-01"), await open(desk, await investor(desk), terms, 250_000n, "2027-03-01"), await open(desk, await investor(desk), terms, 250_000n, "2027-03-01")];
  // Parked while the run begins, and out of it again before its part is written: the hold is for two.
  await desk.sql("update invest.investments set parked_reason = 'by hand' where id = $1", [contracts[1]?.id]);
  const begun = await begin("2027-03-02", zone);
  expect(await desk.sql("select amount::text from invest.accrual_reserves where timezone = $1", [zone])).toEqual([{ amount: "2000" }]);
  await desk.sql("update invest.investments set parked_reason = null where id = $1", [contracts[1]?.id]);
  expect(await desk.job("worker_accrual_chunk", { as_of: begun.as_of, timezone: zone })).toMatchObject({ claimed: true, rows: 3, posted: 0, parked: 0 });
  expect(await desk.sql("select state from ledger.holds where reason = 'accrual_run' and state = 'open'")).toEqual([]);
  await settle(desk);
  expect(await desk.sql("select t.state, t.amount::text from treasury.items t join invest.investments i on i.id = t.source_order where t.journal_kind = 'accrual' and i.timezone = $1", [zone])).toEqual(contracts.map(() => ({ state: "posted", amount: "1000" })));
  // The next day's part is held and posted whole, and says so.
  await accrue(desk, database, "2027-03-03");
  expect(await desk.sql("select amount::text, posted::text from invest.accrual_reserves where timezone = $1", [zone])).toEqual([{ amount: "3000", posted: "3000" }]);
  expect(await desk.sql("select law, object from invest.verify()")).toEqual([]);
});

test.each([["of one day, one journal", "2027-03-02", 1], ["of several days, one after the other", "2027-03-04", 3]])("a part %s, that waits for a wallet holds no treasury: what everybody is paid from is locked last", async (_, on, days) => {
  const zone = ownZone();
  const one = await contract(zone, "2027-03-01");
  await fund(desk, 10_000_000n);
  await begin(on, zone);
  const [wallet, work, probe] = await Promise.all(Array.from({ length: 3 }, async () => {
    const client = new pg.Client({ connectionString: database.url("postgres") });
    await client.connect();
    return client;
  }));
  if (!wallet || !work || !probe) throw new Error("three connections");
  await wallet.query("begin");
  await wallet.query("select ledger.lock_accounts(array[interest_account_id]) from invest.investments where id = $1", [one.id]);
  const part = work.query("select desk.worker_accrual_chunk($1, $2)", [on, zone]);
  await expect.poll(async () => (await probe.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount).toBe(1);
  await probe.query("select from ledger.account_balances where account_id = ledger.operator_account('treasury:returns', 'USD') for no key update nowait");
  await wallet.query("rollback");
  await part;
  expect(await recorded(one)).toBe(days);
  await Promise.all([wallet.end(), work.end(), probe.end()]);
});
