/** A table as an Office Open XML workbook (ECMA-376) of one sheet. Numbers are written digit by digit as they come from the database: none passes through a float here. */
import { zip } from "./zip.server";

/** `instant`: a time with its offset; it is shown in UTC, to the second. */
export type SheetCell = { text: string } | { number: string } | { day: string } | { instant: string };

/** What a spreadsheet keeps exactly; longer numbers are written as text. */
const digitsOfADouble = 15;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Defused as in CSV: a text that begins like a formula stays one when the sheet is saved as CSV and opened again. */
const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A, B … Z, AA: the name of a column. */
function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (at % 26));
}

/** Days since the beginning of 1900, as spreadsheets count them. */
const serialDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const secondsOfADay = 86_400;

/** The same with the seconds since midnight UTC as a part of a day, in whole numbers: nine places tell seconds apart. */
function serialInstant(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1_000);
  const day = Math.floor(seconds / secondsOfADay);
  const part = (BigInt(seconds - day * secondsOfADay) * 1_000_000_000n + 43_200n) / 86_400n;
  return `${day + 25_569}.${part.toString().padStart(9, "0")}`;
}

function cellXml(cell: SheetCell, at: string, style: number): string {
  if ("day" in cell) return `<c r="${at}" s="1"><v>${serialDay(cell.day)}</v></c>`;
  if ("instant" in cell) return `<c r="${at}" s="5"><v>${serialInstant(cell.instant)}</v></c>`;
  if ("number" in cell && cell.number.replace(/\D/g, "").replace(/^0+/, "").length <= digitsOfADouble) return `<c r="${at}" s="${cell.number.includes(".") ? 3 : 2}"><v>${cell.number}</v></c>`;
  const text = "number" in cell ? cell.number : "text" in cell ? defused(cell.text) : "";
  return text === "" ? "" : `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** 0 text, 1 day, 2 whole number, 3 decimal number with its own digits, 4 heading, 5 time to the second. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00######"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook made row by row: `add` as they come, `close` for its bytes. The first row is the heading and stays in sight. */
export function openWorkbook(title: string) {
  const rows: Buffer[] = [];
  let count = 0;
  let widest = 1;
  const add = (cells: SheetCell[], heading = false): void => {
    count += 1;
    widest = Math.max(widest, cells.length);
    rows.push(Buffer.from(`<row r="${count}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${count}`, heading ? 4 : 0)).join("")}</row>`, "utf8"));
  };
  const close = (): Buffer => {
    const name = escape(title.replace(/[[\]:*?/\\']/g, " ").slice(0, 31));
    const sheet = Buffer.concat([
      Buffer.from(`${head}<worksheet xmlns="${main}"><dimension ref="A1:${columnName(widest - 1)}${Math.max(count, 1)}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${widest}" width="18" customWidth="1"/></cols><sheetData>`),
      ...rows,
      Buffer.from("</sheetData></worksheet>"),
    ]);
    const part = (path: string, text: string | Buffer) => ({ name: path, bytes: typeof text === "string" ? Buffer.from(text, "utf8") : text });
    const type = (path: string, kind: string) => `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
    return zip([
      part("[Content_Types].xml", `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("/xl/workbook.xml", "sheet.main")}${type("/xl/worksheets/sheet1.xml", "worksheet")}${type("/xl/styles.xml", "styles")}</Types>`),
      part("_rels/.rels", `${head}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
      part("xl/workbook.xml", `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`),
      part("xl/_rels/workbook.xml.rels", `${head}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`),
      part("xl/styles.xml", styles),
      part("xl/worksheets/sheet1.xml", sheet),
    ]);
  };
  return { add, close };
}
