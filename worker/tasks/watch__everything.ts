import { watchedDomains, workerWatchEverything } from "~/db/worker.server";

import type { TaskHandler } from "../task";
import { tellWatched } from "../watched";

/** Each night, and whenever a person has cleared a finding: do all of the books hold together? A call for each domain. */
export const watchEverything: TaskHandler<"watch__everything"> = async (_, { log, stopping }) => {
  for (const domain of watchedDomains) {
    if (stopping()) return false;
    tellWatched(log, domain, await workerWatchEverything(domain));
  }
  return undefined;
};
