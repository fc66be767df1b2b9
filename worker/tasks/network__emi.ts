import { workerEmiPlace } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** EMI money of pairs that were just paid, or set free, goes on into the member's oldest open booking. */
export const networkEmi: TaskHandler<"network__emi"> = async ({ member }, { log }) => {
  const placed = await workerEmiPlace(member);
  if (placed > 0) log.info({ placed }, "emi placed");
};
