import type { z } from "zod";

import { addAmounts } from "~/money/decimal";
import { isZero } from "~/money/format";

import type { withdrawal } from "../fact-schemas";
import type { Words } from "../words";
import { Facts } from "./facts";

type Props = { facts: z.output<typeof withdrawal>; words: Words; expected?: string; reason?: string; transactionReference?: string };

/** What every withdrawal mail states. The fee is on top of the amount, so the total is what leaves the wallet. */
export function WithdrawalFacts({ facts, words: { t, common, money }, expected, reason, transactionReference }: Props) {
  const hasFee = !isZero(facts.fee);
  return (
    <Facts
      rows={[
        { label: t("fact.reference"), value: facts.reference, exact: true },
        { label: t("fact.amount"), value: money(facts.amount, facts.currency) },
        { label: t("fact.fee"), value: hasFee ? money(facts.fee, facts.currency) : t("fact.noFee") },
        hasFee ? { label: t("fact.totalFromWallet"), value: money(addAmounts(facts.amount, facts.fee), facts.currency) } : null,
        { label: t("fact.wallet"), value: common(`wallet.${facts.wallet}`) },
        { label: t("fact.destination"), value: facts.destination, exact: true },
        transactionReference === undefined ? null : { label: t("fact.transactionReference"), value: transactionReference, exact: true },
        reason === undefined ? null : { label: t("fact.reason"), value: reason },
        expected === undefined ? null : { label: t("fact.expected"), value: expected },
      ]}
    />
  );
}
