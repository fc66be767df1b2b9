import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { columnFields, dateFormats, decimalMarks, delimiters, type CsvMapping } from "~/statements/csv-mapping";
import { amountShape, isAmbiguousAmount, readTypedAmount } from "~/money/amount";
import { isZero } from "~/money/format";

const column = () =>
  z
    .string()
    .trim()
    .max(300)
    .optional()
    .transform((name) => name || null);

/** A balance is an amount that may be below zero. It begins a whole account, so nothing in it is guessed: no groups, as in every form. */
const balance = (language: Language) =>
  z
    .string()
    .trim()
    .max(40)
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const [, sign, size = ""] = /^([-\u2212]?)(.*)$/.exec(text) ?? [];
      const amount = readTypedAmount(size, language);
      if (isAmbiguousAmount(size, language)) context.addIssue({ code: "custom", message: "ambiguous_amount" });
      else if (!amountShape.test(amount)) context.addIssue({ code: "custom", message: "balance_invalid" });
      return sign && !isZero(amount) ? `-${amount}` : amount;
    });

export const importSchema = (language: Language) =>
  z.object({
    key: requestKey(),
    opening: balance(language),
    closing_on: z.iso.date({ error: "invalid_date" }).optional(),
    closing: balance(language),
    delimiter: z.enum(delimiters).default(","),
    date_format: z.enum(dateFormats).default("YYYY-MM-DD"),
    decimal: z.enum(decimalMarks).default("."),
    booked_on: column(),
    value_on: column(),
    amount: column(),
    debit: column(),
    credit: column(),
    currency: column(),
    bank_reference: column(),
    reference: column(),
    text: column(),
  });
export type ImportAsked = z.output<ReturnType<typeof importSchema>>;

/** What is missing before a CSV can be read: a field and its code. */
export function mappingFault(asked: ImportAsked): { field: string; code: string } | null {
  if (asked.booked_on === null) return { field: "booked_on", code: "booked_on_missing" };
  if (asked.amount === null && (asked.debit === null || asked.credit === null)) return { field: "amount", code: "amount_column_missing" };
  if (asked.amount !== null && (asked.debit !== null || asked.credit !== null)) return { field: "amount", code: "amount_column_twice" };
  return null;
}

export function mappingOf(asked: ImportAsked): CsvMapping {
  const named = Object.fromEntries(columnFields.map((field) => [field, asked[field]])) as Pick<CsvMapping, (typeof columnFields)[number]>;
  return { delimiter: asked.delimiter, date_format: asked.date_format, decimal: asked.decimal, ...named, booked_on: asked.booked_on ?? "" };
}
