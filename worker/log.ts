import { Logger as QueueLogger } from "graphile-worker";
import { pino, type Logger } from "pino";

export function makeLog(level: string): Logger {
  return pino({ level, base: { process: "worker", pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** The queue's own lines in our log, without their metadata: it holds payloads and whole clients. */
export function queueLogger(log: Logger): QueueLogger {
  const child = log.child({ part: "queue" });
  return new QueueLogger(() => (level, message) => {
    if (level === "error") child.error(message);
    else if (level === "warning") child.warn(message);
    // A line per finished job belongs to debugging; what a job has to tell it tells itself.
    else child.debug(message);
  });
}
