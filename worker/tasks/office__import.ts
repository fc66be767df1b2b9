import { workerImportBegin, workerImportCheck, workerImportPost } from "~/db/import.server";

import type { TaskHandler } from "../task";

/**
 * Checks a large import, step by step, or posts it, in one transaction. Cut off anywhere it is begun anew: a check from its first step, and of a posting nothing is there until all of it is. The lock is for two workers of
 * which one was believed dead: the second would only wait for the first, and then find nothing to do.
 */
export const officeImport: TaskHandler<"office__import"> = async ({ run }, { log, alone, stopping }) => {
  let stopped = false;
  const ours = await alone(`import:${run}`, async () => {
    const { go, kind, attempt, steps } = await workerImportBegin(run);
    if (!go || attempt === null || steps === null) return;
    if (kind === "post") {
      const state = await workerImportPost(run, attempt);
      log.info({ run, attempt, state }, "import posted");
      return;
    }
    for (let step = 1; step <= steps; step += 1) {
      stopped = stopping();
      if (stopped || !(await workerImportCheck(run, attempt, step))) return;
    }
    log.info({ run, attempt }, "import checked");
  });
  // Somebody else is at it; should they be cut off, the run is not forgotten.
  return stopped || !ours ? false : undefined;
};
