import { createInstance, type TFunction, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { cookieValue } from "~/http/cookies";
import { keepLanguage, languageCookie } from "./language-cookie.server";
import { fallbackLanguage, isLanguage, languages, namespaces, type Language, type Namespace } from "./languages";
import { messages } from "./messages.server";
import { settings } from "./settings";

/**
 * The language of a request: what was chosen in this browser, else what it asks for, else English. A person's own choice is
 * kept with the person and goes before all of these: signing in, and the frame of the member pages, bring this cookie into line with it
 * (ownLanguageCookie), so that every page, form and file of the request reads one language from one place.
 */
export function languageOf(request: Request): Language {
  const chosen = cookieValue(request.headers.get("cookie"), languageCookie);
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      // "0.8" and "1" compare rightly as text: the header allows nothing above 1 and no other writing.
      return { tag: tag.toLowerCase(), quality: (quality ?? "1").trim() };
    })
    .sort((a, b) => (a.quality < b.quality ? 1 : a.quality > b.quality ? -1 : 0));
  for (const { tag } of asked) {
    const match = languages.find((language) => language === tag || tag.startsWith(`${language}-`));
    if (match) return match;
  }
  return fallbackLanguage;
}

/** The Set-Cookie line for somebody whose chosen language is another than that of the request, else none. */
export function ownLanguageCookie(request: Request, language: string | null): string | undefined {
  return isLanguage(language) && languageOf(request) !== language ? keepLanguage(language) : undefined;
}

/** A translator whose texts are all in memory; cheap enough to make one per request. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    ...settings,
    lng: language,
    ns: [...namespaces],
    resources: messages,
    initImmediate: false,
    react: { useSuspense: false },
  });
  return instance;
}

/** For loaders, actions and resource routes: texts outside React. */
export function translator<N extends Namespace>(request: Request, namespace: N): TFunction<N> {
  return createI18n(languageOf(request)).getFixedT(null, namespace);
}
