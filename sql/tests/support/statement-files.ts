/** What stands in the files of a statement, read as other programs read them: section by section, in order, as plain decimals. */
import { parse } from "csv-parse/sync";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadLine = { id: string | null; on: string; amount: string; balance: string };
export type ReadSection = { currency: string; opening: string; closing: string; lines: ReadLine[] };

export function readCsv(text: string): ReadSection[] {
  const rows = parse(text.replace(/^\ufeff/, ""), { relax_column_count: false }) as string[][];
  const sections: ReadSection[] = [];
  for (const [, currency = "", on = "", recorded = "", , , , inward = "", outward = "", balance = "", , id = ""] of rows.slice(1)) {
    const open = sections.at(-1);
    if (recorded !== "") open?.lines.push({ id, on, amount: inward === "" ? `-${outward}` : inward, balance });
    else if (open?.closing === "") open.closing = balance;
    else sections.push({ currency, opening: balance, closing: "", lines: [] });
  }
  return sections;
}

type JsonFile = { format: string; sections: { currency: string; opening: string; closing: string; lines: number; movements: { id: string; value_on: string; amount: string; balance: string }[] }[] };

export function readJson(text: string): ReadSection[] {
  const file = JSON.parse(text) as JsonFile;
  if (file.format !== "coffer-statement-1") throw new Error(file.format);
  return file.sections.map(({ currency, opening, closing, lines, movements }) => {
    if (lines !== movements.length) throw new Error("a section counts other movements than it has");
    return { currency, opening, closing, lines: movements.map(({ id, value_on, amount, balance }) => ({ id, on: value_on, amount, balance })) };
  });
}

/** A number as its language writes it, as a plain decimal. */
export function plainNumber(text: string, language: string): string {
  const [group, point] = language === "es" ? [/\./g, ","] : [/,/g, "."];
  return text.replace(group, "").replace(point, ".").replace("\u2212", "-").replace("+", "");
}

type Text = { str: string; transform: number[] };
export type PdfText = { pages: Text[][]; title: string; language: string; marked: boolean; tags: Record<string, number>; scopes: number };

export async function openPdf(bytes: Uint8Array): Promise<PdfText> {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: Text[][] = [];
  const tags: Record<string, number> = {};
  const count = (node: { role?: string; children?: unknown[] }): void => {
    if (node.role) tags[node.role] = (tags[node.role] ?? 0) + 1;
    for (const child of node.children ?? []) count(child as { role?: string; children?: unknown[] });
  };
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    pages.push((await page.getTextContent()).items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [{ str: item.str, transform: item.transform as number[] }] : [])));
    const tree = await page.getStructTree();
    if (tree) count(tree as unknown as { children: unknown[] });
  }
  const { info } = (await document.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  const marked = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  await document.destroy();
  const raw = Buffer.from(bytes).toString("latin1");
  return { pages, title: info.Title, language: info.Language, marked: marked?.Marked === true, tags, scopes: raw.match(/\/Scope \/Column/g)?.length ?? 0 };
}

/** Rows of the tables of movements: what stands at one height, with an amount or a balance in the last columns. */
export function readPdf({ pages }: PdfText, language: string): { opening: string; closing: string; lines: { amount: string; balance: string }[] }[] {
  const number = language === "es" ? /^[+\u2212]?[\d.]+(,\d+)?$/ : /^[+\u2212]?[\d,]+(\.\d+)?$/;
  const sections: { opening: string; closing: string; lines: { amount: string; balance: string }[] }[] = [];
  for (const page of pages) {
    const rows = new Map<number, Text[]>();
    // The first lines of a row's cells stand within a unit or two of each other.
    for (const text of page) {
      const height = Math.round(text.transform[5] ?? 0);
      const near = [...rows.keys()].find((key) => Math.abs(key - height) <= 2) ?? height;
      rows.set(near, [...(rows.get(near) ?? []), text]);
    }
    for (const texts of rows.values()) {
      const right = texts.filter(({ str, transform }) => (transform[4] ?? 0) > 360 && number.test(str.trim())).sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0)).map(({ str }) => str.trim());
      // The table of balances has four figures in a row, and begins further left.
      if (texts.filter(({ str, transform }) => (transform[4] ?? 0) > 180 && number.test(str.trim())).length > 3 || right.length === 0) continue;
      const [balance = "", amount = ""] = [...right].reverse();
      const open = sections.at(-1);
      if (/^[+\u2212]/.test(amount)) open?.lines.push({ amount: plainNumber(amount, language), balance: plainNumber(balance, language) });
      else if (right.length === 1 && (open === undefined || open.closing !== "")) sections.push({ opening: plainNumber(balance, language), closing: "", lines: [] });
      else if (right.length === 1 && open) open.closing = plainNumber(balance, language);
    }
  }
  return sections;
}
