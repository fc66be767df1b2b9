/** Spreadsheets: what is written can be read, no text runs, no digit is lost. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { unzip } from "../../e2e/support/unzip";
import { openWorkbook } from "./xlsx.server";
import { zip } from "./zip.server";

const sheetOf = (bytes: Buffer): string => unzip(bytes).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";

test("what is packed comes out, under its name", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.uint8Array({ maxLength: 2_000 })), { selector: ([name]) => name, maxLength: 5 }), (files) => {
      const read = unzip(zip(files.map(([name, bytes]) => ({ name, bytes }))));
      expect([...read]).toEqual(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
    }),
  );
});

test("a text that begins like a formula is a text with an apostrophe before it, and markup stays text", () => {
  const book = openWorkbook("Report: [a/b]");
  for (const text of ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "plain", '<b>&"'] ) book.add([{ text }]);
  const sheet = sheetOf(book.close());
  for (const shown of ["'=1+1", "'+1", "'-cmd", "'@SUM(A1)", "'\t=1", ">plain<", "&lt;b&gt;&amp;&quot;"]) expect(sheet).toContain(shown);
  expect(sheet).not.toContain("<f>");
  expect(sheet.match(/t="inlineStr"/g)?.length).toBe(7);
});

test("numbers keep every digit: those a spreadsheet would round are texts", () => {
  const book = openWorkbook("Report");
  book.add([{ number: "-0.10" }, { number: "123456789012.34" }, { number: "90000000000000.01" }, { day: "2026-11-22" }, { number: "7" }]);
  const sheet = sheetOf(book.close());
  expect(sheet).toContain('<c r="A1" s="3"><v>-0.10</v></c>');
  expect(sheet).toContain("<v>123456789012.34</v>");
  expect(sheet).toContain('<c r="C1" t="inlineStr" s="0"><is><t xml:space="preserve">90000000000000.01</t></is></c>');
  // 22 November 2026, as spreadsheets count days.
  expect(sheet).toContain('<c r="D1" s="1"><v>46348</v></c>');
  expect(sheet).toContain('<c r="E1" s="2"><v>7</v></c>');
});

test("a time is a time in UTC to the second, whatever its offset, and comes back as it was", () => {
  const book = openWorkbook("Report");
  book.add([{ instant: "2026-11-22T00:00:00+00:00" }, { instant: "2026-11-22T05:30:00.9+05:30" }, { instant: "2026-11-22T23:59:59.999+00:00" }]);
  const sheet = sheetOf(book.close());
  expect(sheet).toContain('<c r="A1" s="5"><v>46348.000000000</v></c><c r="B1" s="5"><v>46348.000000000</v></c><c r="C1" s="5"><v>46348.999988426</v></c>');
  fc.assert(
    fc.property(fc.date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2200-01-01T00:00:00Z"), noInvalidDate: true }), (date) => {
      const one = openWorkbook("Report");
      one.add([{ instant: date.toISOString() }]);
      const [, days = "", part = ""] = /<v>(\d+)\.(\d{9})<\/v>/.exec(sheetOf(one.close())) ?? [];
      const seconds = (BigInt(days) - 25_569n) * 86_400n + (BigInt(part) * 86_400n + 500_000_000n) / 1_000_000_000n;
      expect(seconds).toBe(BigInt(Math.floor(date.getTime() / 1_000)));
    }),
  );
});

test("the twenty-seventh column is AA", () => {
  const book = openWorkbook("Report");
  book.add(Array.from({ length: 28 }, (_, at) => ({ text: `c${at}` })));
  expect(sheetOf(book.close())).toContain('<c r="AB1"');
});
