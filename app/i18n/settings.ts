import type { InitOptions } from "i18next";

import { fallbackLanguage, languages } from "./languages";

/** Shared by server and browser. React escapes already; a missing text must be seen in tests, never shown as a key. */
export const settings = {
  supportedLngs: [...languages],
  fallbackLng: fallbackLanguage,
  defaultNS: "common",
  interpolation: { escapeValue: false },
  returnNull: false,
  react: { useSuspense: true },
} satisfies InitOptions;
