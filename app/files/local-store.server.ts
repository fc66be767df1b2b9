import { constants } from "node:fs";
import { copyFile, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";

import { fileIdShape } from "./file-id";
import type { FileStore } from "./file-store.server";

/** Files in a folder, spread over 256 subfolders by the end of the id, which is random even in a UUIDv7. */
export function localStore(folder: string): FileStore {
  const placeOf = (id: string) => {
    if (!fileIdShape.test(id)) throw new Error("a file id is a lower-case uuid");
    return path.join(folder, id.slice(-2), id);
  };
  const missing = (error: unknown): null => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  };
  return {
    async put(id, bytes) {
      const place = placeOf(id);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      // Whole or not at all: a crash leaves a `.part`, never half a proof under its id.
      const part = `${place}.part`;
      const file = await open(part, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, place);
    },
    async putFile(id, file) {
      const place = placeOf(id);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const part = `${place}.part`;
      await copyFile(file, part, constants.COPYFILE_EXCL);
      const copy = await open(part, "r+");
      try {
        await copy.chmod(0o600);
        await copy.sync();
      } finally {
        await copy.close();
      }
      await rename(part, place);
    },
    async get(id) {
      return readFile(placeOf(id)).catch(missing);
    },
    async stream(id) {
      const file = await open(placeOf(id), "r").catch(missing);
      if (file === null) return null;
      const { size } = await file.stat();
      return { bytes: size, body: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
    },
    async remove(id) {
      await rm(placeOf(id), { force: true });
    },
  };
}
