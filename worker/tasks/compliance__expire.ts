import { workerKycExpire } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Identity checks end with the last day of a document. */
export const complianceExpire: TaskHandler<"compliance__expire"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const ended = await workerKycExpire();
    if (ended === 0) return;
    log.info({ ended }, "identity checks expired");
  }
};
