import { workerKycExpire, workerKycRemind, workerPapersRemind } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Identity checks end with the last day of a document, and members are told in time; so are those who keep the operator's documents. */
export const complianceExpire: TaskHandler<"compliance__expire"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const ended = await workerKycExpire();
    const told = await workerKycRemind();
    const papers = await workerPapersRemind();
    if (ended + told + papers === 0) return;
    log.info({ ended, told, papers }, "identity checks expired, members told of those that end soon, officers of documents");
  }
};
