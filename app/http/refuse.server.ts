import type { Request, Response } from "express";

import type { RemixHandler } from "./remix-adapter.server";
import { sendResponse } from "./remix-adapter.server";
import { refusalPage } from "./refusal-page.server";
import { refusals, type RefusalKind } from "./refusal";

/** Answers in the form the caller understands: a page, or the data format of a form that was sent by script. */
export async function refuseRequest(request: Request, response: Response, kind: RefusalKind, remix: RemixHandler, seconds = 60): Promise<void> {
  const status = refusals[kind];
  const requestId: string = response.locals.requestId;
  if (status === 429 || status === 503) response.setHeader("Retry-After", String(seconds));
  response.setHeader("Cache-Control", "no-store");
  // The rest of the body is not read: the connection ends with the answer.
  if (request.method !== "GET" && request.method !== "HEAD") response.setHeader("Connection", "close");
  if (request.path.endsWith(".data")) {
    const asked = new URL(`/resources/refusal.data?kind=${kind}&seconds=${seconds}`, "http://local.invalid");
    await sendResponse(response, await remix(new globalThis.Request(asked, { method: "POST" }), { nonce: "", requestId, ip: "" }));
    return;
  }
  response.status(status).type("html").send(refusalPage({ kind, requestId, seconds, headers: request.headers }));
}
