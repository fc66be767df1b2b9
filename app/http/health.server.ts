import { existsSync, readdirSync } from "node:fs";

import type { RequestHandler } from "express";

import { publicReady } from "~/db/public.server";

/** Migrations this release was written for. A database that is ahead belongs to the next release and serves this one too. */
const needed = existsSync("sql/migrations") ? readdirSync("sql/migrations").filter((name) => name.endsWith(".sql")).length : 0;

/** Alive: the process answers. Nothing else is asked, so a slow database never gets the web restarted. */
export const healthz: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-store");
  response.json({ alive: true });
};

/** Ready to serve: the database answers and is migrated at least to this release. Names when a worker was last seen. */
export const readyz: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-store");
  publicReady().then(
    (answer) => {
      const ready = answer.ready && answer.migrations >= needed;
      response.status(ready ? 200 : 503).json({ ...answer, ready });
    },
    () => response.status(503).setHeader("Retry-After", "2").json({ ready: false }),
  );
};
