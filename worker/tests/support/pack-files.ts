/** Packs for auditors taken apart, changed as somebody would who wants to deceive, and put together again. */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";

import { parse } from "csv-parse/sync";
import tar from "tar-stream";

type Listed = { name: string; rows: string; bytes: string; sha256: string };
type Manifest = { seals: { first: string; last: string; root: string }; audit_seals: { first: string; last: string; root: string }; sums: Record<string, string>[]; files: Listed[]; period: object | null };
type Files = Map<string, Buffer>;

export async function unpack(archive: Buffer): Promise<Files> {
  const files: Files = new Map();
  const extract = tar.extract();
  extract.end(gunzipSync(archive));
  for await (const entry of extract) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.set(entry.header.name, Buffer.concat(chunks));
  }
  return files;
}

export async function repack(files: Files): Promise<Buffer> {
  const pack = tar.pack();
  for (const [name, bytes] of files) pack.entry({ name }, bytes);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

export const manifestOf = (files: Files): Manifest => JSON.parse((files.get("manifest.json") ?? Buffer.alloc(0)).toString("utf8")) as Manifest;
export const rowsOf = (files: Files, name: string): Record<string, string>[] => parse(files.get(`${name}.csv`) ?? "", { columns: true });

/** A copy with something changed and, by whoever changed it, the list written anew. */
export async function changed(archive: Buffer, change: (files: Files, manifest: Manifest) => void): Promise<Buffer> {
  const files = await unpack(archive);
  const manifest = manifestOf(files);
  change(files, manifest);
  for (const file of manifest.files) {
    const bytes = files.get(file.name);
    if (bytes) Object.assign(file, { bytes: String(bytes.length), sha256: createHash("sha256").update(bytes).digest("hex"), rows: String((parse(bytes, { relax_column_count: true }) as string[][]).length - 1) });
  }
  files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
  return repack(files);
}

export const edit = (files: Files, name: string, how: (lines: string[]) => string[]): void => {
  files.set(`${name}.csv`, Buffer.from(how((files.get(`${name}.csv`) ?? Buffer.alloc(0)).toString("utf8").split("\n")).join("\n")));
};
