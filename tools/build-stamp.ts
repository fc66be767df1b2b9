/** Whether what is built still is what the sources say: one hash over every file the build reads. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const sources = ["app", "worker", "emails", "sql/migrate.ts", "remix.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "tools/build.ts", "tools/build-worker.ts", "tools/compress.ts"];
const stampFile = "build/stamp.txt";
const outputs = ["build/index.js", "build/worker.js", "build/crontab", "public/build"];

function* filesOf(entry: string): Generator<string> {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    if (!/\.test\.tsx?$|\.md$/.test(entry)) yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* filesOf(path.join(entry, name));
}

export function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const entry of sources) for (const file of filesOf(entry)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

export function isFresh(hash: string): boolean {
  return outputs.every((output) => existsSync(output)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash;
}

export function writeStamp(hash: string): void {
  writeFileSync(stampFile, hash);
}
