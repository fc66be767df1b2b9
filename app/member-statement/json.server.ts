import type { i18n } from "i18next";

import type { Statement } from "~/db/ledger-statement.server";
import type { StatementPart } from "./parts.server";
import { statementWords } from "./words";

/** Where a reader of the file compares its seal and checks proofs. */
export type Links = { seals: string; verify: string };

/** `coffer-statement-1` of docs/statements.md, part by part. Amounts are decimal texts, because numbers in JSON lose digits. */
export async function* statementJson(i18n: i18n, statement: Statement, links: Links, parts: AsyncGenerator<StatementPart, void>): AsyncGenerator<string, void> {
  const { company, member, from, to, timezone, made_at, seal } = statement;
  const words = statementWords(i18n);
  const head = JSON.stringify({ format: "coffer-statement-1", language: i18n.language, company, member, from, to, timezone, made_at, seal, links });
  let before = `${head.slice(0, -1)},"sections":[`;
  for await (const { section, opens, lines, closes } of parts) {
    const movements = lines.map(({ id, kind, value_on, posted_at, amount, balance, reference, counter, terms, seal: number, currency }) =>
      JSON.stringify({ id, kind, value_on, posted_at, amount, balance, reference, counter, explanation: words.sentence({ kind, currency, counter, terms }), seal: number }),
    );
    const start = opens ? `${JSON.stringify(section).slice(0, -1)},"movements":[` : movements.length > 0 ? "," : "";
    yield `${before}\n${start}${movements.join(",\n")}${closes ? "]}" : ""}`;
    before = closes ? "," : "";
  }
  // Nothing at all: the list was never opened by a part.
  yield before.startsWith("{") ? `${before}]}\n` : "\n]}\n";
}
