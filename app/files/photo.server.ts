import { memberPhotoRemove, memberPhotoSave } from "~/db/photo.server";
import { attachUpload } from "./attach-upload.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";
import { drawSquare } from "./reencode.server";

/** Keeps a picture as the member's photo: drawn again as a square. The bytes of the photo before it go when the row no longer names them. */
export async function keepPhoto(token: string, upload: Upload): Promise<"kept" | "file_damaged"> {
  const bytes = await drawSquare(upload.bytes);
  if (bytes === null) return "file_damaged";
  const { replaced } = await attachUpload({ ...upload, bytes }, (file) => memberPhotoSave(token, file));
  if (replaced !== null) await fileStore().remove(replaced);
  return "kept";
}

export async function dropPhoto(token: string): Promise<void> {
  const { removed } = await memberPhotoRemove(token);
  if (removed !== null) await fileStore().remove(removed);
}
