/** Runs pgbench with one custom script: eight clients, two threads, prepared statements. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import type { World } from "./world.ts";

const run = promisify(execFile);

export const clients = 8;

export type Script = {
  /** null: pgbench's built-in tpcb-like script */
  text: string | null;
  /** role to connect as; absent: the owner */
  role?: string;
  /** journals (or items) one transaction writes */
  each?: number;
  /** asynchronous commit, for information */
  lazy?: boolean;
};

type Extent = { seconds: number } | { transactions: number };

export function pgbenchIsThere(): boolean {
  try {
    execFileSync("pgbench", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const address = (world: World, role = "postgres") => ["-h", "127.0.0.1", "-p", String(world.server.cluster.port), "-U", role, world.database];
const environment = (lazy = false) => ({ ...process.env, PGOPTIONS: `-c synchronous_commit=${lazy ? "off" : "on"}` });

async function inFolder<T>(script: Script, work: (dir: string, file: string[]) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-pgbench-"));
  try {
    const file = path.join(dir, "script.sql");
    if (script.text !== null) writeFileSync(file, script.text);
    return await work(dir, script.text === null ? [] : ["-f", file]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The tables of tpcb at scale 10. */
export async function prepareTpcb(world: World): Promise<void> {
  await run("pgbench", ["-i", "-q", "-s", "10", ...address(world)]);
}

/** Journals (or items) a second. A transaction that fails ends pgbench, and the benchmark with it. */
export async function rate(world: World, script: Script, extent: Extent): Promise<number> {
  return inFolder(script, async (_, file) => {
    const length = "seconds" in extent ? ["-T", String(extent.seconds)] : ["-t", String(Math.ceil(extent.transactions / clients))];
    const { stdout } = await run("pgbench", ["-n", "-c", String(clients), "-j", "2", "-M", "prepared", ...length, ...file, ...address(world, script.role)], { env: environment(script.lazy) });
    const found = /tps = ([0-9.]+)/.exec(stdout)?.[1];
    if (found === undefined) throw new Error(`pgbench said no rate: ${stdout}`);
    return Number.parseFloat(found) * (script.each ?? 1);
  });
}

/** Milliseconds that each of so many transactions took, one client after the other. */
export async function latencies(world: World, script: Script, transactions: number): Promise<number[]> {
  return inFolder(script, async (dir, file) => {
    await run("pgbench", ["-n", "-c", "1", "-M", "prepared", "-t", String(transactions), "-l", "--log-prefix", path.join(dir, "log"), ...file, ...address(world, script.role)], { env: environment() });
    const lines = readdirSync(dir).filter((name) => name.startsWith("log")).flatMap((name) => readFileSync(path.join(dir, name), "utf8").trim().split("\n"));
    // client, transaction, microseconds, …
    return lines.map((line) => Number.parseInt(line.split(" ")[2] ?? "", 10) / 1000);
  });
}

/** Runs scripts in turn, A B C A B C …, and answers each one's rates. `between` runs after each round. */
export async function alternate(world: World, scripts: Record<string, Script>, seconds: number, reps: number, between: () => Promise<unknown>): Promise<Record<string, number[]>> {
  const rates: Record<string, number[]> = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
  for (let rep = 0; rep < reps; rep += 1) {
    for (const [name, script] of Object.entries(scripts)) rates[name]?.push(await rate(world, script, { seconds }));
    await between();
  }
  return rates;
}
