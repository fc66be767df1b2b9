import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui/classes";
import { languageNames, languages } from "~/i18n/languages";

/**
 * Each language by its own name, so that it is found by somebody who cannot read the page. It posts the choice and loads the
 * whole page anew, with or without JavaScript: texts, numbers and the document's language change together.
 */
export function LanguageForm() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/resources/language" reloadDocument className="inline-flex" aria-label={t("language.label")}>
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      {languages.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={i18n.language === language}
          className={classes(
            "inline-flex min-h-9 items-center justify-center border border-line px-2.5 text-xs first-of-type:rounded-l-control last-of-type:rounded-r-control not-first-of-type:border-l-0",
            i18n.language === language ? "bg-accent-soft text-accent" : "bg-surface text-quiet hover:text-ink",
          )}
        >
          {languageNames[language]}
        </button>
      ))}
    </Form>
  );
}
