/** What a statement file says, before the database has judged it: everything is text, as SQL expects it (treasury.add_lines). */
export type StatementLine = {
  /** line of a CSV file, or place of the entry in a camt file, from 1 */
  n: string;
  /** what the reader found wrong; the other fields may then be empty */
  refusal: string | null;
  booked_on: string | null;
  value_on: string | null;
  /** decimal text, with a minus for what left */
  amount: string | null;
  /** null: the account's */
  currency: string | null;
  /** the bank's own reference of the entry */
  bank_reference: string | null;
  /** part of an entry that lists several payments, from 1; 0 for a whole one */
  detail: string;
  /** reference of the person who paid */
  reference: string | null;
  text: string | null;
  /** which of several equal lines of one day this is, from 1 */
  ordinal: string;
};

export type Statement = {
  format: "csv" | "camt.053";
  lines: StatementLine[];
  /** first day and the balance before it, when the file or the person says so */
  beginsOn: string | null;
  opening: string | null;
  closings: { on: string; balance: string }[];
};

/** Why a file is refused as a whole, at a field of the form. */
export type StatementFault = { field: string; code: string; params: Record<string, string> };

export class UnreadableStatement extends Error {
  constructor(readonly fault: StatementFault) {
    super(fault.code);
    this.name = "UnreadableStatement";
  }
}

export function unreadable(code: string, params: Record<string, string> = {}, field = "file"): never {
  throw new UnreadableStatement({ field, code, params });
}

/** One line of ordinary text, as long as its column. */
export function tidy(text: string | null | undefined, most: number): string | null {
  // Bank files hold tabs, line breaks and worse within a field.
  const plain = (text ?? "").replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  if (plain === "") return null;
  return plain.length <= most ? plain : [...plain].slice(0, most).join("").trim();
}

/** A real day of the calendar, or null. */
export function isoDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** Counts equal lines of a day, so that two real payments of the same sum stay two, and the same file read again stays the same. */
export function countEqual(lines: StatementLine[]): StatementLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    if (line.refusal !== null || line.bank_reference !== null) return line;
    const content = JSON.stringify([line.booked_on, line.value_on, line.amount, line.reference, line.text, line.detail]);
    const ordinal = (seen.get(content) ?? 0) + 1;
    seen.set(content, ordinal);
    return { ...line, ordinal: String(ordinal) };
  });
}
