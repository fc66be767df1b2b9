/**
 * The page for what is refused before Remix: a foreign post, too many requests, a body that is too large, a fault of the
 * server itself. Rendered without scripts, because a page at the address of somebody's post must not be hydrated.
 */
import { renderToStaticMarkup } from "react-dom/server";

import { Wordmark } from "~/components/frame/mark";
import { languageOf, createI18n } from "~/i18n/i18n.server";
import stylesheet from "~/styles/app.css";
import { cookieValue } from "./cookies";
import type { RefusalKind } from "./refusal";

type Refusal = { kind: RefusalKind; requestId: string; seconds?: number; headers: { cookie?: string | undefined; "accept-language"?: string | undefined } };

export function refusalPage({ kind, requestId, seconds = 60, headers }: Refusal): string {
  const request = new Request("http://local.invalid", { headers: { cookie: headers.cookie ?? "", "accept-language": headers["accept-language"] ?? "" } });
  const language = languageOf(request);
  const t = createI18n(language).getFixedT(language, "common");
  const theme = cookieValue(headers.cookie ?? null, "theme");
  const page = (
    <html lang={language} dir="ltr" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${t(`errors.${kind}.title`)} · ${t("product")}`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main className="mx-auto flex max-w-[36rem] flex-col items-start gap-4 px-4 py-16">
          <Wordmark />
          <h1 className="mt-6 text-xl">{t(`errors.${kind}.title`)}</h1>
          <p>{t(`errors.${kind}.text`, { seconds })}</p>
          <p>
            <a className="link" href="/">
              {t("errors.home")}
            </a>
          </p>
          <p className="text-xs text-quiet">{t("errors.reference", { id: requestId })}</p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
