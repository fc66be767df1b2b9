/** A digest of everything a refusal must leave as it was, table by table, so that a change can be named. */
import { z } from "zod";

import type { Admin } from "./database.ts";

/**
 * Left out, each for a reason: the audit log and the rate counters record attempts, also refused ones; sessions and challenges
 * carry "last seen" and counted guesses, which a refusal must not undo; a worker's heartbeat is not a fact of the books; the
 * migrations' own tables say which files were applied. The outbox is in: a refused command must not leave a mail to be sent.
 */
const leftOut = [
  "audit.log", "identity.rate_counters", "identity.sessions", "identity.challenges", "outbox.workers",
  "core.object_files", "core.migration_hashes", "core.migrations",
];

const prepared = new WeakMap<Admin, Promise<string>>();

async function statement(admin: Admin): Promise<string> {
  const tables = await admin.rows(
    z.object({ name: z.string(), quoted: z.string() }),
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|graphile_worker$)' order by 1`,
  );
  return tables
    .filter(({ name }) => !leftOut.includes(name))
    .map(({ name, quoted }) => `select '${name}' as name, (select md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) from ${quoted} t) as digest`)
    .join(" union all ");
}

export type Digest = ReadonlyMap<string, string>;

export async function digest(admin: Admin): Promise<Digest> {
  const text = prepared.get(admin) ?? statement(admin);
  prepared.set(admin, text);
  const rows = await admin.rows(z.object({ name: z.string(), digest: z.string() }), await text);
  return new Map(rows.map((row) => [row.name, row.digest]));
}

export function changedTables(before: Digest, after: Digest): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name));
}
