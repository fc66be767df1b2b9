/**
 * What people and programs type where an amount is asked for and nobody may take for one (row 17 of the safety table), for a
 * currency with two decimals, read in English.
 */
export const badAmounts = [
  "-1", "-0", "0", "0.00", "+1", "NaN", "Infinity", "1e309", "1e3", "0x10", "0b1", "1_000", "", " ", " 5 ", "5 ", "1 000", "1,234.5", "12,34", "1.234,5",
  "١٢", "１２", "१२", "½", "10.", ".5", "1.2.3", "1.001", "007", "1'000", "$5", "5 USD", "5%", "--5", "five", "null", "true", "[]", "{}", "1\u00a0000", "5\u200b", "\u202e5", "5\n6", "1;2", "' or 1=1 --",
  `1${"0".repeat(400)}`, "99999999999999999999",
] as const;

/** A handful for what is typed into a browser. */
export const badAmountsTyped = ["-1", "0", "1e309", " 5 ", "1,234.5", "12,34", "１２"] as const;
