import type { i18n } from "i18next";

import type { Row } from "~/files/csv.server";
import type { StatementPart } from "./parts.server";
import { statementWords } from "./words";

const columns = ["wallet", "currency", "date", "recorded", "kind", "about", "reference", "in", "out", "balance", "seal", "id"] as const;

export function statementHeader(i18n: i18n): string[] {
  const t = i18n.getFixedT(null, "member");
  return columns.map((name) => t(`csv.${name}`));
}

/** Each wallet opens with a row, has one per movement, in and out in a column each, and closes with a row. */
export async function* statementRows(i18n: i18n, { from, to }: { from: string; to: string }, parts: AsyncGenerator<StatementPart, void>): AsyncGenerator<Row[], void> {
  const t = i18n.getFixedT(null, "member");
  const words = statementWords(i18n);
  for await (const { section, opens, lines, closes } of parts) {
    const place = [words.wallet(section.wallet), section.currency];
    const edge = (on: string, name: string, balance: string): Row => [...place, on, "", name, "", "", "", "", balance, "", ""];
    yield [
      ...(opens ? [edge(from, t("statement.opening"), section.opening)] : []),
      ...lines.map((line): Row => {
        const inAndOut = line.amount.startsWith("-") ? ["", line.amount.slice(1)] : [line.amount, ""];
        return [...place, line.value_on, line.posted_at, words.kind(line.kind), words.sentence(line), line.reference ?? "", ...inAndOut, line.balance, line.seal ?? "", line.id];
      }),
      ...(closes ? [edge(to, t("statement.closing"), section.closing)] : []),
    ];
  }
}
