/**
 * What a person typed as an amount, before it goes to the database. The database parses and refuses; this only turns the
 * decimal comma into a point where the language writes one, and back. Nothing is trimmed, grouped or guessed.
 */
import { decimalMark } from "./format";

const writesComma = (language: string): boolean => decimalMark(language) === ",";

export function readTypedAmount(text: string, language: string): string {
  return writesComma(language) && /^\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
}

/**
 * "1.234" is a thousand and more to one reader of Spanish and a bit more than one to another, and so is "1,234": where a
 * language writes a comma, three digits behind one mark are refused rather than guessed. "0,234" and "1234,567" are no groups.
 */
export function isAmbiguousAmount(text: string, language: string): boolean {
  return writesComma(language) && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
}

/** A plain decimal as the person would type it: what a form offers to be changed can be sent again and means the same. */
export function writeTypedAmount(amount: string, language: string): string {
  const written = writesComma(language) && amountShape.test(amount) ? amount.replace(".", ",") : amount;
  return isAmbiguousAmount(written, language) ? amount : written;
}

/** Plain ASCII digits without leading zeros, then at most eight decimals: the widest any currency allows. */
export const amountShape = /^(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,8})?$/;
