import { Problem } from "~/db/db-error.server";
import type { StoredFile } from "~/db/shapes.server";
import { fileStore } from "./file-store.server";

/** Answers with a file somebody may have: always to be saved, never shown by the browser inside our pages. What lies sealed is opened first. */
export async function sendFile(file: Omit<StoredFile, "bytes">, unseal: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes): Promise<Response> {
  const stored = await fileStore().get(file.storage_key);
  if (stored === null) throw new Problem("not_found");
  const bytes = unseal(stored);
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: headersOf(file, bytes.byteLength) });
}

/** As `sendFile` for what may be large: the bytes are sent as they are read. */
export async function streamFile(file: Omit<StoredFile, "bytes">): Promise<Response> {
  const stored = await fileStore().stream(file.storage_key);
  if (stored === null) throw new Problem("not_found");
  return new Response(stored.body, { headers: headersOf(file, stored.bytes) });
}

function headersOf(file: Omit<StoredFile, "bytes">, bytes: number): Record<string, string> {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return {
    "Content-Type": file.mime,
    "Content-Length": String(bytes),
    "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
  };
}
