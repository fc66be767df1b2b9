import { workerHoldsExpire } from "~/db/worker.server";

import type { TaskHandler } from "../task";

export const ledgerExpireHolds: TaskHandler<"ledger__expire_holds"> = async (_, { log }) => {
  const ended = await workerHoldsExpire();
  if (ended > 0) log.info({ ended }, "holds expired");
};
