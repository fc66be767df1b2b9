import path from "node:path";

import { workerAuditSeal, workerAuditSealsAfter } from "~/db/worker.server";

import { keepRoots, sealUntilDone } from "../seal-file";
import type { TaskHandler } from "../task";

/** The file of the audit log's roots stands beside that of the ledger's. */
export const auditSealsFile = (sealsFile: string): string => path.join(path.dirname(sealsFile), `audit-${path.basename(sealsFile)}`);

/** Seals finished entries of the audit log, then keeps the roots in their file outside the database. */
export const auditSeal: TaskHandler<"audit__seal"> = async (_, tools) => {
  if (!(await sealUntilDone(workerAuditSeal, "entries", tools))) return false;
  await keepRoots(auditSealsFile(tools.sealsFile), workerAuditSealsAfter, tools);
};
