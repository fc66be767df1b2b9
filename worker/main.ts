/**
 * The worker process: carries jobs from the outbox to the queue and runs them. Any number of these may run beside each other;
 * each may be killed anywhere, and the others (or the next start) take over what it left.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { closeDatabase, faultFacts, onFault, useDatabase } from "~/db/db.server";
import { env, EnvironmentError, required } from "~/http/env.server";

import { makeLog } from "./log";
import { makeMailer } from "./mailer";
import { startWorker } from "./run";

const concurrency = 4;
/** After this a job that does not end is left to whoever takes over. */
const patienceMs = 10_000;
const statementTimeoutMs = 120_000;

type Stop = { asked: boolean; whenAsked: Promise<void> };

function stopWhenAsked(): Stop {
  const stop: Stop = { asked: false, whenAsked: Promise.resolve() };
  stop.whenAsked = new Promise((resolve) => {
    const ask = () => {
      stop.asked = true;
      resolve();
      setTimeout(() => process.exit(1), patienceMs).unref();
    };
    process.once("SIGINT", ask);
    process.once("SIGTERM", ask);
    // The parent is gone, however it went: nobody is left to stop us.
    process.once("disconnect", ask);
  });
  return stop;
}

async function main(): Promise<void> {
  const stop = stopWhenAsked();
  const { LOG_LEVEL, SMTP_URL, MAIL_FROM, COFFER_DEMO } = env();
  const queueUrl = required("DATABASE_URL_QUEUE");
  const log = makeLog(LOG_LEVEL);
  const mailer = makeMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM, mailbox: COFFER_DEMO });
  await useDatabase({ url: required("DATABASE_URL_WORKER"), connections: concurrency + 3, name: "coffer-worker", statementTimeoutMs });
  onFault((problem) => log.error(faultFacts(problem), "database fault"));

  // The queue notes how jobs ended in batches that nobody awaits: without a database such a note fails, and must end this life, not the process.
  let broke: (reason: Error) => void = () => undefined;
  process.on("unhandledRejection", (reason) => broke(reason instanceof Error ? reason : new Error(String(reason))));

  // A database that is away comes back; each life begins under a new name, because others may have taken over the old one's jobs.
  for (let pauseMs = 250; !stop.asked; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    try {
      const worker = await startWorker({ queueUrl, log, mailer, sandbox: COFFER_DEMO, concurrency });
      log.info({ concurrency, mail: mailer.keeps ? "mailbox" : "smtp" }, "worker ready");
      process.send?.({ ready: true });
      pauseMs = 250;
      const broken = new Promise<Error>((resolve) => {
        broke = resolve;
      });
      const reason = await Promise.race([worker.lost, broken, stop.whenAsked]);
      if (reason && !stop.asked) log.error({ error: reason.message }, "lost the queue, beginning anew");
      await worker.stop();
    } catch (error) {
      log.error({ error: (error as Error).message }, "cannot work, trying again");
    }
    if (!stop.asked) await Promise.race([sleep(pauseMs), stop.whenAsked]);
  }
  await closeDatabase();
  log.info("worker stopped");
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`worker: ${error instanceof EnvironmentError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
