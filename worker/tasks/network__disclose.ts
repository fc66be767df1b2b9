import { workerDisclose } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** After the first of a month: what people in the network earned in the twelve months before. */
export const networkDisclose: TaskHandler<"network__disclose"> = async (_, { log }) => {
  const written = await workerDisclose();
  if (written > 0) log.info({ written }, "disclosed");
};
