/** The bank's answer to a file, as CSV: a row for each payout it says something about. */
import { CsvError, parse } from "csv-parse/sync";

import type { AnsweredLine } from "~/db/payout.server";

export type Unreadable = "answer_unreadable" | "answer_empty" | "answer_columns";

/** Headings by which banks call the three things that are needed; the amount is compared where it is there. */
const headings = {
  reference: ["reference", "end-to-end id", "endtoendid", "payment reference", "customer reference"],
  outcome: ["outcome", "status", "payment status", "state"],
  reason: ["reason", "remarks", "status reason", "return reason"],
  amount: ["amount", "transaction amount"],
} as const;
const outcomes: Record<string, string> = { paid: "paid", success: "paid", processed: "paid", credited: "paid", settled: "paid", accc: "paid", acsc: "paid", returned: "returned", failed: "returned", rejected: "returned", rjct: "returned" };

const delimiters = [",", ";", "\t"];

/** Reads the rows; outcomes nobody knows are handed on as they are, for the database to refuse with the line. */
export function readAnswer(content: string): { lines: AnsweredLine[] } | { unreadable: Unreadable } {
  const plain = content.replace(/^\ufeff/, "");
  const first = plain.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [...delimiters].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(plain, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as typeof rows;
  } catch (error) {
    if (error instanceof CsvError) return { unreadable: "answer_unreadable" };
    throw error;
  }
  const [head, ...body] = rows;
  if (!head) return { unreadable: "answer_empty" };
  const place = (names: readonly string[]) => head.record.findIndex((cell) => names.includes(cell.toLowerCase()));
  const [reference, outcome, reason, amount] = [place(headings.reference), place(headings.outcome), place(headings.reason), place(headings.amount)];
  if (reference < 0 || outcome < 0) return { unreadable: "answer_columns" };
  if (body.length === 0) return { unreadable: "answer_empty" };
  const cell = (record: string[], at: number): string | null => (at < 0 ? null : record[at] || null);
  return {
    lines: body.map(({ record, info }) => {
      const said = cell(record, outcome) ?? "";
      return { line: String(info.lines), reference: cell(record, reference) ?? "", amount: cell(record, amount)?.replaceAll(",", "") ?? null, outcome: outcomes[said.toLowerCase()] ?? said, reason: cell(record, reason) };
    }),
  };
}
