/**
 * `npm run schema` — prints what the migrated database is made of (sql/schema.sql), every refusal it knows (docs/error-codes.md), who may do what (docs/permissions.md) and what
 * outside auditors read (docs/audit-views.md), from the catalogue of a throwaway database. Read in review; a test fails when one is not what this checkout makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";

import { domains } from "./migrate.ts";
import { cloneDatabase, startTestCluster } from "./tests/support/database.ts";

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const schemas = domains.map((domain) => `'${domain}'`).join();

/** One row of text per object, in an order that does not depend on when it was made. */
const listing = `
  select n.nspname as schema, c.relname as name, 1 as part, '' as detail,
         format('-- %s %I.%I%s', case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname, case when c.relrowsecurity then '  (row security)' else '' end) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas}) and c.relkind in ('r', 'v')
  union all
  select n.nspname, c.relname, 2, lpad(a.attnum::text, 4, '0'), format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
         coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), case when a.attidentity <> '' then ' identity' else '' end))
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where n.nspname in (${schemas}) and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  union all
  select n.nspname, c.relname, 3, k.conname, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas}) and k.contype <> 'n'
  union all
  select n.nspname, c.relname, 4, i.relname, '  ' || pg_get_indexdef(x.indexrelid)
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas})
  union all
  select n.nspname, c.relname, 5, t.tgname, '  ' || pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then '  (always)' else '' end
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas}) and not t.tgisinternal
  union all
  select schemaname, tablename, 6, policyname, format('  policy %I for %s to %s using %s', policyname, cmd, array_to_string(roles, ', '), qual) from pg_policies where schemaname in (${schemas})
  union all
  select n.nspname, c.relname, 7, g.role, format('  grant %s to %s', g.rights, g.role)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (select r.rolname as role, string_agg(a.privilege_type, ', ' order by a.privilege_type) as rights
                          from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where a.grantee <> c.relowner group by r.rolname) g
   where n.nspname in (${schemas}) and c.relkind in ('r', 'v')
  union all
  select n.nspname, p.proname, 8, pg_get_function_identity_arguments(p.oid),
         format('-- function %I.%I(%s) returns %s: %s%s, owner %s%s%s', n.nspname, p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
           case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end, case when p.prosecdef then ', security definer' else '' end, o.rolname,
           coalesce(', set ' || array_to_string(p.proconfig, ', '), ''),
           coalesce(', executed by ' || (select string_agg(r.rolname, ', ' order by r.rolname) from aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee where a.grantee <> p.proowner), ''))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner where n.nspname in (${schemas})`;

/** The catalogue of a database as text. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`select line from (${listing}) l order by array_position(array[${schemas}]::text[], schema::text), part = 8, name collate "C", part, detail collate "C"`);
  return `-- What the migrated database is made of. Printed by npm run schema; not run by anything.\n\n${rows.map((row) => row.line.trimEnd()).join("\n")}\n`;
}

/** The registry of refusals as a page. */
export async function describeProblems(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ line: string }>("select format('| `%s` | %s | %s | %s | %s |', code, sqlstate, status, meaning, action) as line from core.problem_codes order by code");
  return `# Error codes\n\nPrinted by \`npm run schema\` from the registry \`core.problem_codes\`. The same codes are used by the database (MESSAGE of the SQLSTATE), the pages and the stories.\n\n| code | SQLSTATE | HTTP | when | what to do |\n|---|---|---|---|---|\n${rows.map((row) => row.line).join("\n")}\n`;
}

const roles = ["support", "operations", "finance", "auditor", "admin"] as const;

/** What a permission means in one line: the words of the page that shows them. */
function meaningOf(permission: string): string {
  const text = JSON.parse(readFileSync(path.join(top, "app/i18n/en/admin.json"), "utf8")) as { permission: Record<string, Record<string, string> | undefined> };
  const [of = "", verb = ""] = permission.split(".");
  const meaning = text.permission[of]?.[verb];
  if (meaning === undefined) throw new Error(`what ${permission} means is not said in app/i18n/en/admin.json`);
  return meaning;
}

/** Who may do what, and which calls ask for it. */
export async function describePermissions(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ permission: string; roles: string[]; functions: string[] | null }>(
    `select p.permission, array_agg(p.role) as roles, (select array_agg(f.proname::text order by f.proname) from pg_proc f where f.pronamespace = 'desk'::regnamespace and f.prosrc like '%enter_staff(p_token, ' || quote_literal(p.permission) || ')%') as functions
       from identity.role_permissions p group by p.permission order by p.permission`,
  );
  const lines = rows.map(({ permission, roles: held, functions }) => `| \`${permission}\` | ${meaningOf(permission)} | ${roles.map((role) => (held.includes(role) ? "yes" : "")).join(" | ")} | ${(functions ?? []).map((name) => `\`${name}\``).join(", ")} |`);
  return `# Permissions\n\nPrinted by \`npm run schema\` from \`identity.role_permissions\` and the functions of the desk. A function asks for its permission before anything else;\nthe pages only show or hide. Functions that are not here are for any member of staff. A person's role is changed by a request that somebody else approves.\n\n| permission | may | ${roles.join(" | ")} | asked by |\n|---|---|${roles.map(() => "---|").join("")}---|\n${lines.join("\n")}\n`;
}

/** The views of outside auditors, column by column, from their comments. */
export async function describeAuditViews(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ text: string }>(
    `select format(E'## %s\n%s\n\n| column | type | what it says |\n|---|---|---|\n%s', c.relname, obj_description(c.oid, 'pg_class'),
              string_agg(format('| \`%s\` | %s | %s |', a.attname, case format_type(a.atttypid, a.atttypmod) when 'timestamp with time zone' then 'instant' else format_type(a.atttypid, a.atttypmod) end, col_description(c.oid, a.attnum)), E'\n' order by a.attnum)) as text
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relnamespace = 'auditor'::regnamespace and c.relkind = 'v' group by c.oid order by c.relname`,
  );
  return `# Views for outside auditors

Printed by \`npm run schema\` from the comments of the schema \`auditor\`. All amounts are minor units of the currency beside them. People are numbers; nothing here says who they are.
The role \`coffer_outside_auditor\` reads these views and nothing else. It has no password until the operator gives it one: \`alter role coffer_outside_auditor password '…'\`,
and takes it away again with \`password null\`. Its transactions only read, and its statements end after ten minutes. A [pack](audit-packs.md) holds the same rows as files.

${rows.map(({ text }) => text).join("\n\n")}\n`;
}

/** The files by their path from the top of the repository. */
export async function describeAll(client: pg.ClientBase): Promise<Record<string, string>> {
  return { "sql/schema.sql": await describeSchema(client), "docs/error-codes.md": await describeProblems(client), "docs/permissions.md": await describePermissions(client), "docs/audit-views.md": await describeAuditViews(client) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const test = await startTestCluster();
  const client = new pg.Client({ connectionString: (await cloneDatabase(test.cluster)).url("postgres") });
  await client.connect();
  for (const [file, text] of Object.entries(await describeAll(client))) writeFileSync(path.join(top, file), text);
  await client.end();
  await test.stop();
}
