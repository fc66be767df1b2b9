/** The web server around Remix: what every request passes, in this order, before a route sees it. */
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import type { ServerBuild } from "@remix-run/node";

import { readToken } from "~/auth/session.server";
import { roundTrips, withRoundTrips } from "~/db/db.server";
import { isProblem } from "~/db/db-error.server";
import { publicAdmit } from "~/db/public.server";
import { builtAssets } from "./assets.server";
import { isTooLarge } from "./body-limit.server";
import { env } from "./env.server";
import { healthz, readyz } from "./health.server";
import { log } from "./log.server";
import { isForeign } from "./origin-check.server";
import { refuseRequest } from "./refuse.server";
import { remixHandler, sendResponse, toRequest } from "./remix-adapter.server";
import { requestLog } from "./request-id.server";
import { makeNonce, securityHeaders } from "./security-headers.server";

const changing = (method: string) => method !== "GET" && method !== "HEAD" && method !== "OPTIONS";

/** In production only the public address counts; a demo is also reached as 127.0.0.1 or by the machine's name. */
function hostsOf(request: Request): string[] {
  const publicHost = new URL(env().PUBLIC_URL).host;
  const asked = request.get("host");
  return env().production || !asked ? [publicHost] : [publicHost, asked];
}

const tokenOf = (request: Request) => readToken(new globalThis.Request("http://local.invalid", { headers: { cookie: request.headers.cookie ?? "" } }));

/** One ticket per post. A counter that cannot be asked refuses nothing: the post itself needs the same database. */
async function admitted(request: Request): Promise<{ ok: true } | { ok: false; seconds: number }> {
  try {
    await publicAdmit(request.ip ?? "", tokenOf(request));
    return { ok: true };
  } catch (error) {
    if (isProblem(error) && error.code === "rate_limited") return { ok: false, seconds: error.retryAfter ?? 60 };
    if (isProblem(error) && error.status >= 500) return { ok: true };
    throw error;
  }
}

/** Names or addresses of proxies, or the number of hops in front of us. */
function trustedProxy(setting: string | undefined): string | number | false {
  if (setting === undefined) return false;
  return /^\d+$/.test(setting) ? Number.parseInt(setting, 10) : setting;
}

export function createApp(build: ServerBuild): Express {
  const remix = remixHandler(build);
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Forwarded headers count only when a proxy is configured, and only from it; Remix would believe them from anybody.
  app.set("trust proxy", trustedProxy(env().TRUST_PROXY));
  app.use((request, _response, next) => {
    if (!env().TRUST_PROXY) for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded"]) delete request.headers[name];
    else delete request.headers["x-forwarded-host"];
    next();
  });
  app.get("/healthz", healthz);
  app.get("/readyz", readyz);
  app.use(makeNonce(), securityHeaders(), compression());
  app.use("/build", builtAssets());
  app.use(express.static("public", { maxAge: "1h", index: false, redirect: false }));
  app.use(requestLog());
  app.all("*", (request, response, next) => {
    withRoundTrips(() => serve(request, response)).catch(next);
  });
  app.use(lastResort);
  return app;

  async function serve(request: Request, response: Response): Promise<void> {
    const { method, headers } = request;
    // No address of ours has a backslash, or begins with two slashes: there what draws the page would read the name of another host.
    if (/^\/\/|\\|%5c/i.test(request.path)) return refuseRequest(request, response, "missing", remix);
    if (changing(method)) {
      const facts = { method, origin: headers.origin, site: header(headers["sec-fetch-site"]), hasCookie: headers.cookie !== undefined, hosts: hostsOf(request) };
      if (isForeign(facts)) return refuseRequest(request, response, "crossSite", remix);
      if (isTooLarge(request)) return refuseRequest(request, response, "large", remix);
      const admission = await admitted(request);
      if (!admission.ok) return refuseRequest(request, response, "busy", remix, admission.seconds);
    }
    // What a person sees after signing in stays out of every cache; the rest is asked for again each time.
    response.setHeader("Cache-Control", tokenOf(request) === null ? "private, no-cache" : "no-store");
    const context = { nonce: response.locals.nonce as string, requestId: response.locals.requestId as string, ip: request.ip ?? "" };
    const started = performance.now();
    const answer = await remix(toRequest(request, response), context);
    if (env().COFFER_DEMO) {
      response.setHeader("x-db-round-trips", String(roundTrips()));
      response.setHeader("Server-Timing", `page;dur=${(performance.now() - started).toFixed(1)}, db;desc="${roundTrips()} round trips"`);
    }
    await sendResponse(response, answer);
  }

  function lastResort(error: unknown, request: Request, response: Response, next: (error: unknown) => void): ReturnType<ErrorRequestHandler> {
    // An address that cannot even be decoded is a mistake of the caller, not a fault of ours.
    const mistaken = error instanceof URIError;
    if (!mistaken) log.error({ err: error, request_id: response.locals.requestId as string, path: request.path }, "request failed");
    if (response.headersSent) return next(error);
    refuseRequest(request, response, mistaken ? "missing" : "failed", remix).catch(next);
  }
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
