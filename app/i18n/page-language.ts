import { useRouteLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { isLanguage, type Language } from "./languages";

export const memberLayoutId = "routes/_member+/_layout";

/** The language kept with the member whose frame was loaded; it goes before everything a browser says. */
export function languageOfFrame(frame: unknown): Language | undefined {
  const language = (frame as { member?: { language?: unknown } } | undefined)?.member?.language;
  return isLanguage(language) ? language : undefined;
}

/** A page loaded by script keeps the texts it came with, so another language (signed in, or chosen elsewhere) loads it anew. */
export function useLanguageInStep(): void {
  const root = useRouteLoaderData("root") as { language?: unknown } | undefined;
  const wanted = languageOfFrame(useRouteLoaderData(memberLayoutId)) ?? root?.language;
  const { i18n } = useTranslation();
  const stale = isLanguage(wanted) && wanted !== i18n.language;
  useEffect(() => {
    if (stale) window.location.reload();
  }, [stale]);
}
