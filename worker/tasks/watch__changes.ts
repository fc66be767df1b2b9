import { workerWatchChanges } from "~/db/worker.server";

import type { TaskHandler } from "../task";
import { tellWatched } from "../watched";

/** Each minute: does what changed in the books hold together? */
export const watchChanges: TaskHandler<"watch__changes"> = async (_, { log }) => {
  tellWatched(log, "changes", await workerWatchChanges());
};
