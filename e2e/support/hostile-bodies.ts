/** Posts that no form of ours could make: other kinds of body, bodies that break off, names that mean something to a parser. */
import type { FormValues, PageForm } from "./page-forms";
import { goodValues } from "./page-forms";

export type Body = { what: string; type: string; body: string };

/** As a browser encodes a form; half of a surrogate pair as the bytes that a careless program sends for it. */
export function encoded(values: Iterable<[string, string]>): string {
  const one = (text: string) =>
    [...text].map((letter) => (/^\p{Cs}$/u.test(letter) ? [0xe0 | (letter.charCodeAt(0) >> 12), 0x80 | ((letter.charCodeAt(0) >> 6) & 0x3f), 0x80 | (letter.charCodeAt(0) & 0x3f)].map((byte) => `%${byte.toString(16)}`).join("") : encodeURIComponent(letter))).join("");
  return [...values].map(([name, value]) => `${one(name)}=${one(value)}`).join("&");
}

export const urlencoded = "application/x-www-form-urlencoded";

export function hostileBodies(form: PageForm): Body[] {
  const good: FormValues = { ...goodValues(form), ...Object.fromEntries(form.buttons.slice(0, 1).map(({ name, value }) => [name, value])) };
  const entries = Object.entries(good).filter(([name]) => name !== "");
  const plain = encoded(entries);
  const more = (what: string, extra: [string, string][]): Body => ({ what, type: urlencoded, body: [plain, encoded(extra)].filter((part) => part !== "").join("&") });
  const part = (name: string, value: string) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return [
    { what: "JSON", type: "application/json", body: JSON.stringify(good) },
    { what: "plain text", type: "text/plain", body: plain },
    { what: "a kind nobody knows", type: "x/y; z", body: plain },
    { what: "parts without their border", type: "multipart/form-data", body: plain },
    { what: "parts that break off", type: "multipart/form-data; boundary=edge", body: entries.map(([name, value]) => part(name, value)).join("").slice(0, -3) },
    { what: "nothing", type: urlencoded, body: "" },
    { what: "bytes that are no text", type: urlencoded, body: `${plain}&%ff%fe=%c3%28&%=%&&==&` },
    more("a state of the form library", [["__state__", "{"], ["__intent__", "{"]]),
    more("an intent of the form library", [["__intent__", '{"type":"reset","payload":{"name":""}}']]),
    more("names that build objects", [["__proto__[x]", "1"], ["constructor.prototype.x", "1"], ["a[4294967295]", "1"], ["a.b[9][9].c", "1"], ["[", "1"], ...entries.slice(0, 3).map(([name]): [string, string] => [`${name}.x`, "1"])]),
    more("every field twice", entries),
    more("two thousand fields", Array.from({ length: 2_000 }, (_none, at): [string, string] => [`f_${at}`, "x"])),
  ];
}
