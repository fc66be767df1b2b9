/**
 * `npm start`: the whole of Coffer in one process tree. PostgreSQL and the build at the same time, then migrations, demo
 * data on the first run, then the web and the worker. Ctrl-C stops the web and the worker first and PostgreSQL last.
 */
import { watch } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { EnvironmentError } from "../app/http/env.server";
import { watchAncestors } from "./ancestors";
import { banner } from "./banner";
import { buildIfStale } from "./build";
import { startPart, type Part } from "./children";
import { openDatabase, prepareDatabase, type Database } from "./database";
import { freePortOrFail, waitUntilReady } from "./port";
import { readSettings } from "./settings";
import { AlreadyRunning, takeFolder } from "./single-start";

const started = Date.now();
let stopping = false;
let database: Database | undefined;
let parts: Part[] = [];
let leaveFolder = (): void => undefined;

async function stop(code: number): Promise<never> {
  if (!stopping) {
    stopping = true;
    // The web first, so that nobody is served by half a system; the worker finishes the job it has.
    await Promise.all(parts.map((part) => part.stop()));
    await database?.stop();
    leaveFolder();
    process.exit(code);
  }
  return new Promise(() => undefined);
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`);
  void stop(1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

function startParts(settings: ReturnType<typeof readSettings>, base: Database): Part[] {
  const { environment, childEnv } = settings;
  const args = environment.production ? [] : ["--sandbox"];
  const logDir = environment.production ? undefined : path.join(environment.COFFER_HOME, "logs");
  const shared = { ...childEnv, DATABASE_URL: "" };
  return [
    startPart({ name: "web", script: "build/index.js", args, logDir, failed: fail, env: { ...shared, PORT: String(environment.PORT), HOST: environment.HOST, DATABASE_URL_WEB: base.webUrl } }),
    startPart({ name: "worker", script: "build/worker.js", args, logDir, failed: fail, env: { ...shared, DATABASE_URL_WORKER: base.workerUrl, DATABASE_URL_QUEUE: base.queueUrl } }),
  ];
}

/** `npm run dev`: builds again and restarts the web and the worker when a source file changes. */
function restartOnChange(settings: ReturnType<typeof readSettings>, base: Database): void {
  let timer: NodeJS.Timeout | undefined;
  const again = async () => {
    try {
      if (!(await buildIfStale())) return;
      await Promise.all(parts.map((part) => part.stop()));
      parts = startParts(settings, base);
      await Promise.all(parts.map((part) => part.ready));
      process.stdout.write("rebuilt\n");
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
  for (const folder of ["app", "worker", "emails"]) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void again(), 150);
    });
  }
}

/** A part that ends stops the start; one that merely takes long is named, and goes on trying. */
async function upInTime(part: Part): Promise<void> {
  const late = sleep(15_000, "late", { ref: false });
  if ((await Promise.race([part.ready, late])) === "late") process.stderr.write(`the ${part.name} is not ready yet; its log says why\n`);
}

async function main(): Promise<void> {
  const settings = readSettings();
  const { environment, passwords, superuserPassword } = settings;
  const address = environment.PUBLIC_URL;
  leaveFolder = await takeFolder(environment.COFFER_HOME, () => ({ pid: process.pid, address, stopping }));
  watchAncestors(() => void stop(0));
  await freePortOrFail(environment.PORT, environment.HOST);
  const build = buildIfStale();
  build.catch(() => undefined);
  database = await openDatabase(environment, passwords, superuserPassword);
  await prepareDatabase(database, passwords, environment.COFFER_DEMO);
  // The story is told while the build still runs; it needs only the database. Loaded late: production never needs it.
  if (environment.COFFER_DEMO) {
    // The documents of the story are sealed here and opened by the web.
    process.env.PII_KEYS = settings.childEnv.PII_KEYS;
    await (await import("./demo")).seedDemo(database);
  }
  await build;
  if (stopping) return;
  parts = startParts(settings, database);
  await Promise.all(parts.map(upInTime));
  await waitUntilReady(environment.HOST, environment.PORT);
  if (process.argv.includes("--watch")) restartOnChange(settings, database);
  process.stdout.write(banner(environment, Date.now() - started));
}

main().catch((error: unknown) => {
  if (stopping) return;
  const expected = error instanceof EnvironmentError || error instanceof AlreadyRunning;
  const reason = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  fail(`Coffer could not start: ${reason}`);
});
