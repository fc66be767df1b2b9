import type { RequestHandler } from "express";

import { publicReady } from "~/db/public.server";

/** Alive: the process answers. Nothing else is asked, so a slow database never gets the web restarted. */
export const healthz: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-store");
  response.json({ alive: true });
};

/** Ready to serve: the database answers and is migrated to this release. */
export const readyz: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-store");
  publicReady().then(
    (answer) => response.status(answer.ready ? 200 : 503).json(answer),
    () => response.status(503).setHeader("Retry-After", "2").json({ ready: false }),
  );
};
