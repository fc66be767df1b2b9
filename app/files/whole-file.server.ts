/** Files that are written on this machine before they are kept: nothing is whole in memory. */
import { createHash } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** A folder that only we read, for as long as `work` takes; `kind` is in its name. */
export async function withFolder<T>(kind: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `coffer-${kind}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type WholeFile = { file: string; bytes: number; sha256: string };

/** Writes `parts` into a file of `folder` as they are read. */
export async function writeWhole(folder: string, parts: AsyncGenerator<string | Uint8Array, void>): Promise<WholeFile> {
  const name = path.join(folder, "whole");
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(name, "wx", 0o600);
  try {
    for await (const part of parts) {
      const data = typeof part === "string" ? Buffer.from(part, "utf8") : part;
      hash.update(data);
      bytes += data.byteLength;
      await file.appendFile(data);
    }
  } finally {
    await file.close();
  }
  return { file: name, bytes, sha256: hash.digest("hex") };
}
