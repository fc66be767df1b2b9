/** Bytes of a bank's file to text. Banks write UTF-8 with and without a mark, UTF-16, and still Latin-1. */
import { unreadable } from "./statement";

const declared = /^<\?xml[^>]*encoding=["']([A-Za-z0-9._-]{1,20})["']/;
const allowed = new Set(["utf-8", "utf8", "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii", "utf-16"]);

export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const named = declared.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, ""))?.[1]?.toLowerCase();
  if (named !== undefined && !allowed.has(named)) unreadable("statement_encoding");
  const text = named !== undefined && !named.startsWith("utf") && named !== "us-ascii" ? new TextDecoder(named).decode(bytes) : asUnicode(bytes);
  // A spreadsheet or a picture is no text.
  if (text.slice(0, 4096).includes("\u0000")) unreadable("statement_unreadable");
  return text.replace(/^\ufeff/, "");
}

function asUnicode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
