import type { Server } from "node:http";

import { closeDatabase } from "~/db/db.server";
import { log } from "./log.server";

const patience = 10_000;

/** Stops taking requests, lets those under way finish, then closes the database. Also when the supervisor is gone. */
export function shutdownWith(server: Server): void {
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, "stopping");
    setTimeout(() => process.exit(1), patience).unref();
    server.close(() => {
      void closeDatabase().finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  // The channel closes when the parent dies, even by kill -9.
  if (process.channel) process.on("disconnect", () => stop("supervisor gone"));
}
