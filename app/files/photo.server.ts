import { createHash, randomUUID } from "node:crypto";

import { memberPhotoRemove, memberPhotoSave } from "~/db/photo.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";
import { drawSquare } from "./reencode.server";

/**
 * Keeps a picture as the member's photo: drawn again as a square, its bytes before the row, and those of the photo before it removed when
 * the row no longer names them.
 */
export async function keepPhoto(token: string, upload: Upload): Promise<"kept" | "file_damaged"> {
  const bytes = await drawSquare(upload.bytes);
  if (bytes === null) return "file_damaged";
  const id = randomUUID();
  await fileStore().put(id, bytes);
  try {
    const { file, replaced } = await memberPhotoSave(token, { id, bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") });
    if (file !== id) await fileStore().remove(id);
    if (replaced !== null) await fileStore().remove(replaced);
    return "kept";
  } catch (error) {
    await fileStore().remove(id);
    throw error;
  }
}

export async function dropPhoto(token: string): Promise<void> {
  const { removed } = await memberPhotoRemove(token);
  if (removed !== null) await fileStore().remove(removed);
}
