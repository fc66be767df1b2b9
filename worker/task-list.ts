import type { Task, TaskList } from "graphile-worker";
import type { Logger } from "pino";
import type { z } from "zod";

import { catalog, type TaskName } from "./catalog";
import type { Mailer } from "./mailer";
import { addJobs, holdAlone, retryJob } from "./queue-sql";
import type { TaskHandler, TaskTools } from "./task";
import { approvalExpire } from "./tasks/approval__expire";
import { complianceAnonymise } from "./tasks/compliance__anonymise";
import { complianceExpire } from "./tasks/compliance__expire";
import { evCooling } from "./tasks/ev__cooling";
import { evRemind } from "./tasks/ev__remind";
import { identityPrune } from "./tasks/identity__prune";
import { investAccrue } from "./tasks/invest__accrue";
import { investRenew } from "./tasks/invest__renew";
import { ledgerExpireHolds } from "./tasks/ledger__expire_holds";
import { ledgerFold } from "./tasks/ledger__fold";
import { outboxRetry } from "./tasks/outbox__retry";
import { auditSeal } from "./tasks/audit__seal";
import { ledgerSeal } from "./tasks/ledger__seal";
import { ledgerSnapshot } from "./tasks/ledger__snapshot";
import { mailSend } from "./tasks/mail__send";
import { messagingAnnounce } from "./tasks/messaging__announce";
import { messagingEscalate } from "./tasks/messaging__escalate";
import { networkDisclose } from "./tasks/network__disclose";
import { networkEmi } from "./tasks/network__emi";
import { networkMatch } from "./tasks/network__match";
import { networkWhatIf } from "./tasks/network__what_if";
import { officeExport } from "./tasks/office__export";
import { officeImport } from "./tasks/office__import";
import { officeOwn } from "./tasks/office__own";
import { officePack } from "./tasks/office__pack";
import { officeSweep } from "./tasks/office__sweep";
import { treasurySettle } from "./tasks/treasury__settle";
import { treasuryTellWaiting } from "./tasks/treasury__tell_waiting";
import { watchChanges } from "./tasks/watch__changes";
import { watchEverything } from "./tasks/watch__everything";

const handlers: { [Name in TaskName]: TaskHandler<Name> } = {
  mail__send: mailSend,
  invest__accrue: investAccrue,
  invest__renew: investRenew,
  treasury__settle: treasurySettle,
  treasury__tell_waiting: treasuryTellWaiting,
  network__match: networkMatch,
  network__what_if: networkWhatIf,
  network__disclose: networkDisclose,
  network__emi: networkEmi,
  ledger__fold: ledgerFold,
  ledger__expire_holds: ledgerExpireHolds,
  audit__seal: auditSeal,
  outbox__retry: outboxRetry,
  ledger__seal: ledgerSeal,
  ledger__snapshot: ledgerSnapshot,
  approval__expire: approvalExpire,
  identity__prune: identityPrune,
  compliance__expire: complianceExpire,
  compliance__anonymise: complianceAnonymise,
  ev__cooling: evCooling,
  ev__remind: evRemind,
  messaging__announce: messagingAnnounce,
  messaging__escalate: messagingEscalate,
  office__export: officeExport,
  office__import: officeImport,
  office__own: officeOwn,
  office__pack: officePack,
  office__sweep: officeSweep,
  watch__changes: watchChanges,
  watch__everything: watchEverything,
};

export type Surroundings = { log: Logger; mailer: Mailer; sealsFile: string; stopping: () => boolean };

function queueTask(name: TaskName, { log, mailer, sealsFile, stopping }: Surroundings): Task {
  // Schema and handler of one name belong together, which a loop over the names cannot express.
  const schema: z.ZodType = catalog[name];
  const handler = handlers[name] as TaskHandler<TaskName>;
  return async (payload, { job, withPgClient }) => {
    const tools: TaskTools = {
      log: log.child({ task: name, job: job.id }),
      mailer,
      sealsFile,
      stopping,
      alone: (what, work) => withPgClient((client) => holdAlone(client, what, work)),
      call: (task, called, key) => withPgClient((client) => addJobs(client, [{ task, payload: called, key }])),
      retry: (failed) => withPgClient((client) => retryJob(client, failed)),
    };
    const finished = await handler(schema.parse(payload) as Parameters<typeof handler>[0], tools);
    // Failing is how a job asks the queue to be run again.
    if (finished === false) throw new Error("stopped before the end");
  };
}

export function taskList(surroundings: Surroundings): TaskList {
  return Object.fromEntries((Object.keys(handlers) as TaskName[]).map((name) => [name, queueTask(name, surroundings)]));
}
