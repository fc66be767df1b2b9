import { workerSettle } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Short enough that a treasury is never locked for long. */
const itemsPerCall = 500;

/** Pays what waits for funding until nothing more can be paid. */
export const treasurySettle: TaskHandler<"treasury__settle"> = async ({ treasury }, { log, stopping }) => {
  let total = 0;
  for (;;) {
    if (stopping()) return false;
    const { posted } = await workerSettle(treasury ?? null, itemsPerCall);
    if (posted === 0) break;
    total += posted;
  }
  if (total > 0) log.info({ posted: total }, "settled");
};
