import type { z } from "zod";

import { isZero } from "~/money/format";

import type { payout } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

type Props = { facts: z.output<typeof payout>; words: Words; expected?: string };

/** What every payout mail states: the figures as they were frozen when it was asked for. */
export function PayoutFacts({ facts, words: { t, money }, expected }: Props) {
  const { currency } = facts;
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.gross"), value: money(facts.gross, currency) },
        { label: t("fact.tax"), value: money(facts.tax, currency) },
        isZero(facts.emi) ? null : { label: t("fact.instalments"), value: money(facts.emi, currency) },
        { label: t("fact.toBank"), value: money(facts.bank, currency) },
        { label: t("fact.destination"), value: facts.destination, exact: true },
        facts.reason === null ? null : { label: t("fact.reason"), value: facts.reason },
        expected === undefined ? null : { label: t("fact.expected"), value: expected },
      ]}
    />
  );
}
