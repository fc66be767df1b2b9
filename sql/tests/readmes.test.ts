/** A newcomer finds what the READMEs of the domains name: every constraint, trigger, function and test in their tables of laws is there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";
import { expect, test } from "vitest";

import { root, schemas } from "./support/catalogue";
import { testDatabase } from "./support/database";

type Law = { domain: string; number: string; keeps: string; attacks: string };

const laws: Law[] = schemas.filter((domain) => existsSync(path.join(root, "sql", domain, "README.md"))).flatMap((domain) =>
  readFileSync(path.join(root, "sql", domain, "README.md"), "utf8").split("\n").flatMap((line) => {
    const [, number, , keeps, attacks] = /^\| (\d+) \| (.*?) \| (.*?) \| (.*?) \|$/.exec(line) ?? [];
    return number === undefined ? [] : [{ domain, number, keeps: keeps ?? "", attacks: attacks ?? "" }];
  }));

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

test("every domain states its laws, numbered from one without a gap", () => {
  // Audit and outbox keep one rule each, said in their comments.
  expect(schemas.filter((domain) => !["audit", "outbox"].includes(domain) && !laws.some((law) => law.domain === domain))).toEqual([]);
  for (const domain of new Set(laws.map((law) => law.domain))) expect(laws.filter((law) => law.domain === domain).map(({ number }) => number)).toEqual(laws.filter((law) => law.domain === domain).map((_, at) => String(at + 1)));
});

test("what keeps a law exists under that name", async () => {
  const database = await testDatabase();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows } = await db.query<{ name: string }>(
    `select conname as name from pg_constraint where connamespace::regnamespace::text = any ($1) union select c.relname from pg_class c where c.relnamespace::regnamespace::text = any ($1)
     union select c.relnamespace::regnamespace || '.' || c.relname from pg_class c where c.relnamespace::regnamespace::text = any ($1) union select tgname from pg_trigger where not tgisinternal
     union select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace::regnamespace::text = any ($1)
     union select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace::regnamespace::text = any ($1)
     union select p.pronamespace::regnamespace || '.' || p.proname from pg_proc p where p.pronamespace::regnamespace::text = any ($1) union select code from core.problem_codes`, [schemas]);
  await db.end();
  await database.drop();
  const known = new Set(rows.map(({ name }) => name));
  expect(laws.flatMap(({ domain, number, keeps }) => quoted(keeps).filter((name) => !known.has(name)).map((name) => `${domain} ${number}: ${name}`))).toEqual([]);
});

test("what attacks a law is a test file that exists", () => {
  const missing = laws.flatMap(({ domain, number, attacks }) => quoted(attacks).filter((file) => !existsSync(path.join(root, "sql", domain, file))).map((file) => `${domain} ${number}: ${file}`));
  expect(missing).toEqual([]);
  expect(laws.filter(({ attacks }) => attacks.trim() === "").map(({ domain, number }) => `${domain} ${number}`)).toEqual([]);
});
