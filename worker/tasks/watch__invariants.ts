import { workerInvariants } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Asks the books whether they still hold together. Each violation is an alarm of its own in the log. */
export const watchInvariants: TaskHandler<"watch__invariants"> = async (_, { log }) => {
  for (const violation of await workerInvariants()) log.error({ alarm: "invariant", violation }, "the books contradict themselves");
};
