/** Reads a form with one file: everything typed, and the file's bytes if there was a usable one. */
import { FormDataParseError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";

import { cleanFileName } from "./file-name.server";
import { contentType, type ProofType } from "./content-type.server";

export const mostBytes = 10 * 1024 * 1024;
/** A little more than we keep, so that a file just above the limit is refused at its field rather than by the server. */
const parsedBytes = 12 * 1024 * 1024;

export type Upload = { name: string; type: ProofType; bytes: Uint8Array };

export type UploadedForm = {
  /** the typed fields; the file is not in it */
  form: FormData;
  upload: Upload | null;
  /** a file was sent that we do not take: empty, too large, or neither PDF, PNG nor JPEG */
  refused: boolean;
};

export async function readUpload(request: Request, field: string): Promise<UploadedForm> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return { form: await request.formData(), upload: null, refused: false };
  let upload: Upload | null = null;
  let refused = false;
  try {
    const form = await parseFormData(request, { maxFiles: 2, maxParts: 30, maxFileSize: parsedBytes, maxTotalSize: parsedBytes, maxHeaderSize: 8192 }, async (file) => {
      // A browser sends an empty part without a name when nothing was chosen; the parser then makes one up.
      if (file.size === 0 && (file.name === "" || file.name === "file-upload")) return null;
      const bytes = file.fieldName === field && file.size > 0 && file.size <= mostBytes ? new Uint8Array(await file.arrayBuffer()) : null;
      const type = bytes && contentType(bytes);
      if (bytes && type) upload = { name: cleanFileName(file.name, type), type, bytes };
      else refused = true;
      return null;
    });
    return { form, upload: refused ? null : upload, refused };
  } catch (error) {
    if (!(error instanceof MultipartParseError) && !(error instanceof FormDataParseError)) throw error;
    return { form: new FormData(), upload: null, refused: true };
  }
}
