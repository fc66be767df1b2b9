/** How a bank's CSV is read: chosen once per account and remembered. */
export const delimiters = [",", ";", "tab", "|"] as const;
export const dateFormats = ["YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "YYYYMMDD", "DD.MM.YY", "DD MMM YYYY"] as const;
export const decimalMarks = [".", ","] as const;

export type DateFormat = (typeof dateFormats)[number];

export type CsvMapping = {
  delimiter: (typeof delimiters)[number];
  date_format: DateFormat;
  decimal: (typeof decimalMarks)[number];
  /** names of columns; null when the file has none */
  booked_on: string;
  value_on: string | null;
  /** one signed column, or two */
  amount: string | null;
  debit: string | null;
  credit: string | null;
  currency: string | null;
  bank_reference: string | null;
  reference: string | null;
  /** several names joined by " + " */
  text: string | null;
};

export const columnFields = ["booked_on", "value_on", "amount", "debit", "credit", "currency", "bank_reference", "reference", "text"] as const;
export type ColumnField = (typeof columnFields)[number];

/** The columns a field stands for. */
export function columnsOf(mapping: CsvMapping, field: ColumnField): string[] {
  const named = mapping[field];
  if (named === null) return [];
  return field === "text" ? named.split(/\s\+\s/).map((name) => name.trim()).filter((name) => name !== "") : [named.trim()];
}
