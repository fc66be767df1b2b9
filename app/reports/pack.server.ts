/** Writes a pack for outside auditors: each part as a file of CSV, a list of them, a page that explains, all in one archive. Nothing is whole in memory. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import tar from "tar-stream";

import type { PackPlan, PackRows } from "~/db/pack.server";
import { packManifest, packReadme, type PackFile } from "./pack-text.server";

export type MadePack = { file: string; bytes: number; sha256: string; rows: number };

/** Called after each page with the rows written so far of lines and journals; false stops. */
type Progress = (done: number) => Promise<boolean>;

const mode = 0o600;
/** What is counted in advance, and so what progress is told of. */
const counted = ["journals", "lines"];

/** One part; null when it was stopped. */
async function writePart(folder: string, { name, columns }: PackPlan["parts"][number], rows: PackRows, told: (rows: number) => Promise<boolean>): Promise<PackFile | null> {
  const file = await open(path.join(folder, `${name}.csv`), "wx", mode);
  const hash = createHash("sha256");
  let [read, bytes] = [0, 0];
  const write = async (text: string) => {
    const data = Buffer.from(text, "utf8");
    hash.update(data);
    bytes += data.byteLength;
    await file.appendFile(data);
  };
  try {
    await write(`${columns.map((column) => column.name).join(",")}\n`);
    for await (const page of rows(name)) {
      await write(page.text);
      read += page.rows;
      if (!(await told(page.rows))) return null;
    }
  } finally {
    await file.close();
  }
  return { name: `${name}.csv`, rows: String(read), bytes: String(bytes), sha256: hash.digest("hex"), columns: columns.map((column) => column.name) };
}

/** The archive of what lies in `folder`, list and page first. */
async function archive(folder: string, plan: PackPlan, files: readonly PackFile[]): Promise<string> {
  const to = path.join(folder, "pack.tar.gz");
  const pack = tar.pack();
  const mtime = new Date(plan.made_at);
  const writing = pipeline(pack, createGzip(), createWriteStream(to, { flags: "wx", mode }));
  const fill = async () => {
    pack.entry({ name: "manifest.json", mtime }, packManifest(plan, files));
    pack.entry({ name: "README.md", mtime }, packReadme(plan, files));
    for (const { name } of files) {
      const { size } = await stat(path.join(folder, name));
      await pipeline(createReadStream(path.join(folder, name)), pack.entry({ name, size, mtime }));
    }
    pack.finalize();
  };
  await Promise.all([writing, fill()]);
  return to;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** The parts of a pack, and what it is of. */
export type WrittenParts = { plan: PackPlan; files: PackFile[]; rows: number };

/** Writes every part into `folder`; null when `progress` stopped it. */
export async function writeParts(folder: string, plan: PackPlan, rows: PackRows, progress: Progress): Promise<WrittenParts | null> {
  const files: PackFile[] = [];
  let done = 0;
  for (const part of plan.parts) {
    const file = await writePart(folder, part, rows, (read) => progress((done += counted.includes(part.name) ? read : 0)));
    if (file === null) return null;
    files.push(file);
  }
  return { plan, files, rows: done };
}

/** Puts the parts of a folder into one archive beside them. */
export async function archiveParts(folder: string, { plan, files, rows }: WrittenParts): Promise<MadePack> {
  const file = await archive(folder, plan, files);
  return { file, bytes: (await stat(file)).size, sha256: await hashOf(file), rows };
}
