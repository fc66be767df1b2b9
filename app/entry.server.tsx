import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";

import { NonceProvider } from "~/components/nonce";
import { htmlStream } from "~/http/html-stream.server";
import { log } from "~/http/log.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { languageOfFrame, memberLayoutId } from "~/i18n/page-language";

export const streamTimeout = 5000;

export default function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext, context: AppLoadContext): Promise<Response> {
  const i18n = createI18n(languageOfFrame(remixContext.staticHandlerContext.loaderData[memberLayoutId]) ?? languageOf(request));
  // A robot, and a person without scripts behind a proxy that buffers, get the whole page at once; nothing is deferred anyway.
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce: context.nonce,
        [ready]() {
          answered = true;
          const body = htmlStream();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", i18n.language);
          headers.append("Vary", "Accept-Language, Cookie");
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          // Errors of the shell come back through onShellError and are logged there.
          if (answered) log.error({ err: error, request_id: context.requestId }, "rendering failed");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Faults of loaders and actions. A page that was left early is nobody's fault, and a refusal that a route has answered with is none. */
export function handleError(error: unknown, { request, context }: ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error({ err: error, request_id: context.requestId, path: new URL(request.url).pathname }, "request failed");
}
