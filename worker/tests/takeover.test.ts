/** Spec 8 row 14: jobs left by a worker killed with −9 are taken over within 60 s, none is lost. Real processes, real queue. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { startSmtpServer, type SmtpServer } from "./support/smtp-server";
import { queueMails, startWorkerProcess, superuser, until, type Superuser, type WorkerProcess } from "./support/worker-process";

// Real processes on a busy machine; what is promised is asserted in the tests themselves.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let db: Superuser;
let smtp: SmtpServer;
const processes: WorkerProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  db = await superuser(database);
  smtp = await startSmtpServer();
});

beforeEach(() => {
  smtp.reset();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.kill("SIGKILL")));
});

afterAll(async () => {
  await smtp.close();
  await db.end();
  await database.drop();
});

async function start(): Promise<WorkerProcess> {
  const process = await startWorkerProcess(database, smtp.url);
  processes.push(process);
  return process;
}

const count = async (text: string): Promise<number> => Number.parseInt((await db.rows<{ n: string }>(`select count(*)::text as n from ${text}`))[0]?.n ?? "", 10);
/** Jobs in the middle of their work: taken by a worker, and the mail server has the whole mail but does not answer. */
const stalled = async (jobs: number) => (await held()) === jobs && smtp.begun() === jobs;
const held = () => count("graphile_worker.jobs where locked_by is not null and task_identifier = 'mail__send'");
const unsent = () => count("outbox.mails where state <> 'sent'");

/** What a take-over must leave: every mail sent, none twice, nothing locked, no dead worker's lock. */
async function expectNothingLost(mails: number): Promise<void> {
  expect(await unsent()).toBe(0);
  expect(smtp.accepted).toHaveLength(mails);
  expect(new Set(smtp.accepted.map((mail) => mail.messageId)).size).toBe(mails);
  await until("the queue is empty", async () => (await count("graphile_worker.jobs where task_identifier = 'mail__send'")) === 0, 5_000);
}

test("a living worker takes over the jobs of one killed with -9", async () => {
  smtp.behave("stall");
  const victim = await start();
  await queueMails(db, 10);
  await until("the first worker holds four jobs", () => stalled(4));

  smtp.behave("accept");
  await start();
  // A mail is sent a moment before its job has ended.
  await until("the second worker has sent the rest", async () => (await unsent()) === 4 && (await held()) === 4);

  const killed = Date.now();
  await victim.kill("SIGKILL");
  await until("everything is sent", async () => (await unsent()) === 0, 60_000);
  const seconds = (Date.now() - killed) / 1000;
  process.stdout.write(`take-over by a living worker: 4 jobs in ${seconds.toFixed(1)} s\n`);
  expect(seconds).toBeLessThan(60);
  await expectNothingLost(10);
});

test("the next start takes over what the only worker left", async () => {
  smtp.behave("stall");
  const victim = await start();
  await queueMails(db, 6);
  await until("the worker holds four jobs", () => stalled(4));
  await victim.kill("SIGKILL");
  smtp.behave("accept");

  const began = Date.now();
  await start();
  await until("everything is sent", async () => (await unsent()) === 0, 60_000);
  const seconds = (Date.now() - began) / 1000;
  process.stdout.write(`take-over at the next start: 4 jobs in ${seconds.toFixed(1)} s\n`);
  expect(seconds).toBeLessThan(60);
  await expectNothingLost(6);
});

test("a worker that lives keeps its jobs however long they take", async () => {
  smtp.behave("stall");
  const slow = await start();
  await queueMails(db, 4);
  await until("the slow worker holds its jobs", () => stalled(4));
  const holder = await db.rows<{ locked_by: string }>("select distinct locked_by from graphile_worker.jobs where locked_by is not null and task_identifier = 'mail__send'");
  smtp.behave("accept");
  await start();
  // Longer than one look of the reaper, which begins with a look.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  expect(await db.rows("select distinct locked_by from graphile_worker.jobs where locked_by is not null and task_identifier = 'mail__send'")).toEqual(holder);
  expect(await unsent()).toBe(4);
  await slow.kill("SIGKILL");
  await until("everything is sent", async () => (await unsent()) === 0, 60_000);
  await expectNothingLost(4);
});

test("a worker asked to stop finishes what it has and leaves nothing locked", async () => {
  smtp.behave("accept");
  const polite = await start();
  await queueMails(db, 40);
  await until("some are sent", async () => smtp.accepted.length > 0);
  await polite.kill("SIGTERM");
  expect(polite.child.exitCode).toBe(0);
  expect(await held()).toBe(0);
  await start();
  await until("everything is sent", async () => (await unsent()) === 0);
  await expectNothingLost(40);
});

test("when the connection to the database breaks, the worker begins anew by itself", async () => {
  smtp.behave("accept");
  const worker = await start();
  await db.rows("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'coffer-worker%'");
  await queueMails(db, 5);
  await until("everything is sent", async () => (await unsent()) === 0);
  expect(worker.child.exitCode).toBeNull();
  await expectNothingLost(5);
});
