import { workerAccrualBegin, workerAccrualChunk } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** More lanes than this wait for each other's disk rather than help. */
const mostLanes = 4;

/** Accrues a business date chunk by chunk. Big dates call in helpers, which any worker process may take. */
export const investAccrue: TaskHandler<"invest__accrue"> = async ({ as_of, lane }, { log, call, stopping }) => {
  const begun = await workerAccrualBegin(as_of);
  if (begun.state === "finished") return;
  if (lane === undefined) {
    for (let helper = 2; helper <= Math.min(begun.chunks, mostLanes); helper += 1) {
      await call("invest__accrue", { as_of, lane: helper }, `invest__accrue:${as_of}:${helper}`);
    }
  }
  let [rows, posted, matured] = [0, 0, 0];
  for (;;) {
    if (stopping()) return false;
    const chunk = await workerAccrualChunk(as_of);
    if (!chunk.claimed) break;
    rows += chunk.rows;
    posted += chunk.posted;
    matured += chunk.matured;
  }
  if (rows > 0 || matured > 0) log.info({ as_of, lane: lane ?? 1, rows, posted, matured }, "accrued");
};
