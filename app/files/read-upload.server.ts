/** Reads a form with one file: everything typed, and the file's bytes if there was a usable one. */
import { FormDataParseError, MaxFileSizeExceededError, MaxTotalSizeExceededError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";

import { readBody } from "~/forms/body.server";
import { cleanFileName } from "./file-name.server";
import { contentType, type ProofType } from "./content-type.server";
import { pdfFault } from "./pdf.server";
import { drawAgain } from "./reencode.server";

export const mostBytes = 10 * 1024 * 1024;
/** A little more than we keep, so that a file just above the limit is refused at its field rather than by the server. */
const parsedBytes = 12 * 1024 * 1024;

export type Upload = { name: string; type: ProofType; bytes: Uint8Array };

export type UploadedForm = {
  /** the typed fields; the file is not in it */
  form: FormData;
  upload: Upload | null;
  /** why a file that was sent is not taken; null when it is, or none was sent */
  refused: FileFault | null;
};

export type FileFault = "file_empty" | "file_large" | "file_invalid" | "file_damaged" | "file_pixels" | "file_active";

/** What is kept of a file: pictures are drawn again, a PDF is looked at. */
async function usable(bytes: Uint8Array, name: string): Promise<Upload | FileFault> {
  if (bytes.byteLength === 0) return "file_empty";
  if (bytes.byteLength > mostBytes) return "file_large";
  const type = contentType(bytes);
  if (type === null) return "file_invalid";
  if (type === "application/pdf") return pdfFault(bytes) ?? { name: cleanFileName(name, type), type, bytes };
  const drawn = await drawAgain(bytes, type);
  if ("fault" in drawn) return drawn.fault;
  return drawn.bytes.byteLength > mostBytes ? "file_large" : { name: cleanFileName(name, type), type, bytes: drawn.bytes };
}

export async function readUpload(request: Request, field: string): Promise<UploadedForm> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return { form: await readBody(request), upload: null, refused: null };
  let upload: Upload | null = null;
  let refused: FileFault | null = null;
  try {
    const form = await parseFormData(request, { maxFiles: 2, maxParts: 30, maxFileSize: parsedBytes, maxTotalSize: parsedBytes, maxHeaderSize: 8192 }, async (file) => {
      // A browser sends an empty part without a name when nothing was chosen; the parser then makes one up.
      if (file.size === 0 && (file.name === "" || file.name === "file-upload")) return null;
      const found = file.fieldName === field ? await usable(new Uint8Array(await file.arrayBuffer()), file.name) : "file_invalid";
      if (typeof found === "string") refused = found;
      else upload = found;
      return null;
    });
    return { form, upload: refused ? null : upload, refused };
  } catch (error) {
    if (!(error instanceof MultipartParseError) && !(error instanceof FormDataParseError)) throw error;
    const large = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
    return { form: new FormData(), upload: null, refused: large ? "file_large" : "file_invalid" };
  }
}
