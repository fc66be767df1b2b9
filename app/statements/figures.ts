/** Dates and amounts as banks write them, to the plain forms the database reads. Null: not in that form. */
import type { DateFormat } from "./csv-mapping";
import { isoDay } from "./statement";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const time = "(?:[ T].*)?$";

const shapes: Record<DateFormat, { shape: RegExp; order: "ymd" | "dmy" | "mdy" }> = {
  "YYYY-MM-DD": { shape: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}`), order: "ymd" },
  YYYYMMDD: { shape: /^(\d{4})(\d{2})(\d{2})$/, order: "ymd" },
  "DD.MM.YYYY": { shape: new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${time}`), order: "dmy" },
  "DD/MM/YYYY": { shape: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}`), order: "dmy" },
  "DD-MM-YYYY": { shape: new RegExp(`^(\\d{1,2})-(\\d{1,2})-(\\d{4})${time}`), order: "dmy" },
  "MM/DD/YYYY": { shape: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}`), order: "mdy" },
  "DD.MM.YY": { shape: /^(\d{1,2})\.(\d{1,2})\.(\d{2})$/, order: "dmy" },
  "DD MMM YYYY": { shape: /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})$/, order: "dmy" },
};

export function readDay(text: string, format: DateFormat): string | null {
  const { shape, order } = shapes[format];
  const [, a = "", b = "", c = ""] = shape.exec(text.trim()) ?? [];
  if (a === "") return null;
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const named = format === "DD MMM YYYY" ? String(months.indexOf(month.toLowerCase()) + 1) : month;
  return isoDay(format === "DD.MM.YY" ? `20${year}` : year, named, day);
}

/** Groups of three, or of two before the last three as in India. */
const grouped = { ".": /^\d{1,3}(?:,\d{2,3})*(?:\.\d+)?$/, ",": /^\d{1,3}(?:\.\d{2,3})*(?:,\d+)?$/ };
const plain = { ".": /^\d*\.?\d+$/, ",": /^\d*,?\d+$/ };

/** Signs before or behind, brackets, DR and CR, groups by space, apostrophe or the other mark. */
export function readAmount(text: string, decimal: "." | ","): string | null {
  let body = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(/\u2212/g, "-");
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed) [negative, body] = [true, bracketed[1] ?? ""];
  const marked = /^(.*?)(CR|DR|C|D)$/i.exec(body);
  if (marked) [negative, body] = [negative || /^d/i.test(marked[2] ?? ""), marked[1] ?? ""];
  const signed = /^([+-]?)(.*?)([+-]?)$/.exec(body);
  if (signed) {
    if (signed[1] && signed[3]) return null;
    negative = negative !== (signed[1] === "-" || signed[3] === "-");
    body = signed[2] ?? "";
  }
  if (!grouped[decimal].test(body) && !plain[decimal].test(body)) return null;
  const digits = decimal === "." ? body.replaceAll(",", "") : body.replaceAll(".", "").replace(",", ".");
  const [whole = "", part = ""] = digits.split(".");
  const number = (whole.replace(/^0+(?=\d)/, "") || "0") + (part === "" ? "" : `.${part}`);
  return negative && /[1-9]/.test(number) ? `-${number}` : number;
}
