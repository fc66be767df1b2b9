import { workerAnonymise, workerClosedDue } from "~/db/worker.server";
import { fileStore } from "~/files/file-store.server";

import type { TaskHandler } from "../task";

/** Takes what is personal out of accounts closed long ago: the files first, because the rows say which they are. */
export const complianceAnonymise: TaskHandler<"compliance__anonymise"> = async (_, { log, stopping }) => {
  for (;;) {
    const due = await workerClosedDue();
    if (due.length === 0) return;
    for (const { member, files } of due) {
      if (stopping()) return false;
      for (const file of files) await fileStore().remove(file);
      await workerAnonymise(member);
    }
    log.info({ members: due.length }, "closed accounts anonymised");
  }
};
