import { createInstance, type TFunction, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { cookieValue } from "~/http/cookies";
import { fallbackLanguage, isLanguage, languages, namespaces, type Language, type Namespace } from "./languages";
import { messages } from "./messages.server";
import { settings } from "./settings";

export const languageCookie = "language";

/** The language of a request: what the person chose, else what the browser asks for, else English. */
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
