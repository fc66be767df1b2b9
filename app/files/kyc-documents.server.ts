import { createHash, randomUUID } from "node:crypto";

import { blindIndex, openBytes, openPii, sealBytes, sealPii, type Place } from "~/auth/pii.server";
import { memberKycDocumentAdd } from "~/db/compliance.server";
import { fileStore } from "./file-store.server";
import type { Upload } from "./read-upload.server";

const numberPlace = (row: string): Place => ({ table: "compliance.documents", column: "number_sealed", row });
const filePlace = (row: string): Place => ({ table: "compliance.documents", column: "file", row });

type Given = { kind: string; number: string; ifsc: string | null; expiresOn: string | null; key: string };

/**
 * Keeps a document of an identity check: its bytes sealed in the store, its number sealed in the row, both for this row alone. The
 * bytes go first, as with every upload, and are taken away again when there is no row for them, or an earlier post made it.
 */
export async function keepDocument(token: string, given: Given, upload: Upload): Promise<string> {
  const id = randomUUID();
  const store = fileStore();
  await store.put(id, sealBytes(filePlace(id), upload.bytes));
  // Of an Aadhaar nothing but the last four exists.
  const whole = given.kind === "aadhaar" ? null : given.number;
  try {
    const kept = await memberKycDocumentAdd(token, {
      document: id,
      kind: given.kind,
      sealed: whole === null ? null : sealPii(numberPlace(id), whole),
      last4: given.number.slice(-4),
      index: whole === null ? null : blindIndex(given.kind, whole),
      ifsc: given.ifsc,
      expiresOn: given.expiresOn,
      file: { name: upload.name, mime: upload.type, bytes: upload.bytes.byteLength, sha256: createHash("sha256").update(upload.bytes).digest("hex") },
      key: given.key,
    });
    if (kept !== id) await store.remove(id);
    return kept;
  } catch (error) {
    await store.remove(id);
    throw error;
  }
}

/** Opens the bytes of a document as they came out of the store. */
export const openDocument = (id: string) => (stored: Uint8Array): Uint8Array => openBytes(filePlace(id), stored);

/** The whole number of a document, for somebody whose reason has been written down. */
export const openNumber = (id: string, sealed: string): string => openPii(numberPlace(id), sealed);
