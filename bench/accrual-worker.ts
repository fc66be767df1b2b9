/**
 * A worker process that accrues the dates its parent names, through the task and the bridge of the real one. Answers each date with
 * the most memory the process has used so far, in bytes.
 */
import { closeDatabase, useDatabase } from "~/db/db.server";

import { makeLog } from "../worker/log";
import { makeMailer } from "../worker/mailer";
import type { TaskTools } from "../worker/task";
import { investAccrue } from "../worker/tasks/invest__accrue";

export type Order = { asOf: string; lane: number };
export type Answer = { ready: true } | { done: string; peak: number };

const url = process.argv[2];
if (url === undefined || process.send === undefined) throw new Error("started by the benchmark only");
const tell = (answer: Answer) => process.send?.(answer);

const log = makeLog("error");
// Accrual seals nothing, calls nobody in and shares no lock; helpers are the benchmark's other processes.
const unused = { sealsFile: "", call: async () => undefined, retry: async () => undefined, alone: async () => false } satisfies Partial<TaskTools>;
const mailer = makeMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "Coffer <bench@bench.test>", mailbox: false });
await useDatabase({ url, connections: 2, name: "bench-worker", statementTimeoutMs: 120_000 });

process.on("message", ({ asOf, lane }: Order) => {
  investAccrue({ as_of: asOf, timezone: "UTC", lane }, { ...unused, log, mailer, stopping: () => false })
    .then(() => tell({ done: asOf, peak: process.resourceUsage().maxRSS * 1024 }))
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
});
process.once("disconnect", () => void closeDatabase().finally(() => process.exit(0)));
tell({ ready: true });
