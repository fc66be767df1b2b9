/**
 * The worker process: carries jobs from the outbox to the queue and runs them. Any number of these may run beside each other;
 * each may be killed anywhere, and the others (or the next start) take over what it left.
 */
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { closeDatabase, onFault, faultFacts, useDatabase } from "~/db/db.server";
import { workerHeartbeat } from "~/db/worker.server";
import { env, EnvironmentError, required } from "~/http/env.server";

import { makeLog } from "./log";
import { makeMailer } from "./mailer";
import { openPresence, startReaper } from "./presence";
import { openQueuePool, runQueue } from "./queue";
import { repeat } from "./repeat";
import { startSchedule, startWaker } from "./waker";

const concurrency = 4;
const heartbeatMs = 10_000;
/** After this a job that does not end is left to whoever takes over. */
const patienceMs = 15_000;

type Stop = { asked: boolean; whenAsked: Promise<void>; ask: () => void };

function stopOnSignals(): Stop {
  let ask: () => void = () => undefined;
  const stop: Stop = {
    asked: false,
    whenAsked: new Promise<void>((resolve) => (ask = resolve)),
    ask: () => {
      if (stop.asked) return;
      stop.asked = true;
      ask();
      setTimeout(() => process.exit(1), patienceMs).unref();
    },
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop.ask);
  // The parent is gone, however it went: nobody is left to stop us.
  process.on("disconnect", stop.ask);
  return stop;
}

const log = makeLog(env().LOG_LEVEL);

/** Works until asked to stop or until the database is lost; then everything is begun anew, under a new name. */
async function work(stop: Stop): Promise<void> {
  const queueUrl = required("DATABASE_URL_QUEUE");
  const presence = await openPresence(queueUrl);
  const pool = openQueuePool(queueUrl, concurrency + 4, log);
  let broken = false;
  const stopping = () => stop.asked || broken;
  const { SMTP_URL, MAIL_FROM, COFFER_DEMO } = env();
  const mailer = makeMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM, mailbox: COFFER_DEMO });
  try {
    const loops = [
      startReaper(pool, log),
      startWaker({ queue: pool, log, sandbox: COFFER_DEMO }),
      startSchedule(pool, log),
      repeat(heartbeatMs, () => workerHeartbeat(hostname()).catch(() => undefined)),
    ];
    const runner = await runQueue({ pool, concurrency, presence, surroundings: { log, mailer, stopping } });
    log.info({ concurrency, mail: mailer.keeps ? "mailbox" : "smtp" }, "worker ready");
    process.send?.({ ready: true });
    const reason = await Promise.race([stop.whenAsked.then(() => null), presence.lost, runner.promise.then(() => new Error("the queue stopped"), (error: Error) => error)]);
    broken = reason !== null;
    if (reason) log.error({ error: reason.message }, "lost the queue, beginning anew");
    await Promise.all(loops.map((loop) => loop.stop()));
    await runner.stop().catch(() => undefined);
  } finally {
    await presence.end();
    await pool.end().catch(() => undefined);
  }
}

async function main(): Promise<void> {
  const stop = stopOnSignals();
  await useDatabase({ url: required("DATABASE_URL_WORKER"), connections: concurrency + 3, name: "coffer-worker", statementTimeoutMs: 120_000 });
  onFault((problem) => log.error(faultFacts(problem), "database fault"));
  for (let pause = 500; !stop.asked; pause = Math.min(pause * 2, 10_000)) {
    const began = Date.now();
    try {
      await work(stop);
    } catch (error) {
      log.error({ error: (error as Error).message }, "cannot work, trying again");
    }
    if (Date.now() - began > 60_000) pause = 250;
    if (!stop.asked) await Promise.race([sleep(pause, undefined, { ref: false }), stop.whenAsked]);
  }
  await closeDatabase();
  log.info("worker stopped");
  process.exit(0);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof EnvironmentError ? `worker: ${message}\n` : `worker: ${error instanceof Error ? error.stack : message}\n`);
  process.exit(1);
});
