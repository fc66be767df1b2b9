/** Every language says the same things: same keys, same gaps to fill, nothing left over and nothing left in English. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { fallbackLanguage, languageNames, languages, namespaces, type Namespace } from "./languages";
import { loaders } from "./messages.client";
import { messages } from "./messages.server";
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

/** The gaps of a text, `{{count, number}}`, in the order of the alphabet; a text may say them in its own order. */
const gaps = (text: string) => (text.match(/\{\{[^}]*\}\}/g) ?? []).map((gap) => gap.replace(/\s/g, "")).sort();

const translated = languages.filter((language) => language !== fallbackLanguage).flatMap((language) => namespaces.map((namespace) => ({ language, namespace })));

test("a language is a folder with every file, and each folder is a language", () => {
  const folders = readdirSync(path.join(root, "app/i18n"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...languages].sort());
  for (const language of languages) expect(readdirSync(folder(language)).sort()).toEqual(namespaces.map((namespace) => `${namespace}.json`).sort());
});

test("server and browser load each language's own texts", async () => {
  for (const language of languages) {
    for (const namespace of namespaces) {
      const texts = Object.fromEntries(flatten(messages[language][namespace]));
      expect(texts, `${language}/${namespace} on the server`).toEqual(textsOf(language, namespace));
      expect(Object.fromEntries(flatten((await loaders[language][namespace]()).default)), `${language}/${namespace} in the browser`).toEqual(texts);
    }
  }
});

test("the database knows the same languages", () => {
  const known = /member_language_is_known check \(language in \(([^)]*)\)\)/.exec(readFileSync(path.join(root, "sql/migrations/0002_identity.sql"), "utf8"));
  expect((known?.[1] ?? "").replace(/'/g, "").split(", ").sort()).toEqual(Object.keys(languageNames).sort());
});

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
      const without = (list: string[]) => (single ? list.filter((gap) => gap !== "{{count,number}}") : list);
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

test("Hindi is written in Devanagari", () => {
  const left = translated
    .filter(({ language }) => language === "hi")
    .flatMap(({ namespace }) => Object.entries(textsOf("hi", namespace)).filter(([, text]) => /\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, "")) && !/\p{Script=Devanagari}/u.test(text) && !sameInEveryLanguage("hi", text)));
  expect(left).toEqual([]);
});

/** Families of keys whose last word comes from the database as data (use-label.ts, names.ts, use-account-name.ts). */
const named: Partial<Record<Namespace, RegExp>> = {
  member: /^(kind|account|fact|holdReason|methodType)\.\w+$/,
  admin: /^(kind|kindOne|treasury|methodType|journal|unit|why|hold|side|itemKind|law|domain|watchForm|remark|explanation|placement|overCap|countOn|account|settingName|taxRegime|taxCapScope)\.\w+$|^permission\.\w+\.\w+$/,
};

function sources(directory: string, shape: RegExp): string {
  return readdirSync(path.join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((file) => shape.test(file) && !/\.(test|spec)\./.test(file))
    .map((file) => readFileSync(path.join(root, directory, file), "utf8"))
    .join("\n");
}

test("each text is used", () => {
  const code = ["app", "emails", "worker", "tools"].map((directory) => sources(directory, /\.tsx?$/)).join("\n");
  const sql = sources("sql", /\.sql$/);
  const written = new Set([...code.matchAll(/"([A-Za-z_][\w.:-]*)"/g)].map(([, text]) => text));
  const refused = new Set([...sql.matchAll(/'([a-z][a-z_]*)'/g)].map(([, text]) => text));
  // `frame.${key}`: what stands around the gap names the family.
  const families = [...code.matchAll(/`([\w.:-]*\$\{[^`\n]*)`/g)]
    .map(([, text = ""]) => text.split(/\$\{[^}]*\}/))
    .filter((parts) => /[._]/.test(parts.join("")) && /[a-zA-Z]{2}/.test(parts.join("")) && parts.every((part) => /^[\w.:-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/\./g, "\\.")).join("[\\w.]+")}$`));
  const said = (text: string) => refused.has(text) || written.has(text);
  // `not_reconciled_remainder`: a refusal and the context it was raised with.
  const inContext = (key: string) => [...key.matchAll(/_/g)].some(({ index }) => said(key.slice(0, index)) && said(key.slice(index + 1)));
  const used = (namespace: Namespace, key: string) =>
    [key, `${namespace}:${key}`].some((name) => written.has(name) || families.some((family) => family.test(name))) || named[namespace]?.test(key) || (namespace === "problems" && (refused.has(key) || inContext(key)));
  const left = namespaces.flatMap((namespace) =>
    Object.keys(textsOf(fallbackLanguage, namespace))
      // Lists are asked for whole: terms.sections.3.text.
      .map((key) => key.replace(/\.\d+\.\w+$/, ""))
      .filter((key) => !used(namespace, key) && !used(namespace, baseOf(key)))
      .map((key) => `${namespace}:${key}`),
  );
  expect(left).toEqual([]);
});
