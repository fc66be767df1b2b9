import { workerRenew } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Invests the principal of matured contracts again where that was chosen, one contract a call, until none is left that nobody else has in hand. */
export const investRenew: TaskHandler<"invest__renew"> = async (_, { log, stopping }) => {
  let [renewed, returned] = [0, 0];
  for (;;) {
    if (stopping()) return false;
    const { outcome, failed } = await workerRenew();
    if (outcome === "none") break;
    if (outcome === "renewed") renewed += 1;
    else returned += 1;
    if (failed) log.error({ alarm: "failed_renewal" }, "a renewal failed: its principal is free in the wallet");
  }
  if (renewed + returned > 0) log.info({ renewed, returned }, "renewals carried out");
};
