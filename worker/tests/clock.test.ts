/** Moving the sandbox clock runs what falls due: accrual in each plan's zone, maturity, mails, holds. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { startWorkerInside, type WorkerInside } from "./support/worker-inside";
import { until } from "./support/worker-process";

let database: TestDatabase;
let desk: Desk;
let worker: WorkerInside | undefined;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.sql("update core.clock set sandbox = true");
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

afterAll(async () => {
  await desk.close();
  await database.drop();
});

const idle = async () => (await desk.ask("sandbox_clock")).idle === true;

/** Somebody who has invested 2,500.00 at 0.10 % a day; only the dollar treasury has money. */
async function investor(name: string, figures: Record<string, unknown> & { currency?: string }) {
  const [maker, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  const bank = await desk.method(figures.currency ?? "USD", `Bank of ${name}`);
  if (figures.currency === undefined) await desk.fund("returns", "USD", "4000.00", bank, maker, finance);
  const plan = await desk.plan(maker, finance, { daily_rate: "0.10", minimum: "10.00", maximum: "100000.00", ...figures });
  const member = await desk.member(name);
  await desk.deposit(member, "4500.00", bank, finance);
  const { investment } = await desk.invest(member, plan, "2500.00");
  return { member, investment: investment as string };
}

test("three days ahead three days are credited, each with its own date, and the clock says when all has run", async () => {
  const { member, investment } = await investor("ann", { duration: 10, unit: "DAYS" });
  worker = await startWorkerInside(database, undefined);
  await until("the mails so far are out", idle);

  const began = Date.now();
  await desk.ask("sandbox_clock_move", { by: "3 days" });
  expect(await idle()).toBe(false);
  await until("everything due has run", idle);
  process.stdout.write(`three days of accrual were done ${((Date.now() - began) / 1000).toFixed(1)} s after the clock moved\n`);

  const { accruals } = await desk.ask("member_investment", { token: (await desk.signIn(member.email)).token, investment, cursor: null, limit: 25 });
  expect(accruals.items.map((row: { k: number; credit: string; state: string }) => [row.k, row.credit, row.state])).toEqual([
    [3, "2.50", "posted"],
    [2, "2.50", "posted"],
    [1, "2.50", "posted"],
  ]);
});

test("at the end date the principal returns and the mail says so", async () => {
  const { member } = await investor("bo", { duration: 2, unit: "DAYS", timezone: "Asia/Kolkata" });
  worker = await startWorkerInside(database, undefined);
  await desk.ask("sandbox_clock_move", { by: "3 days" });
  await until("everything due has run", idle);
  const fresh = await desk.signIn(member.email);
  expect(await desk.wallets(fresh)).toMatchObject({ DEPOSIT: "4500.00", INTEREST: "5.00", INVESTED: "0.00" });
  const { mails } = await desk.ask("sandbox_mailbox", { to: member.email, limit: 50 });
  const matured = (mails as { template: string; text: string }[]).find((mail) => mail.template === "investment_matured");
  expect(matured?.text.replaceAll("\u00a0", " ")).toContain("Earned in total: 5.00 USD");
});

test("a hold whose time is over ends when the clock jumps past it", async () => {
  const { member } = await investor("mo", { duration: 5, unit: "DAYS" });
  await desk.sql(
    `insert into ledger.holds (account_id, amount, reason, placed_at, expires_at) select a.id, 100, 'cooling_off', core.business_now(), core.business_now() + interval '2 hours'
       from ledger.accounts a join identity.members m on m.id = a.member_id where m.email = $1 and a.kind = 'DEPOSIT'`,
    [member.email],
  );
  worker = await startWorkerInside(database, undefined);
  await desk.ask("sandbox_clock_move", { by: "3 hours" });
  await until("everything due has run", idle);
  expect(await desk.sql("select state from ledger.holds where reason = 'cooling_off'")).toEqual([{ state: "expired" }]);
});

test("a credit that the treasury cannot pay is told once, when it has been tried", async () => {
  const { member } = await investor("cy", { duration: 20, unit: "DAYS", currency: "EUR" });
  worker = await startWorkerInside(database, undefined);
  for (let day = 0; day < 3; day += 1) {
    await desk.ask("sandbox_clock_move", { by: "1 day" });
    await until("everything due has run", idle);
    await desk.sql("select outbox.enqueue('treasury__tell_waiting')");
    await until("the mails are out", idle);
  }
  await until("the mail is out", async () => (await desk.sql("select 1 from outbox.mails where template = 'awaiting_funding' and state = 'sent'")).length > 0);
  const { mails } = await desk.ask("sandbox_mailbox", { to: member.email, limit: 50 });
  const told = (mails as { template: string; text: string }[]).filter((mail) => mail.template === "awaiting_funding");
  expect(told).toHaveLength(1);
  expect(told[0]?.text.replaceAll("\u00a0", " ")).toContain("Amount: 2.50 EUR");
});

test("every mail of these stories could be written from the facts the database gave", async () => {
  // The codes of these tests are not sealed: nobody reads them.
  expect(await desk.sql("select template, state, error from outbox.mails where state <> 'sent' and template not in ('login_code', 'step_up_code')")).toEqual([]);
});
