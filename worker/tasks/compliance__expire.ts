import { workerKycExpire, workerKycRemind } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Identity checks end with the last day of a document, and members are told in time. */
export const complianceExpire: TaskHandler<"compliance__expire"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const ended = await workerKycExpire();
    const told = await workerKycRemind();
    if (ended + told === 0) return;
    log.info({ ended, told }, "identity checks expired, members told of those that end soon");
  }
};
