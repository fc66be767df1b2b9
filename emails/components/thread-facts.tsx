import type { z } from "zod";

import type { thread } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

type Props = { facts: z.output<typeof thread>; words: Words; clocks?: boolean };

/** What every mail about a conversation states; for a grievance, if asked, by when it is answered. */
export function ThreadFacts({ facts, words: { t, time }, clocks = false }: Props) {
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.subject"), value: facts.subject },
        clocks && facts.acknowledge_by ? { label: t("fact.acknowledgeBy"), value: time(facts.acknowledge_by) } : null,
        clocks && facts.resolve_by ? { label: t("fact.resolveBy"), value: time(facts.resolve_by) } : null,
      ]}
    />
  );
}
