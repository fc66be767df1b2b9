import type { TaskHandler } from "../task";

/** A person has looked at a job that failed and wants it tried again. */
export const outboxRetry: TaskHandler<"outbox__retry"> = async ({ job }, { log, retry }) => {
  await retry(job);
  log.info({ retried: job }, "a failed job begins afresh");
};
