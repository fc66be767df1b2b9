/** The demonstration is data like any other: it has to add up, leave nothing behind, and be told once. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { seedDemo } from "../../tools/demo.ts";
import { testDatabase, type TestDatabase } from "./support/database.ts";

let database: TestDatabase;
let admin: pg.Client;
let home: string;

const addresses = () => ({ adminUrl: database.url("postgres"), webUrl: database.url("coffer_web"), workerUrl: database.url("coffer_worker") });

async function list(text: string): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(text);
  return rows.map(({ line }) => line);
}

beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), "coffer-demo-"));
  // Proofs of payment are files: not into the data of whoever runs the tests.
  process.env.COFFER_HOME = home;
  process.env.PII_KEYS ??= `t1:${Buffer.alloc(32, 1).toString("base64")}`;
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url("postgres") });
  await admin.connect();
  expect(await seedDemo(addresses())).toBe(true);
});

afterAll(async () => {
  await admin.end();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

test("the books of the demonstration add up", async () => {
  expect(await list("select f::text as line from unnest(array['audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout']) d cross join lateral desk.faults(d) f")).toEqual([]);
  expect(await list("select f::text as line from audit.findings f")).toEqual([]);
  expect(await list("select currency as line from ledger.trial_balance() where difference <> 0")).toEqual([]);
});

test("it is told once, and a clock that was moved stays moved", async () => {
  await admin.query("update core.clock set shift = interval '3 days'");
  expect(await seedDemo(addresses())).toBe(false);
  expect(await list("select shift::text || coalesce(' ' || frozen_at::text, '') as line from core.clock")).toEqual(["3 days"]);
  await admin.query("update core.clock set shift = interval '0'");
});

test("a clock left standing by a start that was cut off runs again", async () => {
  await admin.query("update core.clock set frozen_at = '2026-01-01'");
  expect(await seedDemo(addresses())).toBe(false);
  expect(await list("select coalesce(frozen_at::text, 'runs') as line from core.clock")).toEqual(["runs"]);
});

test("nothing is left for the worker, and nobody is left signed in", async () => {
  expect(await list("select task as line from outbox.jobs where handed_at is null")).toEqual([]);
  expect(await list("select template as line from outbox.mails where state <> 'sent' or props ? 'sealed_code'")).toEqual([]);
  expect(await list("select audience as line from identity.sessions where revoked_at is null")).toEqual([]);
  expect(await list("select bucket as line from identity.rate_counters")).toEqual([]);
});

test("something of each kind waits for a person, one of them for the second", async () => {
  expect(await list("select kind || ' ' || needed || ' ' || (select count(*) from approval.decisions d where d.request_id = r.id) as line from approval.requests r where state = 'pending' order by 1")).toEqual([
    "booking_payment 1 0",
    "compensation_activation 1 0",
    "deposit 1 0",
    "deposit 2 1",
    "kyc 1 0",
    "payout 1 0",
    "plan_activation 1 0",
    "staff_role 1 0",
    "treasury_funding 1 0",
    "withdrawal 1 0",
  ]);
});

test("identity checks stand in every way, and a milestone counts those who are known", async () => {
  expect(await list("select m.first_name || ' ' || k.state as line from compliance.kyc k join identity.members m on m.id = k.member_id order by 1")).toEqual(["Bo approved", "Diego rejected", "Lena approved", "Mo submitted", "Priya approved"]);
  expect(await list("select cardinality(desk.active_referrals(m.id))::text as line from identity.members m where m.username = 'ann'")).toEqual(["2"]);
  expect(await list("select m.first_name as line from outbox.mails o join identity.members m on m.id = o.member_id where o.template = 'kyc_ending'")).toEqual(["Lena"]);
});

test("a commission and a pair wait for funding, and a request would fund both", async () => {
  expect(await list("select q.name || ' ' || q.currency || ' ' || i.amount as line from treasury.items i join treasury.queues q on q.account_id = i.queue_id where i.state = 'awaiting' order by i.value_on")).toEqual(["commission INR 300000", "commission INR 100000"]);
});

test("a term has ended, and withdrawals stand in every state", async () => {
  expect(await list("select distinct plan_name as line from invest.investments where state = 'matured' order by 1")).toEqual(["Fortnight", "Starter"]);
  expect(await list("select distinct state as line from funding.withdrawals order by 1")).toEqual(["approved", "cancelled", "confirmed", "pending", "rejected", "returned", "sent"]);
});

test("no plan is above the rail, and the Professional pack is on sale", async () => {
  expect(await list("select p.name as line from invest.plan_versions v join invest.plans p on p.id = v.plan_id where v.above_rail")).toEqual([]);
  expect(await list("select minimum / 100 || ' to ' || maximum / 100 || ' for ' || duration || ' ' || unit as line from invest.plan_versions v join invest.plans p on p.id = v.plan_id where p.name = 'Professional' and v.state = 'active'")).toEqual(["5000 to 20000 for 60 DAYS"]);
});

test("the mailbox tells the story in its own time", async () => {
  const [kept] = await list("select count(*)::text as line from outbox.kept_mails where kept_at < now()");
  expect(Number(kept)).toBeGreaterThan(20);
  expect(await list("select m.template as line from outbox.kept_mails k join outbox.mails m on m.id = k.mail_id where k.kept_at <> m.sent_at")).toEqual([]);
});
