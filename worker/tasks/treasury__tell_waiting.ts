import { workerWaitingMails } from "~/db/worker.server";

import type { TaskHandler } from "../task";

const mailsPerCall = 500;

/** Tells members what waits for funding. Not at once, so that what is paid a moment later worries nobody. */
export const treasuryTellWaiting: TaskHandler<"treasury__tell_waiting"> = async (_, { stopping }) => {
  while ((await workerWaitingMails(mailsPerCall)) > 0) if (stopping()) return false;
};
