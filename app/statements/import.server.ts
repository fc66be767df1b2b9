/** From an uploaded file to lines in the database: read, then handed over in parts, then matched. */
import { createHash } from "node:crypto";

import { staffStatementBegin, staffStatementClose, staffStatementForm, staffStatementLines } from "~/db/reconciliation.server";
import { readCamt } from "./camt.server";
import { readCsv } from "./csv.server";
import type { CsvMapping } from "./csv-mapping";
import { decode } from "./decode";
import { unreadable, type Statement } from "./statement";

/** One call's share: a second of work for the database, a megabyte of memory for us. */
const linesPerPart = 5000;

export type StatementUpload = { name: string; bytes: Uint8Array };

type Import = {
  method: string;
  file: StatementUpload;
  /** null when the file is XML, which says by itself what is what */
  mapping: CsvMapping | null;
  /** what the account held before the first line, when a person says so */
  opening: string | null;
  closing: { on: string; balance: string } | null;
  key: string;
};

export const isXml = (bytes: Uint8Array): boolean => /^\s*</.test(decode(bytes.subarray(0, 400)));

/** A key of its own for each part, the same whenever the same form is sent again: nothing is counted twice. */
function partKey(key: string, part: string): string {
  const hex = createHash("sha256").update(`${key}|${part}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function readStatement({ file, mapping }: Import, accountNumber: string | null): Promise<Statement> {
  const text = decode(file.bytes);
  if (/^\s*</.test(text)) return readCamt(text, accountNumber);
  if (mapping === null) unreadable("statement_unreadable");
  return readCsv(text, mapping);
}

/** Imports a file and answers its statement. Throws `UnreadableStatement` when nothing of it can be read, else `Problem`. */
export async function importStatement(token: string, asked: Import): Promise<string> {
  const { method } = await staffStatementForm(token, asked.method);
  const read = await readStatement(asked, method.account_number);
  const { statement } = await staffStatementBegin(token, {
    method: asked.method,
    fileName: asked.file.name,
    sha256: createHash("sha256").update(asked.file.bytes).digest("hex"),
    format: read.format,
    mapping: read.format === "csv" && asked.mapping ? { ...asked.mapping } : {},
    beginsOn: read.beginsOn,
    opening: asked.opening ?? read.opening,
    closings: asked.closing ? [...read.closings, asked.closing] : read.closings,
    key: asked.key,
  });
  for (let at = 0; at < read.lines.length; at += linesPerPart) {
    await staffStatementLines(token, { statement, lines: read.lines.slice(at, at + linesPerPart), key: partKey(asked.key, String(at)) });
  }
  await staffStatementClose(token, statement, partKey(asked.key, "close"));
  return statement;
}
