/**
 * What a person typed as an amount, before it goes to the database. The database parses and refuses; this only turns the
 * decimal comma into a point where the language writes one. Nothing is trimmed, grouped or guessed.
 */
const pointLanguages = ["en", "hi"];

export function readTypedAmount(text: string, language: string): string {
  const commaIsDecimal = !pointLanguages.some((code) => language === code || language.startsWith(`${code}-`));
  return commaIsDecimal && /^\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
}

/** Plain ASCII digits without leading zeros, then at most eight decimals: the widest any currency allows. */
export const amountShape = /^(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,8})?$/;
