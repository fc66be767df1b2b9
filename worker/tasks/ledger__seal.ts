import { workerSeal, workerSealsAfter } from "~/db/worker.server";

import { appendRoots, RootsDiffer } from "../seal-file";
import type { TaskHandler, TaskTools } from "../task";

/** Seals finished journals until none are left; false when it was told to stop before. */
export async function sealAll({ log, stopping }: Pick<TaskTools, "log" | "stopping">): Promise<boolean> {
  let journals = 0;
  for (;;) {
    if (stopping()) return false;
    const sealed = await workerSeal();
    if (sealed === 0) break;
    journals += sealed;
  }
  if (journals > 0) log.info({ journals }, "sealed");
  return true;
}

/** Seals finished journals, then keeps the roots in the file outside the database. */
export const ledgerSeal: TaskHandler<"ledger__seal"> = async (_, tools) => {
  const { log, sealsFile, alone } = tools;
  if (!(await sealAll(tools))) return false;
  // Two that append at once would each write what the file lacked before the other did.
  await alone(`roots:${sealsFile}`, async () => {
    try {
      await appendRoots(sealsFile, workerSealsAfter);
    } catch (error) {
      if (error instanceof RootsDiffer) log.error({ alarm: "seals", ...error.facts, file: sealsFile }, "the database contradicts the file of roots");
      throw error;
    }
  });
};
