/**
 * Express request → fetch Request → Remix → Express response. Our own instead of @remix-run/express for two reasons: a header
 * a route sets replaces the server's default (a mail preview has its own content policy) instead of standing beside it, and
 * the peer's address and request id reach the routes.
 */
import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

export function toRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  const init: RequestInit & { duplex?: "half" } = { method: request.method, headers, signal: controller.signal };
  if (request.method !== "GET" && request.method !== "HEAD") {
    init.body = createReadableStreamFromReadable(request);
    init.duplex = "half";
  }
  return new Request(`${request.protocol}://${request.get("host") ?? "localhost"}${request.originalUrl}`, init);
}

export async function sendResponse(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  const cookies = answer.headers.getSetCookie();
  answer.headers.forEach((value, name) => {
    if (name !== "set-cookie") response.setHeader(name, value);
  });
  for (const cookie of cookies) response.append("set-cookie", cookie);
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}

export type RemixHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

export function remixHandler(build: ServerBuild): RemixHandler {
  const handle = createRequestHandler(build, "production");
  return (request, context) => handle(request, context);
}
