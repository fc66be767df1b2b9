import { workerSeal, workerSealsAfter } from "~/db/worker.server";

import { keepRoots, sealUntilDone } from "../seal-file";
import type { TaskHandler } from "../task";

/** Seals finished journals, then keeps the roots in the file outside the database. */
export const ledgerSeal: TaskHandler<"ledger__seal"> = async (_, tools) => {
  if (!(await sealUntilDone(workerSeal, "journals", tools))) return false;
  await keepRoots(tools.sealsFile, workerSealsAfter, tools);
};
