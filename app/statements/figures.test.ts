import { expect, test } from "vitest";

import { decode } from "./decode";
import { readAmount, readDay } from "./figures";
import { tidy } from "./statement";

test.each([
  ["1234.56", ".", "1234.56"], ["1,234.56", ".", "1234.56"], ["12,34,567.80", ".", "1234567.80"], ["-0.50", ".", "-0.50"], ["0.50-", ".", "-0.50"], ["(1,000.00)", ".", "-1000.00"],
  ["\u22125.00", ".", "-5.00"], ["+7", ".", "7"], ["1 234,56", ",", "1234.56"], ["1.234,56", ",", "1234.56"], ["1\u00a0234,56-", ",", "-1234.56"], ["1'234.50", ".", "1234.50"],
  ["120.00 DR", ".", "-120.00"], ["120.00CR", ".", "120.00"], [".5", ".", "0.5"], ["007.10", ".", "7.10"], ["-0.00", ".", "0.00"],
] as const)("the amount %s with the decimal mark %s is %s", (text, decimal, amount) => {
  expect(readAmount(text, decimal)).toBe(amount);
});

test.each([["", "."], ["abc", "."], ["1,2,3", "."], ["1.234,56", "."], ["1,234.56", ","], ["--5", "."], ["-5-", "."], ["1e5", "."], ["٣", "."], ["12 USD", "."], ["=1+1", "."], ["1.2.3", "."]] as const)("%s with the decimal mark %s is no amount", (text, decimal) => {
  expect(readAmount(text, decimal)).toBeNull();
});

test.each([
  ["2026-11-03", "YYYY-MM-DD"], ["2026-11-03 10:15:00", "YYYY-MM-DD"], ["03.11.2026", "DD.MM.YYYY"], ["3/11/2026", "DD/MM/YYYY"], ["11/03/2026", "MM/DD/YYYY"], ["03-11-2026", "DD-MM-YYYY"], ["20261103", "YYYYMMDD"], ["03.11.26", "DD.MM.YY"],
  ["3 Nov 2026", "DD MMM YYYY"], ["03-NOV-2026", "DD MMM YYYY"],
] as const)("the day %s as %s", (text, format) => {
  expect(readDay(text, format)).toBe("2026-11-03");
});

test("a day that no calendar has is none", () => {
  expect([readDay("31.02.2026", "DD.MM.YYYY"), readDay("2026-13-01", "YYYY-MM-DD"), readDay("Total", "YYYY-MM-DD"), readDay("3 Foo 2026", "DD MMM YYYY"), readDay("29/02/2027", "DD/MM/YYYY")]).toEqual([null, null, null, null, null]);
});

test("a file is read in the encoding it is in, with or without a mark", () => {
  expect(decode(new TextEncoder().encode("\ufeffMüller"))).toBe("Müller");
  expect(decode(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toBe("Müller");
  expect(decode(Uint8Array.from([0xff, 0xfe, 0x4d, 0, 0xfc, 0]))).toBe("Mü");
  expect(decode(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Müller</a>', "latin1"))).toContain("Müller");
  expect(() => decode(Buffer.from("PK\u0003\u0004\u0000\u0000"))).toThrow("statement_unreadable");
  expect(() => decode(Buffer.from('<?xml version="1.0" encoding="EBCDIC-CP-BE"?>'))).toThrow("statement_encoding");
});

test("texts lose line breaks and control characters and are cut between letters", () => {
  expect(tidy(" a\r\n\tb\u0000c\u007f ", 50)).toBe("a b c");
  expect(tidy("💶💶💶", 5)).toBe("💶💶💶");
  expect(tidy("💶💶💶", 2)).toBe("💶💶");
  expect(tidy(" \n ", 5)).toBeNull();
});
