/** One file of an import, as CSV in UTF-8: its headings and its lines as texts, each with its number. What they mean is the database's to judge. */
import { CsvError, parse } from "csv-parse/sync";

export type ReadImport = { columns: string[]; rows: string[][] };
export type UnreadableImport = { code: "import_encoding" | "import_unreadable" | "import_ragged" | "import_blank"; params: Record<string, string> };

const delimiters = [",", ";", "\t"];
const unreadable = (code: UnreadableImport["code"], params: Record<string, string> = {}) => ({ unreadable: { code, params } });

/** Names and amounts must arrive as they were written: another encoding than UTF-8 is refused and never guessed. */
export function readImport(bytes: Uint8Array): ReadImport | { unreadable: UnreadableImport } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return unreadable("import_encoding");
  }
  if (text.trim() === "") return unreadable("import_blank");
  // A spreadsheet or a picture is no text, and PostgreSQL keeps no such character.
  if (text.includes("\u0000")) return unreadable("import_encoding");
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [...delimiters].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  try {
    const parsed = parse(text, { delimiter, info: true, skip_empty_lines: true, trim: true }) as unknown as { record: string[]; info: { lines: number } }[];
    const [head, ...body] = parsed;
    if (!head) return unreadable("import_blank");
    return { columns: head.record.map((name) => name.toLowerCase()), rows: body.map(({ record, info }) => [String(info.lines), ...record]) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return unreadable(error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" ? "import_ragged" : "import_unreadable", { line: String(line) });
  }
}
