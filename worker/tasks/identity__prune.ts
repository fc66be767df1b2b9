import { workerSessionsPrune } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Removes ended sessions, used challenges and old rate counters. */
export const identityPrune: TaskHandler<"identity__prune"> = async (_, { log }) => {
  const ended = await workerSessionsPrune();
  if (ended > 0) log.info({ ended }, "sessions pruned");
};
