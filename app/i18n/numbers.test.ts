import { expect, test } from "vitest";

import { createI18n } from "./i18n.server";
import { languages } from "./languages";

test("counts are grouped as the language groups them, and each of its plural forms exists", () => {
  const said = (language: (typeof languages)[number], count: number) => createI18n(language).getFixedT(language, "common")("alarm.title", { count });
  expect(languages.map((language) => said(language, 1))).toEqual(["1 fault in the books", "1 fallo en los libros", "बहीखाते में 1 गड़बड़ी"]);
  expect(languages.map((language) => said(language, 123456))).toEqual(["123,456 faults in the books", "123.456 fallos en los libros", "बहीखाते में 1,23,456 गड़बड़ियाँ"]);
  // Spanish counts millions with "de"; without its form the sentence would fall back to English.
  expect(said("es", 1_000_000)).toBe("1.000.000 de fallos en los libros");
  expect(said("hi", 0)).toBe("बहीखाते में 0 गड़बड़ी");
});
