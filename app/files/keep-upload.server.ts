import { createHash, randomUUID } from "node:crypto";

import { memberFileAdd } from "~/db/funding.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";

/**
 * Stores an upload and registers it as the member's. Bytes first: a row without bytes would be a proof that nobody can open,
 * bytes without a row are merely unused.
 */
export async function keepUpload(token: string, upload: Upload): Promise<string> {
  const id = randomUUID();
  await fileStore().put(id, upload.bytes);
  try {
    await memberFileAdd(token, {
      file: id,
      name: upload.name,
      mime: upload.type,
      bytes: upload.bytes.byteLength,
      sha256: createHash("sha256").update(upload.bytes).digest("hex"),
    });
  } catch (error) {
    await fileStore().remove(id);
    throw error;
  }
  return id;
}
