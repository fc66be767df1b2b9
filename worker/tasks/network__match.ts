import { workerNetworkMatch } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Short enough that nobody waits long for the matcher. */
const countsPerCall = 500;

/** Opens months that have begun, applies what counts and makes the pairs that follow, until nothing is left. */
export const networkMatch: TaskHandler<"network__match"> = async (_, { log, stopping }) => {
  let applied = 0;
  let paired = 0;
  for (;;) {
    if (stopping()) return false;
    const step = await workerNetworkMatch(countsPerCall);
    applied += step.applied;
    paired += step.paired;
    if (!step.more) break;
  }
  if (applied + paired > 0) log.info({ applied, paired }, "matched");
};
