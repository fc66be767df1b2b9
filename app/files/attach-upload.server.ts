import { createHash, randomUUID } from "node:crypto";

import { isProblem } from "~/db/db-error.server";
import type { Attachment } from "~/db/messaging.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";

/**
 * Stores an upload and sends what it belongs to. Bytes first: a row without bytes would be a file that nobody can open. They go again
 * when the command was refused, or had been done before with a file of its own; whoever does not know what became of it keeps them. What is personal is sealed
 * for its id before it is stored.
 */
export async function attachUpload<Answer extends { file: string | null }>(upload: Upload | null, send: (file: Attachment | null) => Promise<Answer>, seal: (id: string, bytes: Uint8Array) => Uint8Array = (_id, bytes) => bytes): Promise<Answer> {
  if (upload === null) return send(null);
  const id = randomUUID();
  await fileStore().put(id, seal(id, upload.bytes));
  try {
    const answer = await send({ id, name: upload.name, mime: upload.type, bytes: upload.bytes.byteLength, sha256: createHash("sha256").update(upload.bytes).digest("hex") });
    if (answer.file !== id) await fileStore().remove(id);
    return answer;
  } catch (error) {
    if (isProblem(error) && error.status < 500) await fileStore().remove(id);
    throw error;
  }
}
