import { createHash, randomUUID } from "node:crypto";

import { workerExportBegin, workerExportFinish, workerExportRows, type ExportBegun } from "~/db/report.server";
import { fileStore } from "~/files/file-store.server";
import { createI18n } from "~/i18n/i18n.server";
import { isLanguage } from "~/i18n/languages";
import { reportFile, type ReportFile, type ReportPart } from "~/reports/file.server";
import { isReportName } from "~/reports/reports";

import type { TaskHandler } from "../task";

const rowsAtOnce = 1_000;

/** What is being made, or null when there is nothing to do. */
function fileOf({ go, report, format, from, until, by, currency, company, at }: ExportBegun): ReportFile | null {
  if (!go || !report || !isReportName(report) || !format || !from || !until || !by || !currency || !at) return null;
  return { name: report, format, from, until, by, currency, company, madeAt: at };
}

/**
 * Makes a file of a report. Its bytes lie under an id that the database knows before they are written, so that an attempt that was cut off
 * leaves nothing behind: the next one removes it first. All rows are of the moment at which the first attempt began.
 */
export const officeExport: TaskHandler<"office__export"> = async ({ export: asked }, { log, alone, stopping }) => {
  let stopped = false;
  await alone(`export:${asked}`, async () => {
    const id = randomUUID();
    const begun = await workerExportBegin(asked, id);
    if (begun.abandoned) await fileStore().remove(begun.abandoned);
    const file = fileOf(begun);
    if (file === null) return;

    async function* parts(): AsyncGenerator<ReportPart, boolean> {
      let cursor: string | null = null;
      let done = 0;
      do {
        stopped = stopping();
        if (stopped) return false;
        const page = await workerExportRows(asked, id, done, cursor, rowsAtOnce);
        if (!page.current) return false;
        done += page.rows.length;
        cursor = page.next;
        yield { rows: page.rows, totals: page.totals };
      } while (cursor !== null);
      return true;
    }

    const made = await reportFile(createI18n(isLanguage(begun.language) ? begun.language : "en"), file, parts());
    if (made === null) return;
    await fileStore().put(id, made.bytes);
    const kept = await workerExportFinish(asked, id, made.rows, made.bytes.byteLength, createHash("sha256").update(made.bytes).digest("hex"));
    if (!kept) await fileStore().remove(id);
    log.info({ export: asked, rows: made.rows, kept }, "report written");
  });
  return stopped ? false : undefined;
};
