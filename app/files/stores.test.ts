/** One set of laws for every store of files: a folder, and a bucket of a real S3 server. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import type { FileStore } from "./file-store.server";
import { localStore } from "./local-store.server";
import { s3Store } from "./s3-store.server";

const folder = mkdtempSync(path.join(os.tmpdir(), "coffer-stores-"));
const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory: path.join(folder, "s3"), configureBuckets: [{ name: "coffer-files", configs: [] }] });
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "S3RVER");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "S3RVER");
  const { port } = await server.run();
  const endpoint = `endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}&path_style=1`;
  stores.folder = localStore(path.join(folder, "files"));
  stores.bucket = s3Store(`s3://coffer-files?${endpoint}`);
  stores.prefix = s3Store(`s3://coffer-files/uploads/kyc/?${endpoint}`);
});
afterAll(async () => {
  await server.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const id = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0042";
const other = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0043";

describe.each(["folder", "bucket", "prefix"])("%s", (name) => {
  const store = (): FileStore => {
    const found = stores[name];
    if (!found) throw new Error(`no store ${name}`);
    return found;
  };

  test("keeps bytes as they are, under their id alone, and forgets on demand", async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    await store().put(id, bytes);
    await store().put(other, new Uint8Array([0]));
    expect(Buffer.from((await store().get(id)) ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(new Uint8Array((await store().get(other)) ?? [])).toEqual(new Uint8Array([0]));
    await store().remove(id);
    expect(await store().get(id)).toBeNull();
    await store().remove(id);
    expect(await store().get(other)).not.toBeNull();
    await store().remove(other);
  });

  test("takes a file as it is read and gives it back as it is sent", async () => {
    const bytes = Buffer.alloc(3_000_000, "coffer");
    const file = path.join(folder, `${name}.bin`);
    writeFileSync(file, bytes);
    await store().putFile(id, file);
    const stored = await store().stream(id);
    expect(stored?.bytes).toBe(bytes.length);
    expect(Buffer.from(await new Response(stored?.body).arrayBuffer()).equals(bytes)).toBe(true);
    expect(existsSync(file)).toBe(true);
    await store().remove(id);
    expect(await store().stream(id)).toBeNull();
    await expect(store().putFile(id, `${file}.none`)).rejects.toThrow("ENOENT");
    expect(await store().get(id)).toBeNull();
  });

  test.each(["../escape", "../../etc/passwd", "", "0199AAAA-BBBB-7CCC-8DDD-EEEEFFFF0042", `${id}/x`])("takes no other name than an id: %j", async (wrong) => {
    await expect(store().put(wrong, new Uint8Array([1]))).rejects.toThrow("uuid");
    await expect(store().get(wrong)).rejects.toThrow("uuid");
    await expect(store().stream(wrong)).rejects.toThrow("uuid");
    await expect(store().remove(wrong)).rejects.toThrow("uuid");
  });
});

test("a bucket that is not there is a fault, not a missing file", async () => {
  const { port } = server.httpServer.address() as { port: number };
  await expect(s3Store(`s3://nowhere?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}&path_style=1`).get(id)).rejects.toThrow();
});
