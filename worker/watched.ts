import type { Logger } from "pino";

import type { Watched } from "~/db/worker.server";

/** A fault in the books is an alarm in the log too, for as long as it is there; what was found stands in the database. */
export function tellWatched(log: Logger, looked: string, watched: Watched): void {
  if (watched.skipped || watched.faults === 0) return;
  log.error({ alarm: "books", looked, ...watched }, "the books contradict themselves: payouts wait for a person");
}
