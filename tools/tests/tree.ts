/** A whole Coffer for a test: its own data folder and port, started exactly as `npm start` does. */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { hasEnded } from "../has-ended";

/** A folder the database's own user can reach, also when the tests run as root. */
export function makeHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), "coffer-start-"));
  chmodSync(home, 0o755);
  return home;
}

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
}

export type Tree = { child: ChildProcess; url: string; output: () => string; ended: Promise<number | null> };

type Start = { home: string; port: number; command?: [string, ...string[]]; env?: Record<string, string> };

export function launch({ home, port, command = [path.join("node_modules", ".bin", "tsx"), "tools/start.ts"], env = {} }: Start): Tree {
  const [program, ...args] = command;
  const { npm_lifecycle_event: _event, npm_command: _command, VITEST: _vitest, ...inherited } = process.env;
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, NODE_ENV: "development", COFFER_HOME: home, PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, ...env },
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  return { child, url: `http://localhost:${port}`, output: () => text, ended };
}

/** Until the tree says it is ready; throws what it said when it ends before. Answers the milliseconds it took. */
export async function untilReady(tree: Tree): Promise<number> {
  const started = Date.now();
  const over = tree.ended.then(() => "ended" as const);
  while (!tree.output().includes("is ready at")) {
    if ((await Promise.race([over, sleep(50)])) === "ended") throw new Error(`it ended instead of getting ready:\n${tree.output()}`);
    if (Date.now() - started > 90_000) throw new Error(`not ready after 90 s:\n${tree.output()}`);
  }
  return Date.now() - started;
}

/** Asks it to stop, as ctrl-C does, and waits until it has. */
export async function stop(tree: Tree): Promise<number | null> {
  tree.child.kill("SIGINT");
  return tree.ended;
}

/** Programs that run on this data folder, found through their environment or, for Postgres, its pid file. */
export function processesOf(home: string): { pid: number; command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const own = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`COFFER_HOME=${home}`);
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return own && command !== "" ? [{ pid: Number.parseInt(pid, 10), command }] : [];
      } catch {
        return [];
      }
    });
}

export const parts = (home: string) => processesOf(home).filter(({ command }) => /build\/(index|worker)\.js/.test(command));

export function postgresPid(home: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(home, "postgres", "postmaster.pid"), "utf8"), 10);
  } catch {
    return null;
  }
}

export const isAlive = (pid: number): boolean => !hasEnded(pid);

export async function until(what: string, check: () => boolean, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!check()) {
    if (Date.now() > end) throw new Error(`did not happen within ${ms} ms: ${what}`);
    await sleep(50);
  }
}
