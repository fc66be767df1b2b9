/** `npm run build`: the web and the worker as the files that production runs. Skipped when nothing has changed. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { buildWorker } from "./build-worker";
import { compressAssets } from "./compress";
import { isFresh, sourceHash, writeStamp } from "./build-stamp";

const lock = "build/.lock";

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Two builds into one folder would mix their files: the second waits, and then usually finds the work done. */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync("build", { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      let holder = 0;
      try {
        holder = Number.parseInt(readFileSync(lock, "utf8"), 10);
      } catch {
        continue;
      }
      if (!alive(holder)) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function buildWeb(): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("@remix-run/dev/dist/cli.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--no-warnings", cli, "build"], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" } });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`the web could not be built:\n${output.trim()}`))));
  });
}

/** Builds when the sources differ from what was built; answers whether it did. */
export async function buildIfStale(): Promise<boolean> {
  if (isFresh(sourceHash())) return false;
  return withLock(async () => {
    const hash = sourceHash();
    if (isFresh(hash)) return false;
    await Promise.all([buildWeb().then(() => compressAssets("public/build")), buildWorker()]);
    writeStamp(hash);
    return true;
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await buildIfStale();
  process.stdout.write(built ? "built\n" : "nothing has changed since the last build\n");
}
