import { expect, test } from "vitest";

import { addAmounts, compareAmounts, subtractAmounts } from "./decimal";
import { formatDate, formatTime } from "./dates";
import { formatAmount, formatPercent, isNegative, isZero } from "./format";
import { amountShape, readTypedAmount } from "./amount";

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
    expect(amountShape.test(readTypedAmount(text, "en"))).toBe(false);
  },
);

test("a decimal comma counts where the language writes one", () => {
  expect(readTypedAmount("12,34", "es")).toBe("12.34");
  expect(amountShape.test(readTypedAmount("1.234,50", "es"))).toBe(false);
});
