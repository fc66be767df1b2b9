import * as build from "@remix-run/dev/server-build";

import { faultFacts, onFault } from "~/db/db.server";
import { createApp } from "~/http/app.server";
import { env } from "~/http/env.server";
import { log } from "~/http/log.server";
import { shutdownWith } from "~/http/shutdown.server";

onFault((problem) => log.error(faultFacts(problem), "database fault"));

const { PORT, HOST } = env();

const server = createApp(build).listen(PORT, HOST, () => {
  log.info({ host: HOST, port: PORT }, "listening");
  // The supervisor waits for this word.
  process.send?.({ listening: PORT });
});

// A client that sends its headers or body a byte at a time holds a connection, not the server.
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
server.keepAliveTimeout = 65_000;

server.on("error", (error: NodeJS.ErrnoException) => {
  log.fatal({ err: error }, error.code === "EADDRINUSE" ? `port ${PORT} is taken` : "the server could not start");
  process.exit(error.code === "EADDRINUSE" ? 98 : 1);
});

shutdownWith(server);
