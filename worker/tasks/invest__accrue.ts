import type { Logger } from "pino";

import { workerAccrualBegin, workerAccrualChunk } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** More lanes than this wait for each other's disk rather than help. */
const mostLanes = 4;

/** Writes chunks until all are written or claimed by others, or until told to stop. Answers how many. */
async function drain(asOf: string, timezone: string, lane: number, log: Logger, stopping: () => boolean): Promise<number> {
  let [chunks, rows, posted, matured, parked] = [0, 0, 0, 0, 0];
  while (!stopping()) {
    const chunk = await workerAccrualChunk(asOf, timezone);
    if (!chunk.claimed) break;
    chunks += 1;
    rows += chunk.rows;
    posted += chunk.posted;
    matured += chunk.matured;
    parked += chunk.parked;
  }
  if (rows > 0 || matured > 0) log.info({ as_of: asOf, lane, rows, posted, matured }, "accrued");
  if (parked > 0) log.error({ alarm: "parked_investments", as_of: asOf, parked }, "investments were parked: their accrual failed");
  return chunks;
}

/**
 * Accrues a business date chunk by chunk, after any older date that was left unfinished. Big dates call in helpers, which any
 * worker process may take. A chunk that somebody else is still writing is theirs: the schedule looks again until the date is done.
 */
export const investAccrue: TaskHandler<"invest__accrue"> = async ({ as_of, timezone, lane }, { log, call, stopping }) => {
  for (;;) {
    const begun = await workerAccrualBegin(as_of, timezone);
    if (begun.state === "finished") return;
    if (lane === undefined) {
      for (let helper = 2; helper <= Math.min(begun.chunks, mostLanes); helper += 1) {
        await call("invest__accrue", { as_of: begun.as_of, timezone, lane: helper }, `invest__accrue:${timezone}:${begun.as_of}:${helper}`);
      }
    }
    const chunks = await drain(begun.as_of, timezone, lane ?? 1, log, stopping);
    if (stopping()) return false;
    if (begun.as_of === as_of || chunks === 0) return;
  }
};
