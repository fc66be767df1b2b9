/** Spec 8 rows 4, 11 and 14: a worker killed with −9 again and again, in the middle of accrual and mail. Each day is credited once. */
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { openDesk, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { startSmtpServer, type SmtpServer } from "./support/smtp-server";
import { startWorkerProcess, until } from "./support/worker-process";

// Real processes on a busy machine; what is promised is asserted in the tests themselves.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let desk: Desk;
let smtp: SmtpServer;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  smtp = await startSmtpServer();
  await desk.sql("update core.clock set sandbox = true");
});

afterAll(async () => {
  await smtp.close();
  await desk.close();
  await database.drop();
});

const days = 6;
const people = 12;
/** When a worker is killed after its clock moved: before, during and after the work of the day. */
const momentsMs = [0, 60, 150, 300, 500, 800];

test("killed six times in six days: every day once, every mail out, the books agree", async () => {
  const [maker, finance] = [await desk.staff("operations"), await desk.staff("finance")];
  const bank = await desk.method();
  await desk.fund("returns", "USD", "4000.00", bank, maker, finance);
  const plan = await desk.plan(maker, finance, { daily_rate: "0.10", minimum: "10.00", maximum: "1000.00", duration: days, unit: "DAYS" });
  for (let n = 0; n < people; n += 1) {
    const member = await desk.member(`person${n}`);
    await desk.deposit(member, "100.00", bank, finance);
    await desk.invest(member, plan, "100.00");
  }

  for (const moment of momentsMs) {
    const worker = await startWorkerProcess(database, smtp.url);
    await desk.ask("sandbox_clock_move", { by: "1 day" });
    await sleep(moment);
    await worker.kill("SIGKILL");
  }
  const survivor = await startWorkerProcess(database, smtp.url);
  await until("everything has run", async () => (await desk.ask("sandbox_clock")).idle === true, 60_000);
  await until("the queue is empty", async () => (await desk.sql("select 1 from graphile_worker.jobs where task_identifier = 'mail__send' and run_at <= now()")).length === 0, 60_000);
  await survivor.kill("SIGTERM");

  expect(await desk.sql("select count(*)::integer as rows, count(distinct (investment_id, k))::integer as days, min(k) as first, max(k) as last from invest.accruals")).toEqual([
    { rows: people * days, days: people * days, first: 1, last: days },
  ]);
  expect(await desk.sql("select state, count(*)::integer as n from invest.investments group by 1")).toEqual([{ state: "matured", n: people }]);
  expect(await desk.sql("select b.balance::text, count(*)::integer as n from ledger.account_balances b join ledger.accounts a on a.id = b.account_id where a.kind = 'INTEREST' group by 1")).toEqual([
    { balance: "60", n: people },
  ]);
  expect(await desk.sql("select f.law, f.object, f.expected, f.found from unnest(array['audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout']) d cross join lateral desk.faults(d) f")).toEqual([]);
  expect(await desk.sql("select law, object from audit.findings")).toEqual([]);

  const facts = await desk.sql<{ id: string; state: string }>("select id::text, state from outbox.mails where template not in ('login_code', 'step_up_code')");
  const arrived = smtp.accepted.map((mail) => mail.messageId ?? "");
  const lost = facts.filter((mail) => mail.state !== "sent" || !arrived.some((messageId) => messageId.includes(mail.id)));
  expect(lost).toEqual([]);
  process.stdout.write(`crashes: 6 kills, ${people * days} accruals each once, ${facts.length} mails, 0 lost, ${arrived.length - new Set(arrived).size} copies with the same Message-ID\n`);
});
