/** The processes that are killed: clients, a worker, a backend, the server itself; and how each comes back. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import type { TestDatabase } from "../../../sql/tests/support/database";
import { buildWorker, bundle } from "../../../tools/build-worker";
import { root } from "../../../worker/tests/support/worker-process";
import type { Server } from "../suite";
import type { Plan } from "./client";
import { LogReader } from "./log";

export type ClientProcess = { child: ChildProcess; log: LogReader; /** the first command it was answered */ working: Promise<unknown>; kill(): Promise<void> };

/** What is killed again and again has to start quickly. */
export const programs = { client: "build/fault-client.js", worker: "build/worker.js" };
export async function buildPrograms(): Promise<void> {
  await bundle("bench/fault/kills/client.ts", programs.client);
  await buildWorker();
}

export function startClient(plan: Plan, dir: string, n: number): ClientProcess {
  const [log, file] = [path.join(dir, `client-${n}.log`), path.join(dir, `client-${n}.json`)];
  writeFileSync(log, "");
  writeFileSync(file, JSON.stringify({ ...plan, log, seed: plan.seed + n }));
  const child = spawn(process.execPath, [programs.client, file], { cwd: root, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit");
  return {
    child, log: new LogReader(log), working: Promise.race([once(child, "message"), ended]),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[2] !== "Z";
  } catch {
    return false;
  }
};

/** Until a fresh connection is answered by the desk. Milliseconds it took. */
export async function untilAnswered(database: TestDatabase, withinMs = 60_000): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const client = new pg.Client({ connectionString: database.url("coffer_web") });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select desk.public_ready()");
      return performance.now() - begun;
    } catch (error) {
      if (performance.now() - begun > withinMs) throw error;
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

type Backend = { pid: number; role: string | null; state: string | null; query: string };
export async function backends(database: TestDatabase): Promise<Backend[]> {
  const client = new pg.Client({ connectionString: database.url("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Backend>("select pid, usename as role, state, query from pg_stat_activity where pid <> pg_backend_pid()")).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Kills a backend, one at work if there is one; answers what it was doing. */
export async function killBackend(database: TestDatabase, random: { int(most: number): number }): Promise<string | null> {
  const all = (await backends(database)).filter(({ role }) => role === "coffer_web" || role === "coffer_worker");
  const busy = all.filter(({ state }) => state === "active");
  const victims = busy.length > 0 ? busy : all;
  const victim = victims[random.int(victims.length)];
  if (!victim) return null;
  process.kill(victim.pid, "SIGKILL");
  return busy.length > 0 ? (/desk\.(\w+)/.exec(victim.query)?.[1] ?? "between calls") : "idle";
}

/** Kills the server and brings it back. Everything it left behind has to end first: it holds the shared memory. */
export async function killServer(server: Server, database: TestDatabase, withChildren = false): Promise<void> {
  const left = (await backends(database)).map(({ pid }) => pid);
  const [pid = ""] = readFileSync(path.join(server.dir, "postmaster.pid"), "utf8").split("\n");
  process.kill(Number.parseInt(pid, 10), "SIGKILL");
  if (withChildren) for (const one of left) if (alive(one)) process.kill(one, "SIGKILL");
  for (let turn = 0; turn < 1_000 && [Number.parseInt(pid, 10), ...left].some(alive); turn += 1) await sleep(10);
  if (left.some(alive)) throw new Error("a backend outlived its server");
  // In a container nobody may collect the dead: then its number is taken for a running server's. All have ended, so the note may go.
  rmSync(path.join(server.dir, "postmaster.pid"), { force: true });
  await server.restart();
}
