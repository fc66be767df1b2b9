import type { z } from "zod";

import type { booking } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

/** What every mail about vehicle money states. */
export function BookingFacts({ facts, words: { t, money } }: { facts: z.output<typeof booking>; words: Words }) {
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.vehicle"), value: facts.vehicle },
        { label: t("fact.amount"), value: money(facts.amount, facts.currency) },
        facts.transaction_reference === null ? null : { label: t("fact.transactionReference"), value: facts.transaction_reference, exact: true },
        facts.reason === null ? null : { label: t("fact.reason"), value: facts.reason },
      ]}
    />
  );
}
