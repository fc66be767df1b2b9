import { workerSeal, workerSnapshots } from "~/db/worker.server";

import { sealUntilDone } from "../seal-file";
import type { TaskHandler } from "../task";

/** Keeps balances at a date quick to read. Snapshots count what the seals have closed, so sealing comes first. */
export const ledgerSnapshot: TaskHandler<"ledger__snapshot"> = async (_, tools) => {
  if (!(await sealUntilDone(workerSeal, "journals", tools))) return false;
  const accounts = await workerSnapshots();
  if (accounts > 0) tools.log.info({ accounts }, "snapshots taken");
};
