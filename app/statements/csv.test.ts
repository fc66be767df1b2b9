/** Bank files as banks write them. */
import { expect, test } from "vitest";

import { readCsv } from "./csv.server";
import type { CsvMapping } from "./csv-mapping";
import { UnreadableStatement } from "./statement";

const plain: CsvMapping = { delimiter: ",", date_format: "YYYY-MM-DD", decimal: ".", booked_on: "Date", value_on: null, amount: "Amount", debit: null, credit: null, currency: null, bank_reference: "Id", reference: null, text: "Text" };

async function faultOf(work: Promise<unknown>) {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof UnreadableStatement)) throw new Error(`no fault but ${String(error)}`);
  return error.fault;
}

const short = (lines: Awaited<ReturnType<typeof readCsv>>["lines"]) => lines.map(({ n, refusal, booked_on, amount, bank_reference, text }) => [n, refusal ?? booked_on, amount, bank_reference, text]);

test("commas, a byte order mark, CRLF, quoted commas and line breaks, formula text", async () => {
  const { lines, beginsOn } = await readCsv('Date,Id,Text,Amount\r\n2026-11-03,A1,"Smith, John\r\nrent",100.00\r\n\r\n2026-11-02,A2,"=HYPERLINK(""http://x"")",-2.50\r\n', plain);
  expect(short(lines)).toEqual([["3", "2026-11-03", "100.00", "A1", "Smith, John rent"], ["5", "2026-11-02", "-2.50", "A2", '=HYPERLINK("http://x")']]);
  expect(beginsOn).toBe("2026-11-02");
});

test("semicolons, a comma for decimals, two columns, a preamble and a sum at the end", async () => {
  const german: CsvMapping = { ...plain, delimiter: ";", date_format: "DD.MM.YYYY", decimal: ",", booked_on: "Buchung", value_on: "Valuta", amount: null, debit: "Soll", credit: "Haben", currency: "Währung", bank_reference: null, reference: "Referenz", text: "Name + Zweck" };
  const { lines } = await readCsv(
    'Kontoauszug;;;\nIBAN;DE00\n\nBuchung;Valuta;Name;Zweck;Referenz;Soll;Haben;Währung\n03.11.2026;04.11.2026;Müller;Miete;D-ABC-1;;"1.250,00";EUR\n03.11.2026;;Bank;Entgelt;;2,50;;eur\nSumme;;;;;2,50;1250,00;\n', german);
  expect(lines.map(({ n, refusal, booked_on, value_on, amount, currency, reference, text }) => [n, refusal, booked_on, value_on, amount, currency, reference, text])).toEqual([
    ["5", null, "2026-11-03", "2026-11-04", "1250.00", "EUR", "D-ABC-1", "Müller Miete"],
    ["6", null, "2026-11-03", "2026-11-03", "-2.50", "EUR", null, "Bank Entgelt"],
    ["7", "booked_on_invalid", null, null, null, null, null, null],
  ]);
});

test("a line that is wrong says why and the rest is kept", async () => {
  const { lines } = await readCsv("Date,Id,Text,Amount\nyesterday,1,a,1\n2026-11-03,2,b,1.2.3\n2026-11-03,3\n2026-11-03,4,c,1,000.00\n2026-11-03,5,d,7\n", plain);
  expect(lines.map(({ refusal }) => refusal)).toEqual(["booked_on_invalid", "amount_invalid", "columns_missing", "columns_too_many", null]);
});

test("an open quote keeps what came before it", async () => {
  const { lines } = await readCsv('Date,Id,Text,Amount\n2026-11-03,1,a,1\n2026-11-03,2,"never closed,1\n2026-11-03,3,c,1\n', plain);
  expect(lines.map(({ refusal }) => refusal)).toEqual([null, "quote_open"]);
});

test("both a debit and a credit in one line is no amount", async () => {
  const { lines } = await readCsv("Date,Id,Text,Out,In\n2026-11-03,1,a,5,5\n2026-11-03,2,a,0.00,5\n2026-11-03,3,a,-5,\n", { ...plain, amount: null, debit: "Out", credit: "In" });
  expect(lines.map(({ refusal, amount }) => refusal ?? amount)).toEqual(["amount_invalid", "5", "-5"]);
});

test("unknown columns refuse the file at the field, and say what the file has", async () => {
  expect(await faultOf(readCsv("Datum,Id,Text,Amount\n2026-11-03,1,a,1\n", plain))).toEqual({ field: "booked_on", code: "column_missing", params: { column: "Date", columns: "Datum, Id, Text, Amount" } });
  expect(await faultOf(readCsv("Date,Id,Text,Amount,Amount\n2026-11-03,1,a,1,2\n", plain))).toMatchObject({ field: "amount", code: "column_twice" });
  expect(await faultOf(readCsv("", plain))).toMatchObject({ field: "booked_on", code: "column_missing" });
  expect(await faultOf(readCsv("Date,Id,Text,Amount\n", plain))).toMatchObject({ code: "statement_empty" });
});

test("equal lines of one day are counted, lines with the bank's reference are not", async () => {
  const { lines } = await readCsv("Date,Id,Text,Amount\n2026-11-03,,fee,-1\n2026-11-03,,fee,-1\n2026-11-04,,fee,-1\n2026-11-04,X,fee,-1\n2026-11-04,X,fee,-1\n", plain);
  expect(lines.map(({ ordinal }) => ordinal)).toEqual(["1", "2", "1", "1", "1"]);
});
