import type { Announcement } from "~/db/announcement.server";
import type { Language } from "~/i18n/languages";

export type Told = { language: Language; title: string; body: string };

/** The text in somebody's language, or else in English, and which it is, so that the page can say so to a screen reader. */
export function textOf({ texts }: Announcement, language: Language): Told {
  const own = texts[language];
  return own === undefined ? { language: "en", ...texts.en } : { language, ...own };
}
