/** What each test file reaches, measured once on the whole database, and which files are asked first about a mutant. */
import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

import type { Mutant } from "./population";
import type { Runner } from "./runner";

/**
 * Not asked: what compares the catalogue with a printed listing or with names in a README would notice everything and prove nothing;
 * the short forms of the fault suites take minutes and mostly start servers of their own, as these two do.
 */
const unasked = /^(sql\/tests\/(listing|readmes)\.test\.ts|sql\/tests\/fault\/.*|worker\/tests\/restart\.test\.ts|stories\/runner\.test\.ts)$/;
/** They read the catalogue as a law: no table needs to be touched by them. */
const laws = new Set(["sql/tests/conventions.test.ts", "sql/tests/doors.test.ts"]);

export type Reach = {
  file: string;
  seconds: number;
  /** functions that ran, with their schema */
  functions: string[];
  /** tables that were read or written, and those that were written */
  touched: string[];
  written: string[];
  /** names of constraints that refused, and `function:line` of refusals, the line counted from the beginning of the body */
  refused: string[];
};

export type Suspects = { file: string; seconds: number }[];

const clones = "select datname as name from pg_database where datname ~ '^coffer_[0-9a-f]{12}$'";

/** Drops every clone that tests have left. */
export async function sweep(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(clones);
  for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`);
}

/** What refused, by a piece of the server's log. */
export function refusedIn(log: string): string[] {
  const constraints = [...log.matchAll(/constraint "([^"]+)"/g), ...log.matchAll(/null value in column "([^"]+)"/g)].map(([, name]) => name ?? "");
  const lines = [...log.matchAll(/PL\/pgSQL function ([a-z_]+\.[a-z_0-9]+)\([^\n]*\) line (\d+) at (?:PERFORM|RAISE)/g)].map(([, name, line]) => `${name ?? ""}:${line ?? ""}`);
  return [...new Set([...constraints, ...lines])].sort();
}

async function reachOf(admin: pg.ClientBase, url: (database: string) => string): Promise<Pick<Reach, "functions" | "touched" | "written">> {
  const found = { functions: new Set<string>(), touched: new Set<string>(), written: new Set<string>() };
  const { rows } = await admin.query<{ name: string }>(clones);
  for (const { name } of rows) {
    const client = new pg.Client({ connectionString: url(name) });
    await client.connect();
    const functions = await client.query<{ name: string }>("select schemaname || '.' || funcname as name from pg_stat_user_functions");
    const tables = await client.query<{ name: string; touched: boolean; written: boolean }>(
      "select schemaname || '.' || relname as name, seq_scan + coalesce(idx_scan, 0) > 0 as touched, n_tup_ins + n_tup_upd + n_tup_del > 0 as written from pg_stat_user_tables");
    await client.end();
    for (const row of functions.rows) found.functions.add(row.name);
    for (const row of tables.rows) {
      if (row.touched || row.written) found.touched.add(row.name);
      if (row.written) found.written.add(row.name);
    }
  }
  return { functions: [...found.functions].sort(), touched: [...found.touched].sort(), written: [...found.written].sort() };
}

/** Runs every file on the whole template, once, and on a busy machine a second time. A file that fails there can tell nothing and is an error. */
export async function measure(runner: Runner, ground: { admin: pg.ClientBase; url: (database: string) => string; log: string; template: string }, found: (reach: Reach) => void, only: (file: string) => boolean): Promise<void> {
  for (const setting of ["track_functions = 'all'", "log_min_messages = 'error'"]) await ground.admin.query(`alter system set ${setting}`);
  await ground.admin.query("select pg_reload_conf()");
  for (const file of runner.files.filter((one) => !unasked.test(one) && only(one))) {
    const before = readFileSync(ground.log).length;
    const first = await runner.run(file, ground.template, true);
    const { word, by, seconds } = first.word === "passed" ? first : await runner.run(file, ground.template, true);
    if (word !== "passed") throw new Error(`${file} ${word} with nothing taken out: ${by ?? ""}`);
    found({ file, seconds: Math.round(seconds * 10) / 10, ...await reachOf(ground.admin, ground.url), refused: refusedIn(readFileSync(ground.log).subarray(before).toString()) });
    await sweep(ground.admin);
  }
  await ground.admin.query("alter system reset all");
  await ground.admin.query("select pg_reload_conf()");
}

/** The line of a cut counted from the beginning of the function's body, as PL/pgSQL counts. */
export const bodyLine = ({ sql, line }: Mutant): number => (line ?? 0) - (sql.slice(0, sql.search(/\bas \$\$/)).split("\n").length - 1);

/** Files that can notice, the likeliest and quickest first: who was refused by it, who names it, its domain, the desk, the rest. */
export function suspects(mutant: Mutant, reaches: readonly Reach[], root: string): Suspects {
  const inFunction = mutant.line !== null;
  const mark = inFunction ? `${mutant.of}:${bodyLine(mutant)}` : mutant.name;
  // Policies share their names; a test of row security names the table.
  const name = inFunction || mutant.kind === "policy" ? mutant.of : mutant.name;
  const can = (reach: Reach) => {
    if (inFunction) return reach.functions.includes(mutant.of) || reach.refused.some((one) => one.startsWith(`${mutant.of}:`));
    return laws.has(reach.file) || reach.refused.includes(mark) || (mutant.kind === "policy" ? reach.touched : reach.written).includes(mutant.of);
  };
  const rank = ({ file, refused }: Reach): number => {
    if (refused.includes(mark)) return 0;
    if (mutant.kind === "primary key" && laws.has(file)) return 0;
    // Many files name a table and are not refused by its policy; this one tries each.
    if (mutant.kind === "policy" && file === "sql/tests/policies.test.ts") return 0;
    if (new RegExp(`\\b${name.replace(".", "\\.")}\\b`).test(readFileSync(path.join(root, file), "utf8"))) return 1;
    if (file.startsWith(`sql/${mutant.domain}/`)) return 2;
    return file.startsWith("sql/") ? 3 : 4;
  };
  return reaches.filter(can).map((reach) => ({ file: reach.file, seconds: reach.seconds, rank: rank(reach) }))
    .sort((a, b) => a.rank - b.rank || a.seconds - b.seconds).map(({ file, seconds }) => ({ file, seconds }));
}

/** Whether anything in the suite was ever refused by it: what was not has most likely no test. */
export const reached = (mutant: Mutant, reaches: readonly Reach[]): boolean =>
  reaches.some(({ refused }) => refused.includes(mutant.line === null ? mutant.name : `${mutant.of}:${bodyLine(mutant)}`));
