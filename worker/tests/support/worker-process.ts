/** Real worker processes, as `npm start` runs them, and the database seen by its superuser. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import type { TestDatabase } from "../../../sql/tests/support/database.ts";

export const root = path.resolve(import.meta.dirname, "../../..");
export const sessionSecrets = "a-secret-of-the-tests-that-is-long-enough-0001";

export type WorkerProcess = { child: ChildProcess; kill: (signal: "SIGKILL" | "SIGTERM") => Promise<void>; log: () => string };

/** Resolves when the worker says it is ready. The program is the built one, or compiled on the way. */
export async function startWorkerProcess(database: TestDatabase, smtpUrl: string, program: readonly string[] = ["--import", "tsx", "worker/main.ts"]): Promise<WorkerProcess> {
  const child = spawn(process.execPath, program, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "test",
      COFFER_DEMO: "1",
      LOG_LEVEL: "info",
      DATABASE_URL_WORKER: database.url("coffer_worker"),
      DATABASE_URL_QUEUE: database.url("coffer_queue"),
      SESSION_SECRETS: sessionSecrets,
      // A server that stalls in a test stalls until the test is over, however slow the machine is.
      SMTP_URL: `${smtpUrl}?socketTimeout=300000`,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (log += part.toString()));
  const ended = once(child, "exit");
  const ready = once(child, "message");
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`the worker ended before it was ready:\n${log}`);
    }),
  ]);
  return {
    child,
    log: () => log,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await ended;
    },
  };
}

export type Superuser = {
  rows: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  end: () => Promise<void>;
};

export async function superuser(database: TestDatabase): Promise<Superuser> {
  const client = new pg.Client({ connectionString: database.url("postgres") });
  await client.connect();
  return {
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows,
    end: () => client.end(),
  };
}

/** Writes mails as a desk function does: row and job in one transaction. */
export async function queueMails(db: Superuser, count: number): Promise<void> {
  await db.rows(
    `select outbox.mail('deposit_pending', 'ann' || n || '@coffer.test', 'en', jsonb_build_object('first_name', 'Ann', 'deposit', uuidv7(), 'reference', 'D-' || n,
       'amount', '10.00', 'currency', 'USD', 'method', 'Bank', 'transaction_reference', 'T-' || n), 'test:' || n || ':' || $2::text) from generate_series(1, $1::integer) n`,
    [count, String(Math.random())],
  );
}

export async function until(what: string, condition: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  for (const end = Date.now() + withinMs; ; await sleep(50)) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
  }
}
