/** What the tests ask the catalogue: our schemas, the desk's functions with their arguments, the files that made them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import type pg from "pg";

import { domains } from "../../migrate.ts";

export const root = path.join(import.meta.dirname, "../../..");
export const schemas: readonly string[] = domains;

export type DeskFunction = { name: string; audience: string; args: { name: string; type: string }[] };

/** Every function of the desk that an application role may call, with its arguments in order. */
export async function deskFunctions(db: Pick<pg.Client, "query">): Promise<DeskFunction[]> {
  const { rows } = await db.query<{ name: string; names: string[] | null; types: string[] }>(
    `select p.proname as name, p.proargnames::text[] as names, array(select t.oid::regtype::text from unnest(p.proargtypes::oid[]) with ordinality t (oid, n) order by n) as types
       from pg_proc p where p.pronamespace = 'desk'::regnamespace and (has_function_privilege('coffer_web', p.oid, 'execute') or has_function_privilege('coffer_worker', p.oid, 'execute')) order by 1`,
  );
  return rows.map(({ name, names, types }) => ({
    name,
    audience: name.split("_")[0] ?? "",
    args: types.map((type, at) => ({ name: (names?.[at] ?? "").replace(/^p_/, ""), type })),
  }));
}

export type SqlFile = { path: string; domain: string; folder: string; text: string; lines: number };

/** Every .sql file of a folder below sql/, by its path from there. */
export function sqlFiles(folder = ""): SqlFile[] {
  const base = path.join(root, "sql");
  const walk = (dir: string): string[] => readdirSync(dir).flatMap((name) => {
    const full = path.join(dir, name);
    return statSync(full).isDirectory() ? walk(full) : full.endsWith(".sql") ? [full] : [];
  });
  return walk(path.join(base, folder)).sort().map((full) => {
    const relative = path.relative(base, full).replaceAll(path.sep, "/");
    const parts = relative.split("/");
    const text = readFileSync(full, "utf8");
    return { path: relative, domain: parts[0] ?? "", folder: parts[1] ?? "", text, lines: text.split("\n").length };
  });
}

/** SQL without its comments and quoted texts: what is left is what runs. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/--[^\n]*/g, " ").replace(/'(?:[^']|'')*'/g, "''");
}
