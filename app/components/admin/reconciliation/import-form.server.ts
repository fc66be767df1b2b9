import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { columnFields, dateFormats, decimalMarks, delimiters, type CsvMapping } from "~/statements/csv-mapping";
import { readAmount } from "~/statements/figures";

const column = () =>
  z
    .string()
    .trim()
    .max(300)
    .optional()
    .transform((name) => name || null);

/** A balance may be below zero; groups are read as in the file. */
const balance = () =>
  z
    .string()
    .trim()
    .max(40)
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const amount = readAmount(text, ".");
      if (amount === null) context.addIssue({ code: "custom", message: "balance_invalid" });
      return amount;
    });

export const importSchema = () =>
  z.object({
    key: requestKey(),
    opening: balance(),
    closing_on: z.iso.date({ error: "invalid_date" }).optional(),
    closing: balance(),
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
