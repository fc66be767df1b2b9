/**
 * Where the bytes of uploads lie. The database keeps name, type, size, hash and owner; the store knows only ids, so that a
 * name somebody chose never becomes a path.
 */
import path from "node:path";

import { env } from "~/http/env.server";
import { localStore } from "./local-store.server";

export type FileStore = {
  /** Writes the bytes once; an id that exists already is a mistake and throws. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this id. */
  get(id: string): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
};

let store: FileStore | undefined;

/** `STORAGE_URL=file:/folder`, else the folder `files` beside the rest of the data. */
export function fileStore(): FileStore {
  store ??= localStore(folderOf(env()));
  return store;
}

function folderOf({ STORAGE_URL, COFFER_HOME }: { STORAGE_URL?: string | undefined; COFFER_HOME: string }): string {
  if (STORAGE_URL === undefined) return path.resolve(COFFER_HOME, "files");
  if (!STORAGE_URL.startsWith("file:")) throw new Error("STORAGE_URL: this version keeps files in a folder; give file:/some/folder");
  return path.resolve(STORAGE_URL.replace(/^file:(\/\/)?/, ""));
}
