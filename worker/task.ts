import type { Logger } from "pino";

import type { Payload, TaskName } from "./catalog";
import type { Mailer } from "./mailer";

/** What a task is given beside its payload. */
export type TaskTools = {
  log: Logger;
  mailer: Mailer;
  /** the file of roots outside the database */
  sealsFile: string;
  /** calls in another job; the same key while one is waiting or running is the same job */
  call: <Name extends TaskName>(task: Name, payload: Payload<Name>, key: string) => Promise<void>;
  /** starts a job that failed afresh, as if it had never been tried; one that runs or is gone is left alone */
  retry: (job: string) => Promise<void>;
  /** does the work unless another worker is at it, and answers whether; the lock goes with the connection, however the process ends */
  alone: (what: string, work: () => Promise<void>) => Promise<boolean>;
  /** set when the process is told to stop: a long loop ends after its present step and is resumed later */
  stopping: () => boolean;
};

/**
 * A job. Must be harmless to run twice and to be killed anywhere, and returns quietly when there is nothing left to do.
 * `false` means: stopped before the end, run it again.
 */
export type TaskHandler<Name extends TaskName> = (payload: Payload<Name>, tools: TaskTools) => Promise<void | false>;
