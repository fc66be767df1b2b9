import type { Statement, StatementLine, StatementSection } from "~/db/ledger-statement.server";

/** Some lines of a wallet, in order. A wallet's first part opens it and its last one closes it; one without lines has a single part. */
export type StatementPart = { section: StatementSection; opens: boolean; lines: StatementLine[]; closes: boolean };

/**
 * A whole statement from its first page on, wallet by wallet. Every page is of the first one's moment, so the lines that follow are
 * exactly those its sections have counted; a page that tells otherwise is a defect and ends the file.
 */
export async function* statementParts(first: Statement, read: (cursor: string) => Promise<Statement>): AsyncGenerator<StatementPart, void> {
  let { items, next } = first;
  for (const section of first.sections) {
    let left = section.lines;
    let opens = true;
    do {
      if (left > 0 && items.length === 0) {
        if (next === null) throw new Error("a statement has fewer lines than it counted");
        ({ items, next } = await read(next));
      }
      const lines = items.slice(0, left);
      items = items.slice(lines.length);
      if (lines.some(({ wallet, currency }) => wallet !== section.wallet || currency !== section.currency)) throw new Error("a line of a statement stands under another wallet");
      left -= lines.length;
      yield { section, opens, lines, closes: left === 0 };
      opens = false;
    } while (left > 0);
  }
  if (items.length > 0 || next !== null) throw new Error("a statement has more lines than it counted");
}
