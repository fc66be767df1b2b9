/** Pages with their structure: each word belongs to a heading, a paragraph or a cell, what only decorates is marked so, and the order of the file is the order of reading. */
import PDFDocument from "pdfkit";

import { firstFont, hasDevanagari, typesetter, type Words } from "./pdf-type.server";

type Struct = PDFKit.PDFStructureElement;
/** `size`: of the heading, where many columns leave little room. */
export type Column = { label: string; width: number; end?: boolean; size?: number };
/** A cell is one or more lines of words; it breaks them as it needs. */
export type Cell = Words[];

const margin = 48;
export const sheetWidth = 595.28 - 2 * margin;
const bottom = 841.89 - 60;
const rule = "#dde2e6";

type About = { title: string; author: string; subject: string; language: string; madeAt: Date };

export function openSheet({ title, author, subject, language, madeAt }: About) {
  const doc = new PDFDocument({
    size: "A4",
    margin,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    subset: "PDF/UA",
    lang: language,
    font: firstFont,
    info: { Title: title, Author: author, Subject: subject, CreationDate: madeAt, ModDate: madeAt },
  } as unknown as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, failed) => doc.on("end", () => done()).on("error", failed));
  const type = typesetter(doc, language);
  const root = doc.struct("Document");
  doc.addStructure(root);
  let y = margin;

  const decorate = (work: () => void, kind: "Layout" | "Pagination" = "Layout"): void => {
    doc.markContent("Artifact", { type: kind } as PDFKit.Mixins.MarkingOptions);
    work();
    doc.endMarkedContent();
  };
  const nextPage = (): void => {
    doc.addPage();
    y = margin;
  };
  const makeRoom = (height: number): void => {
    if (y + height > bottom) nextPage();
  };

  /** Words that count: drawn inside marked content which becomes a piece of the structure. Shaped letters carry their text. */
  function say(parent: Struct, tag: string, text: string, work: () => void, more: Record<string, unknown> = {}): Struct {
    const content = doc.markStructureContent(tag);
    work();
    doc.endMarkedContent();
    const element = doc.struct(tag as "P", { ...(hasDevanagari(text) ? { actual: text } : {}), ...more } as PDFKit.Mixins.StructureElementOptions);
    element.add(content);
    parent.add(element);
    return element;
  }

  function block(tag: string, words: Words, { before = 0, width = sheetWidth, keep = 0 }: { before?: number; width?: number; keep?: number } = {}): void {
    const lines = type.lines(words, width);
    const height = lines.reduce((sum, line) => sum + type.heightOf(line), 0);
    if (y > margin) y += before;
    makeRoom(height + keep);
    say(root, tag, words.text, () => {
      for (const line of lines) {
        type.draw(line, margin, y, width);
        y += type.heightOf(line);
      }
    }).end();
  }

  const drawCells = (columns: Column[], cells: Words[][], top: number, around: (at: number, work: () => void) => void): void => {
    let x = margin;
    columns.forEach(({ width, end }, at) => {
      const left = x;
      around(at, () => {
        let line = top;
        for (const words of cells[at] ?? []) {
          type.draw(words, left + 3, line, width - 6, end);
          line += type.heightOf(words);
        }
      });
      x += width;
    });
  };
  const line = (at: number, strong = false): void => decorate(() => doc.moveTo(margin, at).lineTo(margin + sheetWidth, at).lineWidth(strong ? 0.8 : 0.4).strokeColor(strong ? "#76848f" : rule).stroke());

  /** A table whose heading row stands again on top of each further page, for the eye only. */
  function table(columns: Column[]) {
    const element = doc.struct("Table");
    root.add(element);
    const laid = (cells: Cell[]): Words[][] => columns.map(({ width }, at) => (cells[at] ?? []).flatMap((words) => (words.text === "" ? [] : type.lines(words, width - 6))));
    const heightOf = (cells: Words[][]): number => Math.max(...cells.map((words) => words.reduce((sum, one) => sum + type.heightOf(one), 0))) + 6;
    const heads = laid(columns.map(({ label, size = 8 }) => [{ text: label, size, quiet: true }]));

    const tagged = (row: Struct, cells: Words[][], head: boolean) => (at: number, work: () => void) => {
      const tag = head ? "TH" : "TD";
      // Readers name the column of a cell by it.
      say(row, tag, (cells[at] ?? []).map(({ text }) => text).join(" "), work, head ? { scope: "Column" } : {}).end();
    };
    const put = (cells: Words[][], around: ((at: number, work: () => void) => void) | null, strong: boolean): void => {
      const height = heightOf(cells);
      if (around) drawCells(columns, cells, y + 3, around);
      else decorate(() => drawCells(columns, cells, y + 3, (_at, work) => work()), "Pagination");
      y += height;
      line(y, strong);
    };
    const add = (cells: Words[][], head: boolean, strong: boolean): void => {
      const row = doc.struct("TR");
      element.add(row);
      put(cells, tagged(row, cells, head), strong);
      row.end();
    };

    makeRoom(heightOf(heads) + 40);
    add(heads, true, true);
    return {
      row(cells: Cell[], strong = false): void {
        const words = laid(cells);
        if (y + heightOf(words) > bottom) {
          nextPage();
          put(heads, null, true);
        }
        add(words, false, strong);
      },
      end: () => element.end(),
    };
  }

  /** A drawing of black modules with words for those who do not see it. */
  function figure(code: { size: number; path: string }, alt: string, width: number): void {
    y += 8;
    makeRoom(width);
    say(root, "Figure", alt, () => doc.save().translate(margin, y).scale(width / code.size).path(code.path).fill("#000000").restore(), {
      alt,
    }).end();
    y += width;
  }

  /** Ends the document: page numbers are known only now. */
  async function close(pageName: (page: number, pages: number) => string): Promise<Buffer> {
    root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      doc.switchToPage(start + at);
      decorate(() => type.draw({ text: `${title} · ${subject}`, size: 8, quiet: true }, margin, bottom + 16, sheetWidth), "Pagination");
      decorate(() => type.draw({ text: pageName(at + 1, count), size: 8, quiet: true }, margin, bottom + 16, sheetWidth, true), "Pagination");
    }
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  return { block, table, figure, close, skip: (height: number) => (y += height) };
}
