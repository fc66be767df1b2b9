import { workerGrievancesEscalate } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Grievances whose clock has run out are told to the officer, once per deadline. */
export const messagingEscalate: TaskHandler<"messaging__escalate"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const told = await workerGrievancesEscalate();
    if (told === 0) return;
    log.warn({ told }, "grievances are over a deadline");
  }
};
