/** The database goes away for a while: the worker waits for it, loses nothing, and needs nobody. */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { cloneDatabase, startTestCluster, type TestCluster, type TestDatabase } from "../../sql/tests/support/database.ts";
import { startCluster } from "../../tools/cluster.ts";
import { startSmtpServer, type SmtpServer } from "./support/smtp-server";
import { queueMails, startWorkerProcess, superuser, until, type WorkerProcess } from "./support/worker-process";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

// A cluster of its own: the other tests need theirs.
let own: TestCluster;
let database: TestDatabase;
let smtp: SmtpServer;
let worker: WorkerProcess;

beforeAll(async () => {
  own = await startTestCluster();
  database = await cloneDatabase(own.cluster);
  smtp = await startSmtpServer();
});

afterAll(async () => {
  await worker.kill("SIGKILL");
  await smtp.close();
  await own.stop();
});

test("jobs go on after the database was away", async () => {
  smtp.behave("stall");
  worker = await startWorkerProcess(database, smtp.url);
  const before = await superuser(database);
  await queueMails(before, 6);
  await until("some mails are half sent", () => Promise.resolve(smtp.begun() === 4));
  await before.end();

  await own.cluster.stop();
  await sleep(4_000);
  expect(worker.child.exitCode).toBeNull();
  smtp.behave("accept");
  await startCluster({ dir: path.join(own.dir, "postgres"), port: own.cluster.port });

  const back = Date.now();
  const after = await superuser(database);
  await queueMails(after, 4);
  try {
    await until("all are sent", async () => (await after.rows("select 1 from outbox.mails where state <> 'sent'")).length === 0, 60_000);
  } finally {
    await after.end();
  }
  process.stdout.write(`database away for 4 s in the middle of 4 mails: all 10 are sent ${((Date.now() - back) / 1000).toFixed(1)} s after it came back\n`);
  expect(worker.child.exitCode).toBeNull();
});
