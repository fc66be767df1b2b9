import { workerCoolingEnds } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Units qualify and commissions are set free when the days in which a sale can be taken back are over. */
export const evCooling: TaskHandler<"ev__cooling"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const { qualified, released } = await workerCoolingEnds();
    if (qualified + released === 0) return;
    log.info({ qualified, released }, "cooling-off is over");
  }
};
