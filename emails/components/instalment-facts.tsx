import type { z } from "zod";

import type { instalment } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

/** What every mail about an instalment states. */
export function InstalmentFacts({ facts, words: { t, money, date } }: { facts: z.output<typeof instalment>; words: Words }) {
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.vehicle"), value: facts.vehicle },
        { label: t("fact.instalment"), value: String(facts.no) },
        { label: t("fact.dueOn"), value: date(facts.due_on) },
        { label: t("fact.unpaid"), value: money(facts.amount, facts.currency) },
      ]}
    />
  );
}
