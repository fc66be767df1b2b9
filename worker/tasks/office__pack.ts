import { randomUUID } from "node:crypto";

import { workerPackBegin, workerPackProgress, workerPackRead } from "~/db/pack.server";
import { workerExportFinish } from "~/db/report.server";
import { fileStore } from "~/files/file-store.server";
import { withFolder } from "~/files/whole-file.server";
import { archiveParts, writeParts } from "~/reports/pack.server";

import type { TaskHandler } from "../task";

/**
 * Makes a pack for outside auditors. All of it is read in one transaction, so an attempt that was cut off is begun anew and is of a later moment. As with
 * files of reports, the database knows where the bytes will lie before they are written.
 */
export const officePack: TaskHandler<"office__pack"> = async ({ export: asked }, { log, alone, stopping }) => {
  let stopped = false;
  await alone(`export:${asked}`, async () => {
    const id = randomUUID();
    const { go, abandoned } = await workerPackBegin(asked, id);
    if (abandoned) await fileStore().remove(abandoned);
    if (!go) return;
    const goOn = async (done: number): Promise<boolean> => {
      stopped = stopping();
      return !stopped && (await workerPackProgress(asked, id, done));
    };
    await withFolder("pack", async (folder) => {
      // The transaction ends before the archive is made and sent away: its connection would be cut for doing nothing.
      const parts = await workerPackRead(asked, (plan, rows) => writeParts(folder, plan, rows, goOn));
      if (parts === null) return;
      const { file, bytes, sha256, rows } = await archiveParts(folder, parts);
      await fileStore().putFile(id, file);
      const kept = await workerExportFinish(asked, id, rows, bytes, sha256);
      if (!kept) await fileStore().remove(id);
      log.info({ export: asked, bytes, kept }, "pack for auditors written");
    });
  });
  return stopped ? false : undefined;
};
