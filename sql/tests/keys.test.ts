/**
 * What the printed schema promises of keys, foreign keys and columns that are never null is tried: a good row of every table is spoilt in
 * one way at a time, with our triggers off, and the database must refuse it by that name (spec 8, rows 30 and 31).
 */
import { readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { root } from "./support/catalogue";
import { openRows, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openRows(); });
afterAll(() => rows.close());

type Column = { table: string; name: string; type: string };
type Key = { table: string; name: string; columns: string[]; where: string };

/** sql/schema.sql, read as a promise. Tables of the migration tools are not ours. */
function promised() {
  const columns: Column[] = [];
  const keys: Key[] = [];
  const references: Key[] = [];
  let table = "";
  const list = (text: string) => text.split(", ");
  for (const line of readFileSync(path.join(root, "sql/schema.sql"), "utf8").split("\n")) {
    const head = /^-- (table|view|function) (\S+)/.exec(line);
    if (head) table = head[1] === "table" && !/^core\.(migrations|migration_hashes|object_files)$/.test(head[2] ?? "") ? (head[2] ?? "") : "";
    if (!table) continue;
    const column = /^ {2}([a-z_0-9]+) (.+?) not null/.exec(line);
    if (column && !/^ {2}(constraint|policy|grant|CREATE) /.test(line)) columns.push({ table, name: column[1] ?? "", type: column[2] ?? "" });
    const key = /^ {2}CREATE UNIQUE INDEX (\S+) ON \S+ USING btree \((.+?)\)(?: WHERE (.+))?$/.exec(line);
    if (key) keys.push({ table, name: key[1] ?? "", columns: list(key[2] ?? ""), where: key[3] ?? "true" });
    const reference = /^ {2}constraint (\S+) FOREIGN KEY \(([^)]+)\)/.exec(line);
    if (reference) references.push({ table, name: reference[1] ?? "", columns: list(reference[2] ?? ""), where: "true" });
  }
  return { columns, keys, references };
}
const schema = promised();

test("every column that is never null refuses a null", async () => {
  expect(schema.columns.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const { table, name } of schema.columns) {
    const { code, by } = await rows.refused(`update ${table} set ${name} = null`);
    // A column that is generated says so in its own way.
    if (!(code === "23502" && by === name) && code !== "428C9") wrong.push(`${table}.${name}: ${code} ${by}`);
  }
  expect(wrong).toEqual([]);
});

test("every unique key refuses the same row twice", async () => {
  expect(schema.keys.length).toBeGreaterThan(90);
  // What is generated cannot be copied; it follows from the rest.
  const copied = new Map((await rows.sql<{ name: string; columns: string }>("select attrelid::regclass::text as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attnum > 0 and not attisdropped and attgenerated = '' group by attrelid")).map(({ name, columns }) => [name, columns]));
  const wrong: string[] = [];
  for (const { table, name, columns, where } of schema.keys) {
    const { code, by } = await rows.refused(
      // What else would refuse the copy goes first: a key that is a constraint as one, a bare index as that.
      `do $$ declare v record; begin
         for v in select k.conname from pg_constraint k where k.conrelid = '${table}'::regclass and k.contype in ('p', 'u') and k.conname <> '${name}' loop execute format('alter table ${table} drop constraint %I cascade', v.conname); end loop;
         for v in select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = '${table}'::regclass and i.indisunique and c.relname <> '${name}' loop execute 'drop index ' || v.name; end loop;
       end $$`,
      `insert into ${table} (${copied.get(table) ?? ""}) overriding system value select ${copied.get(table) ?? ""} from ${table} where ${where} and (${columns.filter((column) => /^[a-z_0-9]+$/.test(column)).map((column) => `${column} is not null`).join(" and ") || "true"}) limit 1`,
    );
    if (code !== "23505" || by !== name) wrong.push(`${table} ${name}: ${code} ${by}`);
  }
  expect(wrong).toEqual([]);
});

test("every foreign key refuses what does not exist", async () => {
  expect(schema.references.length).toBeGreaterThan(70);
  const types = await rows.sql<{ name: string; type: string }>("select attrelid::regclass || '.' || attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attnum > 0");
  const typeOf = new Map(types.map(({ name, type }) => [name, type]));
  const nobody: Record<string, string> = { bigint: "987654321", integer: "98765", uuid: "'99999999-9999-4999-8999-999999999999'", text: "'XXX'", date: "'1999-01-01'" };
  const wrong: string[] = [];
  for (const { table, name, columns } of schema.references) {
    const last = columns.at(-1) ?? "";
    const { code, by } = await rows.refused(
      // Rows that point to this one would speak first, and so would a check of the place that points.
      `do $$ declare v record; begin
         for v in select conname from pg_constraint where contype = 'c' and conrelid = '${table}'::regclass loop execute format('alter table ${table} drop constraint %I', v.conname); end loop;
         for v in select conname, conrelid::regclass::text as child from pg_constraint where contype = 'f' and confrelid = '${table}'::regclass and conname <> '${name}' loop execute format('alter table %s drop constraint %I', v.child, v.conname); end loop;
       end $$`,
      `update ${table} set ${last} = ${nobody[typeOf.get(`${table}.${last}`) ?? ""] ?? "null"} where ctid = (select ctid from ${table} where ${columns.slice(0, -1).map((column) => `${column} is not null`).join(" and ") || "true"} order by ${last} is null limit 1)`,
    );
    if (code !== "23503" || by !== name) wrong.push(`${table} ${name}: ${code} ${by}`);
  }
  expect(wrong).toEqual([]);
});
