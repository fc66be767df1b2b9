import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";

import { fileIdShape } from "./file-id";
import type { FileStore } from "./file-store.server";

/** Files in a folder, spread over 256 subfolders by the end of the id, which is random even in a UUIDv7. */
export function localStore(folder: string): FileStore {
  const placeOf = (id: string) => {
    if (!fileIdShape.test(id)) throw new Error("a file id is a lower-case uuid");
    return path.join(folder, id.slice(-2), id);
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
    async get(id) {
      try {
        return await readFile(placeOf(id));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    async remove(id) {
      await rm(placeOf(id), { force: true });
    },
  };
}
