import { RemixBrowser } from "@remix-run/react";
import { createInstance } from "i18next";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";

import { fallbackLanguage, isLanguage, namespacesOf, type Namespace } from "~/i18n/languages";
import { loaders } from "~/i18n/messages.client";
import { settings } from "~/i18n/settings";

/** What the loaders answered comes behind the document, and `RemixBrowser` throws the promise of it, before any hook, until it is read. React 18 answers a click that falls into that
 * time with its error #345; so nothing is rendered before there is something to render. */
async function stateRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (awaited) {
    // Anything else that is thrown is thrown again by the rendering, where it is told.
    if (awaited instanceof Promise) await awaited;
  }
}

/** Texts come as separate chunks, those of the first page before it is brought to life so that nothing flickers. */
async function start(): Promise<void> {
  const language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : fallbackLanguage;
  const i18n = createInstance();
  await i18n
    .use(initReactI18next)
    .use({
      type: "backend" as const,
      init: () => undefined,
      read: (asked: string, namespace: string, done: (error: unknown, texts: object | null) => void) => {
        const load = loaders[isLanguage(asked) ? asked : fallbackLanguage][namespace as Namespace];
        load().then(
          (texts) => done(null, texts.default),
          (error: unknown) => done(error, null),
        );
      },
    })
    .init({ ...settings, lng: language, load: "currentOnly", ns: namespacesOf(Object.keys(window.__remixRouteModules)) });
  await stateRead();
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>,
    );
  });
}

void start();
