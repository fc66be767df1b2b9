/**
 * Where the bytes of uploads lie. The database keeps name, type, size, hash and owner; the store knows only ids, so that a
 * name somebody chose never becomes a path.
 */
import path from "node:path";

import { env } from "~/http/env.server";
import { localStore } from "./local-store.server";
import { s3Store } from "./s3-store.server";

export type FileStore = {
  /** Writes the bytes once; an id that exists already is a mistake and throws. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this id. */
  get(id: string): Promise<Uint8Array | null>;
  /** As `put`, from a file of this machine, which is read as it is sent and stays where it is. */
  putFile(id: string, file: string): Promise<void>;
  /** The bytes as they come, and how many there will be; null when there are none under this id. */
  stream(id: string): Promise<{ bytes: number; body: ReadableStream<Uint8Array> } | null>;
  remove(id: string): Promise<void>;
};

let store: FileStore | undefined;

/** `STORAGE_URL=file:/folder` or `s3://bucket`, else the folder `files` beside the rest of the data. */
export function fileStore(): FileStore {
  const { STORAGE_URL, COFFER_HOME } = env();
  store ??= STORAGE_URL?.startsWith("s3:") ? s3Store(STORAGE_URL) : localStore(folderOf(STORAGE_URL, COFFER_HOME));
  return store;
}

function folderOf(url: string | undefined, home: string): string {
  return url === undefined ? path.resolve(home, "files") : path.resolve(url.replace(/^file:(\/\/)?/, ""));
}
