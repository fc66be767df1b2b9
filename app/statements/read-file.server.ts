/** Reads the import form with its one file, of at most 20 MB. */
import { FormDataParseError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";

import { readBody } from "~/forms/body.server";
import { tidy } from "./statement";
import type { StatementUpload } from "./import.server";

export const mostStatementBytes = 20 * 1024 * 1024;
const parsedBytes = 21 * 1024 * 1024;

/** `fault`: why there is no file, as a code for its field. */
export async function readStatementFile(request: Request): Promise<{ form: FormData; file: StatementUpload | null; fault: string | null }> {
  let file: StatementUpload | null = null;
  let fault: string | null = null;
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return { form: await readBody(request), file, fault: "statement_missing" };
  try {
    const form = await parseFormData(request, { maxFiles: 2, maxParts: 40, maxFileSize: parsedBytes, maxTotalSize: parsedBytes, maxHeaderSize: 8192 }, async (sent) => {
      if (sent.fieldName !== "file" || sent.size === 0) return null;
      if (sent.size > mostStatementBytes) fault = "statement_large";
      else file = { name: tidy(sent.name.replace(/[/\\]/g, "_"), 200) ?? "file", bytes: new Uint8Array(await sent.arrayBuffer()) };
      return null;
    });
    return { form, file: fault === null ? file : null, fault: fault ?? (file === null ? "statement_missing" : null) };
  } catch (error) {
    if (!(error instanceof MultipartParseError) && !(error instanceof FormDataParseError)) throw error;
    return { form: new FormData(), file: null, fault: "statement_large" };
  }
}
