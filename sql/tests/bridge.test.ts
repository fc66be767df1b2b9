/** The bridge and the desk fit together: every statement in app/db is prepared against the migrated database, and nothing is left over. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";

import { constraintProblems } from "../../app/db/constraint-problems";
import { ownCodes, problemStatus } from "../../app/db/problem-status";
import { testDatabase, type TestDatabase } from "./support/database";

const folder = path.join(import.meta.dirname, "../../app/db");

type Found = { file: string; text: string; desk: string };

/** The statements of the bridge as Postgres gets them: each value of a template tagged `sql` is a parameter. */
function statements(): Found[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".server.ts"))
    .flatMap((file) => templates(ts.createSourceFile(file, readFileSync(path.join(folder, file), "utf8"), ts.ScriptTarget.Latest)).map((text) => ({ file, text, desk: /^select desk\.([a-z_]+)\(/.exec(text)?.[1] ?? "" })));
}

function templates(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === "sql") {
      const { template } = node;
      found.push(ts.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text + template.templateSpans.map((span, at) => `$${at + 1}${span.literal.text}`).join(""));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

let database: TestDatabase;
let db: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

test.each(statements())("$file: desk.$desk is one call of one desk function with named, cast arguments", ({ text, desk }) => {
  expect(desk).not.toBe("");
  expect(text).toMatch(/^select desk\.[a-z_]+\([\s\S]*\) as answer$/);
  const written = text.match(/\bp_[a-z0-9_]+ => \$\d+::(text|uuid|date|integer|bigint|boolean|jsonb|interval|timestamptz)\b/g) ?? [];
  expect(written).toHaveLength(text.match(/\$\d+/g)?.length ?? 0);
});

test.each(statements())("$file: desk.$desk has these arguments", async ({ text }) => {
  await db.query(`prepare probe as ${text}`);
  await db.query("deallocate probe");
});

test("every desk function that the web or the worker may call has its bridge, and every bridge a function", async () => {
  const { rows } = await db.query<{ name: string }>(
    "select proname as name from pg_proc where pronamespace = 'desk'::regnamespace and (has_function_privilege('coffer_web', oid, 'execute') or has_function_privilege('coffer_worker', oid, 'execute')) order by proname",
  );
  const bridged = statements().map(({ desk }) => desk);
  expect([...new Set(bridged)].sort()).toEqual(rows.map((row) => row.name));
});

test("the registry of problems is the same on both sides", async () => {
  const { rows } = await db.query<{ code: string; status: number }>("select code, status::integer as status from core.problem_codes");
  const raised = Object.entries(problemStatus).filter(([code]) => !ownCodes.some((own) => own === code));
  expect(Object.fromEntries(raised)).toEqual(Object.fromEntries(rows.map(({ code, status }) => [code, status])));
});

test("every constraint that the bridge explains exists", async () => {
  const { rows } = await db.query<{ name: string }>("select conname as name from pg_constraint union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique");
  const known = new Set(rows.map(({ name }) => name));
  expect(Object.keys(constraintProblems).filter((name) => !known.has(name))).toEqual([]);
});
