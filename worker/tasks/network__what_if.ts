import { workerWhatIf } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Some seconds each, so that the page that waits sees it move and a stop is not waited for long. */
const countsPerCall = 20_000;

/** Replays real history under drafts of the compensation plan, until none waits. A step that was cut off is made again. */
export const networkWhatIf: TaskHandler<"network__what_if"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const step = await workerWhatIf(countsPerCall);
    if (!step.more) return undefined;
    log.info({ whatIf: step.what_if, done: step.done, counts: step.counts }, "replayed");
  }
};
