/** What every table holds, as one hash each: two readings that are equal mean that nothing was written in between. */
import type { Desk } from "./builders";

/** Counters and sessions change by being asked; everything else only by doing something. */
const always = ["identity.rate_counters", "identity.sessions", "core.object_files"];

export async function contents(desk: Pick<Desk, "sql">, except: string[] = []): Promise<Record<string, string>> {
  const tables = await desk.sql<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile_worker)' order by 1",
  );
  const parts = tables.filter(({ name }) => !always.includes(name) && !except.includes(name))
    .map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`);
  const rows = await desk.sql<{ name: string; hash: string }>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
