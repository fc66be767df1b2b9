import type { z } from "zod";

import type { milestone } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

type Props = { facts: z.output<typeof milestone>; words: Words; expected?: string; reason?: string };

/** What both mails about a claim state. */
export function MilestoneFacts({ facts, words: { t, money }, expected, reason }: Props) {
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.milestone"), value: facts.name },
        { label: t("fact.needed"), value: t("fact.neededValue", { count: facts.needed }) },
        { label: t("fact.reward"), value: money(facts.amount, facts.currency) },
        reason === undefined ? null : { label: t("fact.reason"), value: reason },
        expected === undefined ? null : { label: t("fact.expected"), value: expected },
      ]}
    />
  );
}
