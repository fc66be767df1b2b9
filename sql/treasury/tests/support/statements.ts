/** Statements for tests: lines as the readers hand them over, imported by the ordinary way. */
import { randomUUID } from "node:crypto";

import type { Desk } from "../../../tests/support/builders";

export type Line = { on: string; amount: string; id?: string | null; reference?: string | null; text?: string | null; currency?: string | null; ordinal?: string; refusal?: string; valueOn?: string };

let place = 0;

export const line = ({ on, amount, id = null, reference = null, text = null, currency = null, ordinal = "1", refusal, valueOn }: Line) => {
  place += 1;
  return { n: String(place), ordinal, detail: "0", refusal: refusal ?? null, booked_on: on, value_on: valueOn ?? on, amount, currency, bank_reference: id, reference, text };
};

type Person = { token: string };
export type File = { lines: Line[]; beginsOn?: string | null; opening?: string | null; closings?: { on: string; balance: string }[] };

/** Imports lines as one file, in parts when asked to; answers the statement with its counts. */
export async function importLines(desk: Desk, who: Person, method: string, { lines, beginsOn = null, opening = null, closings = [] }: File, parts = 1) {
  const { statement } = await desk.ask("staff_statement_begin", {
    token: who.token, method, file_name: "file.csv", sha256: "ab".repeat(32), format: "csv", mapping: JSON.stringify({}), begins_on: beginsOn, opening, closings: JSON.stringify(closings), key: randomUUID(),
  });
  const size = Math.max(1, Math.ceil(lines.length / parts));
  for (let at = 0; at < lines.length; at += size) {
    await desk.ask("staff_statement_lines", { token: who.token, statement, lines: JSON.stringify(lines.slice(at, at + size).map(line)), key: randomUUID() });
  }
  await desk.ask("staff_statement_close", { token: who.token, statement, key: randomUUID() });
  return (await desk.ask("staff_statement", { token: who.token, statement })).statement as { id: string; imported: number; skipped: number; refused: number; matched: number; remarks: { line: number; outcome: string; reason: string }[] };
}

export const sheetOf = (desk: Desk, who: Person, method: string, on: string) => desk.ask("staff_reconciliation_sheet", { token: who.token, method, on });

export const explain = (desk: Desk, who: Person, method: string, items: string[], reason = "timing", note: string | null = null) =>
  desk.ask("staff_items_explain", { token: who.token, method, items: JSON.stringify(items), reason, note, key: randomUUID() });

export const submit = (desk: Desk, who: Person, method: string, on: string) => desk.ask("staff_sheet_submit", { token: who.token, method, on, key: randomUUID() });
