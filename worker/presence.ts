/**
 * How workers notice that another one has died. Each process holds an advisory lock on a connection of its own; the lock goes
 * with the connection, whatever ended the process. Jobs held by a worker without its lock are given back to the queue.
 */
import type { Logger } from "pino";
import pg from "pg";

import { holdPresence, releaseJobsOfTheDead } from "./queue-sql";
import { repeat } from "./repeat";

const reapEveryMs = 10_000;

/** A machine that loses power says no goodbye: the server asks, and gives the connection up after about 25 seconds. */
const serverNoticesSilence = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

export type Presence = {
  /** takes the lock of this name; the process works under it until the presence ends */
  hold: (worker: string) => Promise<void>;
  /** settles when the connection is gone, from then on others may take our jobs */
  lost: Promise<Error>;
  end: () => Promise<void>;
};

export async function openPresence(url: string): Promise<Presence> {
  const connection = new pg.Client({
    connectionString: url,
    application_name: "coffer-worker-presence",
    options: serverNoticesSilence,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  let ended = false;
  const lost = new Promise<Error>((resolve) => {
    connection.on("error", resolve);
    connection.on("end", () => resolve(new Error("the presence connection ended")));
  });
  await connection.connect();
  // Our own side of a broken line: without a question nobody would ever see that no answer comes.
  const pulse = repeat(5_000, async () => {
    await connection.query("select 1").catch((error: Error) => {
      connection.emit("error", error);
    });
  });
  return {
    lost,
    hold: (worker) => holdPresence(connection, worker),
    end: async () => {
      if (ended) return;
      ended = true;
      await pulse.stop();
      await connection.end().catch(() => undefined);
    },
  };
}

/** Looks for the dead at once, since we may have come because somebody died, and then every ten seconds. */
export function startReaper(queue: pg.Pool, log: Logger, everyMs = reapEveryMs): { stop: () => Promise<void> } {
  return repeat(everyMs, async () => {
    try {
      const dead = await releaseJobsOfTheDead(queue);
      if (dead.length > 0) log.warn({ dead }, "took over the jobs of dead workers");
    } catch (error) {
      log.error({ error: (error as Error).message }, "cannot look for dead workers");
    }
  });
}
