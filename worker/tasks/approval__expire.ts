import { workerRequestsExpire } from "~/db/worker.server";

import type { TaskHandler } from "../task";

export const approvalExpire: TaskHandler<"approval__expire"> = async (_, { log }) => {
  const ended = await workerRequestsExpire();
  if (ended > 0) log.info({ ended }, "requests expired");
};
