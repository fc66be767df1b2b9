/** Every language says the same things: same keys, same gaps to fill, nothing left over and nothing left in English. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { fallbackLanguage, namespaces, type Namespace } from "./languages";
import { sameInEveryLanguage } from "./same-words";

type Texts = Record<string, string>;

const root = path.resolve(import.meta.dirname, "../..");
const folder = (language: string) => path.join(root, "app/i18n", language);

function flatten(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => flatten(inner, at ? `${at}.${key}` : key));
}

function textsOf(language: string, namespace: Namespace): Texts {
  return Object.fromEntries(flatten(JSON.parse(readFileSync(path.join(folder(language), `${namespace}.json`), "utf8"))));
}

const plural = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(plural, "");

/** `people_one`, `people_other`: a text that counts. `currency_other` alone is only a name. */
const counts = (key: string, english: Texts) => plural.test(key) && `${baseOf(key)}_one` in english && `${baseOf(key)}_other` in english;

/** A key that counts has one form for each number its language tells apart; `_zero` only where English has one. */
function formsFor(language: string, english: Texts): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return Object.keys(english).flatMap((key) => {
    if (!counts(key, english)) return [key];
    if (key.endsWith("_zero")) return [key];
    return key.endsWith("_other") ? pluralCategories.map((category) => `${baseOf(key)}_${category}`) : [];
  });
}

/** The gaps of a text, `{{count}}`, in the order of the alphabet; a text may say them in its own order. */
const gaps = (text: string) => (text.match(/\{\{[^}]*\}\}/g) ?? []).map((gap) => gap.replace(/\s/g, "")).sort();

function sources(directory: string, shape: RegExp): string[] {
  return readdirSync(path.join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((file) => shape.test(file) && !/\.test\.|\.spec\./.test(file))
    .map((file) => readFileSync(path.join(root, directory, file), "utf8"));
}

const languagesHere = readdirSync(path.join(root, "app/i18n"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const translated = languagesHere
  .filter((language) => language !== fallbackLanguage)
  .flatMap((language) => readdirSync(folder(language)).map((file) => ({ language, namespace: file.replace(/\.json$/, "") as Namespace })));

describe.each(translated)("$language/$namespace", ({ language, namespace }) => {
  const english = textsOf(fallbackLanguage, namespace);
  const own = textsOf(language, namespace);

  test("has each key, each plural form of its language, and no other", () => {
    expect(Object.keys(own).sort()).toEqual([...new Set(formsFor(language, english))].sort());
  });

  test("fills the same gaps", () => {
    const different = Object.entries(own).flatMap(([key, text]) => {
      const original = english[key] ?? english[`${baseOf(key)}_other`] ?? "";
      // "One person approves" need not say the number; no other form may leave it out.
      const single = key.endsWith("_one") || key.endsWith("_zero");
      const without = (list: string[]) => (single ? list.filter((gap) => gap !== "{{count}}") : list);
      return String(without(gaps(text))) === String(without(gaps(original))) ? [] : [`${key}: ${gaps(text).join(" ")} instead of ${gaps(original).join(" ")}`];
    });
    expect(different).toEqual([]);
  });

  test("leaves nothing in English", () => {
    const left = Object.entries(own).filter(([key, text]) => text === english[key] && !sameInEveryLanguage(language, text));
    expect(left).toEqual([]);
  });

  test("is written as people write: no empty text, no stray space, Western digits", () => {
    const odd = Object.entries(own).filter(([, text]) => text.trim() === "" || text !== text.trim() || / {2}/.test(text) || /[०-९]/.test(text));
    expect(odd).toEqual([]);
  });
});

test.runIf(languagesHere.includes("hi"))("Hindi is written in Devanagari", () => {
  const left = translated
    .filter(({ language }) => language === "hi")
    .flatMap(({ namespace }) => Object.entries(textsOf("hi", namespace)).filter(([, text]) => /\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, "")) && !/\p{Script=Devanagari}/u.test(text) && !sameInEveryLanguage("hi", text)));
  expect(left).toEqual([]);
});
