import { workerAnnounce } from "~/db/worker.server";

import type { TaskHandler } from "../task";

/** Announcements that have begun are told to the members they are for, by a notice each. */
export const messagingAnnounce: TaskHandler<"messaging__announce"> = async (_, { log, stopping }) => {
  for (;;) {
    if (stopping()) return false;
    const { told, more } = await workerAnnounce();
    if (!more) return;
    log.info({ told }, "members were told of an announcement");
  }
};
