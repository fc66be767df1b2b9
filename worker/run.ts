/** One life of a worker: from taking its lock until it is stopped or loses the database. */
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import type { Logger } from "pino";

import { workerHeartbeat } from "~/db/worker.server";

import type { Mailer } from "./mailer";
import { openPresence, startReaper } from "./presence";
import { closeQueuePool, openQueuePool, runQueue } from "./queue";
import { repeat } from "./repeat";
import { startSchedule, startWaker } from "./waker";

export type WorkerSettings = {
  /** connection of the role that owns the queue's schema */
  queueUrl: string;
  log: Logger;
  mailer: Mailer;
  /** the business clock can jump */
  sandbox: boolean;
  /** jobs at a time */
  concurrency: number;
};

export type RunningWorker = {
  /** settles when it can no longer work, with the reason; others may take over its jobs from then on */
  lost: Promise<Error>;
  /** takes no more jobs and settles when the present ones are done, or when they have had their time */
  stop: () => Promise<void>;
};

const heartbeatMs = 10_000;
/** Longer than a mail server may be silent: what is still not done then is stuck, and is left to whoever takes over. */
const patienceMs = 25_000;

/** Desk calls go through the bridge, which must have been told of the worker's database. */
export async function startWorker({ queueUrl, log, mailer, sandbox, concurrency }: WorkerSettings): Promise<RunningWorker> {
  let stopping = false;
  const presence = await openPresence(queueUrl);
  // One connection more for LISTEN, and a few for the waker, the schedule and the reaper.
  const pool = openQueuePool(queueUrl, concurrency + 4, log);
  const release = async () => {
    await presence.end();
    await closeQueuePool(pool);
  };
  try {
    const runner = await runQueue({ pool, concurrency, presence, surroundings: { log, mailer, stopping: () => stopping } });
    const loops = [
      startReaper(pool, log),
      startWaker({ queue: pool, log, sandbox }),
      startSchedule(pool, log),
      repeat(heartbeatMs, () => workerHeartbeat(hostname()).catch(() => undefined)),
    ];
    const ended = runner.promise.then(
      () => new Error("the queue stopped"),
      (error: Error) => error,
    );
    return {
      lost: Promise.race([presence.lost, ended]),
      stop: async () => {
        stopping = true;
        await Promise.all(loops.map((loop) => loop.stop()));
        const late = new AbortController();
        await Promise.race([runner.stop().catch(() => undefined), sleep(patienceMs, undefined, { signal: late.signal }).catch(() => undefined)]);
        late.abort();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
