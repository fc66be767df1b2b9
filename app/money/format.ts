/**
 * Amounts for people. An amount is a decimal string from the database and stays one: the whole part is grouped through
 * BigInt and Intl, the decimals are copied digit by digit, so nothing is ever rounded or passes through a float.
 */
const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** U+2212, the width of a plus: columns of signed amounts stay aligned. */
const minus = "\u2212";

export type SignDisplay = "negative" | "always";

/** What stands before the decimals in a language: a point or a comma. */
export function decimalMark(language: string): string {
  return new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
}

/** Rupees are grouped by lakh and crore in English too, as everybody writes them who reads English in India. */
function writtenIn(language: string, currency: string): string {
  return language === "en" && currency === "INR" ? "en-IN" : language;
}

/** "−1,234.50" for "-1234.5"-like strings; what is not a decimal is shown as it came, because hiding it would be worse. */
export function formatAmount(amount: string, language = "en", sign: SignDisplay = "negative"): string {
  const match = decimal.exec(amount);
  if (!match) return amount;
  const [, mark = "", whole = "0", fraction] = match;
  const zero = /^0*$/.test(whole + (fraction ?? ""));
  const grouped = new Intl.NumberFormat(language).format(BigInt(whole));
  const text = fraction === undefined ? grouped : `${grouped}${decimalMark(language)}${fraction}`;
  if (zero) return text;
  if (mark === "-") return `${minus}${text}`;
  return sign === "always" ? `+${text}` : text;
}

/** An amount of a currency, without its code: as `formatAmount`, with the groups of that currency. */
export function formatMoney(amount: string, currency: string, language = "en", sign: SignDisplay = "negative"): string {
  return formatAmount(amount, writtenIn(language, currency), sign);
}

/** "0.40 %" for "0.4": rates keep the digits the plan was written with, at least two decimals. */
export function formatPercent(rate: string, language = "en"): string {
  const match = decimal.exec(rate);
  if (!match) return `${rate}\u00a0%`;
  const [, mark = "", whole = "0", fraction = ""] = match;
  const digits = fraction.replace(/0+$/, "").padEnd(2, "0");
  return `${formatAmount(`${mark}${whole}.${digits}`, language)}\u00a0%`;
}

/** Whole numbers: counts, days. */
export function formatCount(count: number | string, language = "en"): string {
  return formatAmount(String(count), language);
}

export function isNegative(amount: string): boolean {
  return amount.startsWith("-") && !/^-0*(\.0*)?$/.test(amount);
}

/** Digits after the point. */
export function decimalsIn(amount: string): number {
  return amount.split(".")[1]?.length ?? 0;
}

export function isZero(amount: string): boolean {
  return /^[+-]?0*(\.0*)?$/.test(amount);
}
