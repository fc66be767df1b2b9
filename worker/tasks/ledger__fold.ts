import { workerFold } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Keeps the reading of operator accounts short: entries become part of the checkpoint. */
export const ledgerFold: TaskHandler<"ledger__fold"> = async () => {
  await workerFold();
};
