import type { z } from "zod";

import type { deposit } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

type Props = { facts: z.output<typeof deposit>; words: Words; expected?: string; reason?: string };

/** What every deposit mail states. When less or more arrived than was reported, both amounts stand there. */
export function DepositFacts({ facts, words: { t, money }, expected, reason }: Props) {
  const differs = facts.received !== null && facts.received !== facts.amount;
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: differs ? t("fact.amountReported") : t("fact.amount"), value: money(facts.amount, facts.currency) },
        differs && facts.received !== null ? { label: t("fact.amountReceived"), value: money(facts.received, facts.currency) } : null,
        { label: t("fact.method"), value: facts.method },
        { label: t("fact.transactionReference"), value: facts.transaction_reference, exact: true },
        reason === undefined ? null : { label: t("fact.reason"), value: reason },
        expected === undefined ? null : { label: t("fact.expected"), value: expected },
      ]}
    />
  );
}
