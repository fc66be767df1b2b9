/** Files of a report. One way makes the rows for every format: a list of cells that each format writes down as it can. */
import type { i18n } from "i18next";

import { csvText, type Row } from "~/files/csv.server";
import { openWorkbook, type SheetCell } from "~/files/xlsx.server";
import { openSheet, sheetWidth, type Cell } from "~/member-statement/pdf-sheet.server";
import { formatDate, formatTime } from "~/money/dates";
import { reports, type ExportFormat, type ReportColumn, type ReportName, type ReportRow } from "./reports";
import { reportWords } from "./words";

export type ReportFile = { name: ReportName; format: ExportFormat; from: string; until: string; by: string; currency: string; company: string; madeAt: string };
/** Some rows as the database answers them; sums come with the last ones where the report has any. */
export type ReportPart = { rows: readonly ReportRow[]; totals: ReportRow | null };

export const contentTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

export const reportFileName = ({ name, format, from, until }: Pick<ReportFile, "name" | "format" | "from" | "until">): string => `coffer-${name}-${from}-${until}.${format}`;

/** What a value is, whatever the file: a figure as the database wrote it, a day, a time with its offset, or words. */
type Value = { figure: string } | { day: string } | { instant: string } | { words: string };

type Words = ReturnType<typeof reportWords>;

function valuesOf(words: Words, columns: readonly ReportColumn[], row: ReportRow): Value[] {
  return columns.map(({ key, as }) => {
    const value = row[key];
    if (value === null || value === undefined) return { words: "" };
    if (as === "amount" || as === "count" || as === "seconds") return { figure: String(value) };
    const text = String(value);
    return as === "period" ? { day: text } : as === "instant" ? { instant: text } : { words: words.word(as, text) };
  });
}

/** The sums of a report in its columns, or none. */
function sumsOf(columns: readonly ReportColumn[], totals: ReportRow | null, name: string): Value[] | null {
  if (totals === null || !columns.some(({ key }) => key in totals)) return null;
  return columns.map(({ key }, at) => (at === 0 ? { words: name } : totals[key] === undefined || totals[key] === null ? { words: "" } : { figure: String(totals[key]) }));
}

type Made = { bytes: Buffer; rows: number };

/** The bytes of a file of a report, read part by part; null when `parts` ends by saying so, because somebody else makes it. */
export async function reportFile(i18n: i18n, file: ReportFile, parts: AsyncGenerator<ReportPart, boolean>): Promise<Made | null> {
  const words = reportWords(i18n, file.name, file.by, file.currency);
  const t = i18n.getFixedT(null, "reports");
  const { columns } = reports[file.name];
  const writer = file.format === "csv" ? csvWriter() : file.format === "xlsx" ? workbookWriter(words.title) : pdfWriter(i18n, file, words);
  writer.head(
    columns.map((column) => {
      const name = words.column(column);
      if (column.as === "seconds" && file.format !== "pdf") return t("seconds", { column: name });
      // A cell of a spreadsheet knows no offset.
      return column.as === "instant" && file.format === "xlsx" ? `${name} (UTC)` : name;
    }),
  );
  let rows = 0;
  for (;;) {
    const { value, done } = await parts.next();
    if (done) return value ? { bytes: await writer.close(), rows } : null;
    writer.rows(value.rows.map((row) => valuesOf(words, columns, row)));
    rows += value.rows.length;
    const sums = sumsOf(columns, value.totals, t("file.totals"));
    if (sums) writer.sums(sums);
  }
}

type Writer = { head: (names: string[]) => void; rows: (rows: Value[][]) => void; sums: (values: Value[]) => void; close: () => Buffer | Promise<Buffer> };

function csvWriter(): Writer {
  const texts: Buffer[] = [];
  const plain = (value: Value): string => ("figure" in value ? value.figure : "day" in value ? value.day : "instant" in value ? value.instant : value.words);
  const add = (rows: Row[], first = false) => void texts.push(Buffer.from(csvText(rows, first), "utf8"));
  return { head: (names) => add([names], true), rows: (rows) => add(rows.map((row) => row.map(plain))), sums: (values) => add([values.map(plain)]), close: () => Buffer.concat(texts) };
}

function workbookWriter(title: string): Writer {
  const book = openWorkbook(title);
  const cell = (value: Value): SheetCell => ("figure" in value ? { number: value.figure } : "words" in value ? { text: value.words } : value);
  return {
    head: (names) => book.add(names.map((text) => ({ text })), true),
    rows: (rows) => rows.forEach((row) => book.add(row.map(cell))),
    sums: (values) => book.add(values.map(cell), true),
    close: () => book.close(),
  };
}

function pdfWriter(i18n: i18n, file: ReportFile, words: Words): Writer {
  const { language } = i18n;
  const t = i18n.getFixedT(null, "reports");
  const { columns } = reports[file.name];
  const days = `${formatDate(file.from, language)} – ${formatDate(file.until, language)}`;
  const sheet = openSheet({ title: `${words.title} · ${file.company}`, author: file.company, subject: days, language, madeAt: new Date(file.madeAt) });
  sheet.block("P", { text: file.company, weight: "strong", size: 10, quiet: true });
  sheet.block("H1", { text: words.title, weight: "strong", size: 20 });
  sheet.block("P", { text: t(`about.${file.name}`), size: 9, quiet: true });
  for (const text of [`${t("file.days")}: ${days}`, t("amountsIn", { currency: file.currency }), `${t("file.made")}: ${formatTime(file.madeAt, language)}`]) sheet.block("P", { text, size: 9 });
  const isFigure = (column: ReportColumn): boolean => column.as === "amount" || column.as === "count" || column.as === "seconds";
  // Words need more room than counts, and amounts most.
  const shares = columns.map(({ as }) => (as === "count" ? 1.1 : as === "amount" ? 1.7 : as === "instant" ? 2 : 1.5));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const size = columns.length > 7 ? 6.5 : 8;
  sheet.skip(10);
  let table: ReturnType<typeof sheet.table> | undefined;
  const cell = (value: Value, column: ReportColumn): Cell => {
    const text = "figure" in value ? words.cell(column.as, value.figure) : "day" in value ? words.period(value.day) : "instant" in value ? formatTime(value.instant, language) : value.words;
    return [{ text, size }];
  };
  const strong = (lines: Cell): Cell => lines.map((line) => ({ ...line, weight: "strong" }));
  const cells = (row: Value[]): Cell[] => columns.map((column, at) => cell(row[at] ?? { words: "" }, column));
  return {
    head: (names) => (table = sheet.table(columns.map((column, at) => ({ label: names[at] ?? "", width: (sheetWidth * (shares[at] ?? 1)) / whole, end: isFigure(column), size })))),
    rows: (rows) => rows.forEach((row) => table?.row(cells(row))),
    sums: (values) => table?.row(cells(values).map(strong), true),
    close: () => {
      table?.end();
      return sheet.close((page, pages) => t("file.page", { page, pages }));
    },
  };
}
