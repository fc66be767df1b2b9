import { readFileSync } from "node:fs";

import { run, type Runner } from "graphile-worker";
import type { Logger } from "pino";
import pg from "pg";

import { queueLogger } from "./log";
import type { Presence } from "./presence";
import { taskList, type Surroundings } from "./task-list";

/** The queue's pool. A connection that breaks must not end the process: whoever asks next gets the error. */
export function openQueuePool(url: string, connections: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: "coffer-worker-queue", connectionTimeoutMillis: 5_000, keepAlive: true });
  const broke = (error: Error) => log.warn({ error: error.message }, "a queue connection broke");
  pool.on("error", broke);
  pool.on("connect", (client) => {
    client.on("error", broke);
  });
  return pool;
}

/**
 * Ends the pool of a life that is over. The queue may still be repeating, from before the database went away, what it wanted to note about
 * this life's jobs; others have them by now. It gets no connection and no answer: a refusal, which nobody awaits, would end the process.
 */
export async function closeQueuePool(pool: pg.Pool): Promise<void> {
  pool.connect = () => new Promise<never>(() => undefined);
  await pool.end().catch(() => undefined);
}

type RunnerSettings = { pool: pg.Pool; concurrency: number; presence: Presence; surroundings: Surroundings };

/** Begins to take jobs, under a name whose lock is held before the first one is taken. */
export async function runQueue({ pool, concurrency, presence, surroundings }: RunnerSettings): Promise<Runner> {
  const held = new Map<string, Promise<void>>();
  const present: GraphileConfig.Plugin = {
    name: "CofferPresencePlugin",
    version: "1.0.0",
    worker: {
      hooks: {
        startWorker: async (_, { worker }) => {
          const name = worker.workerPool.id;
          const holding = held.get(name) ?? presence.hold(name);
          held.set(name, holding);
          await holding;
        },
      },
    },
  };
  return run({
    pgPool: pool,
    taskList: taskList(surroundings),
    crontab: readFileSync(new URL("./crontab", import.meta.url), "utf8"),
    noHandleSignals: true,
    logger: queueLogger(surroundings.log),
    preset: { plugins: [present], worker: { concurrentJobs: concurrency, pollInterval: 1_000, gracefulShutdownAbortTimeout: 5_000 } },
  });
}
