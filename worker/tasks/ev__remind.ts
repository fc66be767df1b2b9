import { workerEvRemind } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Members hear of an instalment before it falls due, and again when it is late. */
export const evRemind: TaskHandler<"ev__remind"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const told = await workerEvRemind();
    if (told === 0) return;
    log.info({ told }, "members told of instalments");
  }
};
