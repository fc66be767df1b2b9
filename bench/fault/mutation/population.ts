/**
 * Everything whose absence the tests must notice (spec 8, row 30): constraints, unique indexes, triggers and policies from the
 * catalogue of a migrated database; explicit locks and guards from the function files.
 */
import path from "node:path";

import type pg from "pg";

import { sqlFiles } from "../../../sql/tests/support/catalogue";
import { domains } from "../../../sql/migrate";
import { cutsOf } from "./text";

export type Kind = "check" | "exclusion" | "foreign key" | "lock" | "not null" | "policy" | "primary key" | "refusal" | "state guard" | "trigger" | "unique" | "unique index";

export type Mutant = {
  /** stays the same while other things change */
  id: string;
  kind: Kind;
  domain: string;
  /** the table or function it is taken from, with its schema */
  of: string;
  /** the constraint, index, trigger or policy; of a function the words that are taken out */
  name: string;
  /** the line of a function's file, for a person who looks */
  line: number | null;
  /** the statement that takes it away */
  sql: string;
};

/**
 * `not null` counts where the column stands in a check: a null passes every check, so it is half of the rule. Migration bookkeeping of
 * the tools (core.migrations) is not ours. A primary key takes the foreign keys with it that point to it.
 */
const catalogue = `
  with tables as (
    select c.oid, n.nspname as domain, n.nspname || '.' || c.relname as of, c.oid::regclass::text as quoted
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('r', 'p') and c.relname not in ('migrations', 'migration_hashes', 'object_files'))
  select case k.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key' when 'u' then 'unique' when 'x' then 'exclusion' else 'trigger' end as kind,
         t.domain, t.of, k.conname as name,
         case k.contype when 't' then format('drop trigger %I on %s', k.conname, t.quoted) else format('alter table %s drop constraint %I cascade', t.quoted, k.conname) end as sql
    from pg_constraint k join tables t on t.oid = k.conrelid where k.contype <> 'n'
  union all
  select 'not null', t.domain, t.of, a.attname, format('alter table %s alter column %I drop not null', t.quoted, a.attname)
    from pg_constraint k join tables t on t.oid = k.conrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
   where k.contype = 'n' and exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'c' and a.attnum = any (c.conkey))
     and not exists (select from pg_constraint p where p.conrelid = t.oid and p.contype = 'p' and a.attnum = any (p.conkey))
  union all
  select 'unique index', t.domain, t.of, i.relname, format('drop index %s', x.indexrelid::regclass)
    from pg_index x join pg_class i on i.oid = x.indexrelid join tables t on t.oid = x.indrelid
   where x.indisunique and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 'trigger', t.domain, t.of, g.tgname, format('drop trigger %I on %s', g.tgname, t.quoted)
    from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal and g.tgconstraint = 0
  union all
  select 'policy', t.domain, t.of, p.polname, format('drop policy %I on %s', p.polname, t.quoted)
    from pg_policy p join tables t on t.oid = p.polrelid`;

async function fromCatalogue(client: pg.ClientBase): Promise<Mutant[]> {
  const { rows } = await client.query<Omit<Mutant, "id" | "line">>(catalogue, [domains]);
  return rows.map((row) => ({ ...row, line: null, id: `${row.kind}: ${row.of} ${row.name}` }));
}

/** Cuts of all function files; two alike in one function are told apart by their order. */
export function fromFunctions(): Mutant[] {
  return sqlFiles().filter(({ text, path: file }) => /create or replace function/.test(text) && !file.startsWith("migrations/") && file !== "schema.sql").flatMap(({ path: file, domain, text }) => {
    const of = `${domain}.${path.basename(file, ".sql")}`;
    const seen = new Map<string, number>();
    return cutsOf(text).map(({ kind, what, line, text: without }): Mutant => {
      const plain = `${kind}: ${of} ${what}`;
      const nth = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, nth);
      return { id: nth === 1 ? plain : `${plain} (${nth})`, kind, domain, of, name: what, line, sql: without };
    });
  });
}

export async function population(client: pg.ClientBase): Promise<Mutant[]> {
  const all = [...await fromCatalogue(client), ...fromFunctions()];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
