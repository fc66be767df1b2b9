import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

import { ErrorPage } from "~/components/error-page";
import { useNonce } from "~/components/nonce";
import { RouteAnnouncer } from "~/components/route-announcer";
import { usePageTitle } from "~/components/page-title";
import { cookieValue } from "~/http/cookies";
import { isTheme, themeCookie, type Theme } from "~/http/theme";
import { languageOf } from "~/i18n/i18n.server";
import { useLanguageInStep } from "~/i18n/page-language";
import stylesheet from "~/styles/app.css";

export const links: LinksFunction = () => [
  { rel: "preload", href: interLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export function loader({ request, context }: LoaderFunctionArgs) {
  const chosen = cookieValue(request.headers.get("cookie"), themeCookie);
  const theme: Theme = isTheme(chosen) ? chosen : "system";
  return data({ theme, language: languageOf(request), requestId: context.requestId });
}

/** Also frames the error page, for which the loader may not have run. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const title = usePageTitle();
  useLanguageInStep();
  const theme = root?.theme ?? "system";
  return (
    <html lang={i18n.language} dir={i18n.dir()} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161f26" media="(prefers-color-scheme: dark)" />
        <title>{title}</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <RouteAnnouncer title={title} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
