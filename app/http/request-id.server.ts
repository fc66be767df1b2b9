import { randomBytes } from "node:crypto";

import type { RequestHandler } from "express";

import { log } from "./log.server";

/** Names every request, in the log, in the answer and on error pages, and writes one line when it has been answered. */
export function requestLog(): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.locals.requestId = randomBytes(8).toString("hex");
    response.setHeader("x-request-id", response.locals.requestId as string);
    response.on("close", () => {
      const ms = Math.round(performance.now() - started);
      const level = response.statusCode >= 500 ? "error" : "info";
      log[level](
        // The path without its query: codes, cursors and referral names stay out of the log.
        { request_id: response.locals.requestId as string, method: request.method, path: request.path, status: response.statusCode, ms, ip: request.ip, cut: !response.writableFinished || undefined },
        "request",
      );
    });
    next();
  };
}
