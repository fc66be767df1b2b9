/** A worker inside the test's own process, for what does not depend on being killed. */
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { pino } from "pino";

import { closeDatabase, onFault, useDatabase } from "~/db/db.server";

import type { TestDatabase } from "../../../sql/tests/support/database.ts";
import { makeMailer } from "../../mailer";
import { startWorker } from "../../run";
import { sessionSecrets } from "./worker-process";

process.env.SESSION_SECRETS ??= sessionSecrets;

export type WorkerInside = { stop: () => Promise<void> };

/** Without a mail server the mails go to the development mailbox. */
export async function startWorkerInside(database: TestDatabase, smtpUrl: string | undefined): Promise<WorkerInside> {
  await useDatabase({ url: database.url("coffer_worker"), connections: 6, name: "coffer-worker" });
  onFault(() => undefined);
  const sealsFile = path.join(tmpdir(), `${database.name}-seals.log`);
  const worker = await startWorker({
    queueUrl: database.url("coffer_queue"),
    log: pino({ level: "silent" }),
    mailer: makeMailer({ smtpUrl, from: "Coffer <no-reply@coffer.test>", mailbox: smtpUrl === undefined, timeoutMs: 600 }),
    sealsFile,
    sandbox: true,
    concurrency: 4,
  });
  return {
    stop: async () => {
      await worker.stop();
      await closeDatabase();
      rmSync(sealsFile, { force: true });
    },
  };
}
