import { expect, test } from "vitest";

import { addAmounts, compareAmounts, subtractAmounts } from "./decimal";
import { formatDate, formatTime } from "./dates";
import { formatAmount, formatMoney, formatPercent, isNegative, isZero } from "./format";
import { amountShape, isAmbiguousAmount, readTypedAmount, writeTypedAmount } from "./amount";

test.each([
  ["0.00", "0.00"],
  ["1234.50", "1,234.50"],
  ["-1234.5", "\u22121,234.5"],
  ["-0.00", "0.00"],
  ["90000000000000.00", "90,000,000,000,000.00"],
  ["9007199254740993.00000001", "9,007,199,254,740,993.00000001"],
  ["7", "7"],
  ["not an amount", "not an amount"],
])("%s is written %s", (amount, text) => {
  expect(formatAmount(amount)).toBe(text);
});

test("a movement shows its plus, nothing does not", () => {
  expect(formatAmount("10.00", "en", "always")).toBe("+10.00");
  expect(formatAmount("0.00", "en", "always")).toBe("0.00");
});

test("other languages group and point in their own way", () => {
  expect(formatAmount("1234567.50", "hi")).toBe("12,34,567.50");
  expect(formatAmount("1234567.50", "es")).toBe("1.234.567,50");
});

test("rupees are grouped by lakh and crore in Hindi and in English, other currencies as their language does", () => {
  expect(formatMoney("1234567.50", "INR", "en")).toBe("12,34,567.50");
  expect(formatMoney("1234567.50", "INR", "hi")).toBe("12,34,567.50");
  expect(formatMoney("-1234567.50", "USD", "en", "always")).toBe("\u22121,234,567.50");
  expect(formatMoney("1234567.50", "INR", "es")).toBe("1.234.567,50");
  expect(formatMoney("9007199254740993.00000001", "BTC", "es")).toBe("9.007.199.254.740.993,00000001");
});

test("every language writes Western digits", () => {
  for (const language of ["en", "es", "hi"]) {
    expect(formatAmount("9876543210.12", language)).toMatch(/^[0-9.,]+$/);
    expect(formatTime("2027-12-31T23:59:00Z", language, "Asia/Kolkata")).not.toMatch(/[\u0966-\u096f]/);
  }
});

test("rates keep their digits and have at least two", () => {
  expect(formatPercent("0.4")).toBe("0.40\u00a0%");
  expect(formatPercent("0.1250")).toBe("0.125\u00a0%");
  expect(formatPercent("100")).toBe("100.00\u00a0%");
});

test("dates cannot be misread and instants name their zone", () => {
  expect(formatDate("2027-03-04")).toBe("4 Mar 2027");
  expect(formatDate("2027-09-30T23:30:00Z", "en", "Asia/Kolkata")).toBe("1 Oct 2027");
  expect(formatTime("2027-03-04T10:05:00+00:00")).toBe("4 Mar 2027, 10:05 UTC");
  expect(formatTime("2027-03-04T00:00:00Z")).toBe("4 Mar 2027, 00:00 UTC");
  expect(formatDate("2027-09-04", "es")).toBe("4 sept 2027");
  expect(formatTime("2027-03-04T10:05:00Z", "hi")).toBe("4 मार्च 2027, 10:05 UTC");
});

test("sums and comparisons are exact", () => {
  expect(addAmounts("0.10", "0.20", "90071992547409.93")).toBe("90071992547410.23");
  expect(subtractAmounts("1.00", "0.995")).toBe("0.005");
  expect(compareAmounts("10", "9.99")).toBe(1);
  expect(isNegative("-0.00")).toBe(false);
  expect(isNegative("-0.01")).toBe(true);
  expect(isZero("0.000")).toBe(true);
});

/** The inputs of page 8, row 17: none of them may pass the form's own check. */
test.each(["-1", "-0", "+1", "", " 5", "5 ", " 5 ", "NaN", "Infinity", "1e309", "1e3", "0x10", "1_000", "1,234.5", "1,234", "12,34", "١٢", "１２", ".5", "5.", "00", "01", "1.123456789", "9".repeat(400), "1\n", "\u00a05", "5\u200b", "𝟝"])(
  "%j is no amount",
  (text) => {
    for (const language of ["en", "hi"]) expect(amountShape.test(readTypedAmount(text, language)), language).toBe(false);
    const read = isAmbiguousAmount(text, "es") ? "refused" : readTypedAmount(text, "es");
    expect(amountShape.test(read) && text !== "12,34").toBe(false);
  },
);

test("a decimal comma counts where the language writes one, and nowhere else", () => {
  expect(readTypedAmount("12,34", "es")).toBe("12.34");
  expect(readTypedAmount("12.34", "es")).toBe("12.34");
  expect(amountShape.test(readTypedAmount("1.234,50", "es"))).toBe(false);
  expect(amountShape.test(readTypedAmount("1,234.50", "es"))).toBe(false);
  expect(amountShape.test(readTypedAmount("12,34", "hi"))).toBe(false);
});

test("what may be a thousand or a fraction is refused where both marks are in use", () => {
  for (const text of ["1.234", "1,234", "12.345", "123,456"]) expect(isAmbiguousAmount(text, "es"), text).toBe(true);
  for (const text of ["1234", "0,234", "1,23", "1,2340", "1.2340", "1234,567", "1.234,567"]) expect(isAmbiguousAmount(text, "es"), text).toBe(false);
  // A point is a point in English and Hindi, and a comma is refused there in any case.
  expect(isAmbiguousAmount("1.234", "en")).toBe(false);
  expect(isAmbiguousAmount("1.234", "hi")).toBe(false);
});

/** What a form shows for a decimal, sent again, is that decimal or is refused; never another. */
test("an amount survives being shown in a form and sent again", () => {
  for (const language of ["en", "es", "hi"]) {
    for (const amount of ["0", "7", "1234", "12.34", "0.5", "1.2340", "1234.567", "0.00000001", "999999999999999999.12345678"]) {
      const shown = writeTypedAmount(amount, language);
      expect(isAmbiguousAmount(shown, language), shown).toBe(false);
      expect(readTypedAmount(shown, language)).toBe(amount);
    }
  }
  expect(writeTypedAmount("12.34", "es")).toBe("12,34");
  expect(isAmbiguousAmount(writeTypedAmount("1.234", "es"), "es")).toBe(true);
  expect(writeTypedAmount("-1", "es")).toBe("-1");
});
