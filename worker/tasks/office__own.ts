import { randomUUID } from "node:crypto";

import { Overtaken, workerOwnBegin, workerOwnReads, type OwnBegun } from "~/db/own-export.server";
import { workerExportFinish } from "~/db/report.server";
import { fileStore } from "~/files/file-store.server";
import { withFolder, writeWhole } from "~/files/whole-file.server";
import { createI18n } from "~/i18n/i18n.server";
import { isLanguage } from "~/i18n/languages";
import { memberData } from "~/member-data/export.server";
import { linesAtOnce, statementFile } from "~/member-statement/file.server";

import type { TaskHandler } from "../task";

type Reads = ReturnType<typeof workerOwnReads>;

/** The same text as the member who waits is given: it is made by the same code. */
async function partsOf({ report, format, language, from, until, wallet, currency }: OwnBegun, reads: Reads, told: (rows: number) => void) {
  if (report === "my_data") return memberData(reads, told);
  if (report !== "statement" || (format !== "csv" && format !== "json" && format !== "pdf")) throw new Error("an export of a kind that is not made");
  const page = (cursor: string | null) => reads.statement({ from, until, wallet, currency, cursor, limit: String(linesAtOnce[format]) });
  return statementFile(createI18n(isLanguage(language ?? "") ? (language as "en") : "en"), format, await page(null), page, told);
}

/**
 * Makes a long file about a member. As with files of reports, the database knows where the bytes will lie before they are written, so that an attempt
 * that was cut off leaves nothing behind. What is read is never in a log.
 */
export const officeOwn: TaskHandler<"office__own"> = async ({ export: asked }, { log, alone, stopping }) => {
  let stopped = false;
  await alone(`export:${asked}`, async () => {
    const id = randomUUID();
    const begun = await workerOwnBegin(asked, id);
    if (begun.abandoned) await fileStore().remove(begun.abandoned);
    if (!begun.go) return;
    let done = 0;
    const reads = workerOwnReads(asked, id, () => done);
    try {
      await withFolder("own-file", async (folder) => {
        const parts = await partsOf(begun, reads, (rows) => {
          done = rows;
          stopped = stopping();
          if (stopped) throw new Overtaken();
        });
        const { file, bytes, sha256 } = await writeWhole(folder, parts);
        await fileStore().putFile(id, file);
        const kept = await workerExportFinish(asked, id, done, bytes, sha256);
        if (!kept) await fileStore().remove(id);
        log.info({ export: asked, rows: done, kept }, "file of a member written");
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  });
  return stopped ? false : undefined;
};
