/** Reads a form of an import's page, with its one file of at most 10 MB where it carries one. */
import { FormDataParseError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";

import { readBody } from "~/forms/body.server";
import { tidy } from "~/statements/statement";

const mostBytes = 10 * 1024 * 1024;
/** Read on a little, to say that a file is too large and not only that something was. */
const parsedBytes = 12 * 1024 * 1024;

export type ImportUpload = { name: string; bytes: Uint8Array };

/** `fault`: why there is no file, as a code for its field. */
export async function readImportFile(request: Request): Promise<{ form: FormData; file: ImportUpload | null; fault: string }> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return { form: await readBody(request), file: null, fault: "file_missing" };
  let file: ImportUpload | null = null;
  let fault = "file_missing";
  try {
    const form = await parseFormData(request, { maxFiles: 2, maxParts: 20, maxFileSize: parsedBytes, maxTotalSize: parsedBytes, maxHeaderSize: 8192 }, async (sent) => {
      if (sent.fieldName !== "file" || sent.name === "") return null;
      if (sent.size > mostBytes) fault = "import_large";
      else if (sent.size === 0) fault = "import_blank";
      else file = { name: tidy(sent.name.replace(/[/\\]/g, "_"), 200) ?? "file", bytes: new Uint8Array(await sent.arrayBuffer()) };
      return null;
    });
    return { form, file, fault };
  } catch (error) {
    if (!(error instanceof MultipartParseError) && !(error instanceof FormDataParseError)) throw error;
    return { form: new FormData(), file: null, fault: "import_large" };
  }
}
