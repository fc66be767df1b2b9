import { workerExportRemoved, workerExportsDue } from "~/db/report.server";
import { fileStore } from "~/files/file-store.server";

import type { TaskHandler } from "../task";

/** Removes files of reports whose time is over: the bytes first, because the row says where they lie. */
export const officeSweep: TaskHandler<"office__sweep"> = async (_, { log, stopping }) => {
  for (;;) {
    const due = await workerExportsDue();
    if (due.length === 0) return;
    for (const { export: asked, file } of due) {
      if (stopping()) return false;
      await fileStore().remove(file);
      await workerExportRemoved(asked);
    }
    log.info({ files: due.length }, "files of reports removed");
  }
};
