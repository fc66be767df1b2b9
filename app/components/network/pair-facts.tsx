import { DescriptionList, Count, DateText, Money, Percent } from "~/components/ui";
import type { Pair } from "~/db/network.server";

export type PairWords = Record<"left" | "right" | "matched" | "flushed" | "life" | "serial" | "usage" | "month" | "buyer" | "needed" | "version" | "value" | "percent" | "emi" | "earnings", string>;

/** Every figure a pair was made from, exactly as it was frozen. */
export function PairFacts({ pair, words }: { pair: Pair; words: PairWords }) {
  const money = (amount: string) => <Money amount={amount} currency={pair.currency} />;
  return (
    <DescriptionList
      items={[
        { term: words.left, value: <Count value={pair.left} /> },
        { term: words.right, value: <Count value={pair.right} /> },
        { term: words.matched, value: <Count value={pair.matched} /> },
        pair.flushed > 0 && { term: words.flushed, value: <Count value={pair.flushed} /> },
        { term: words.life, value: <Count value={pair.life} /> },
        { term: words.serial, value: <Count value={pair.serial} /> },
        { term: words.month, value: <DateText value={pair.month} /> },
        { term: words.usage, value: <span className="numeral">{pair.month_usage} / {pair.monthly_pair_cap}</span> },
        { term: words.buyer, value: money(pair.buyer_total) },
        { term: words.needed, value: money(pair.active_buyer_amount) },
        { term: words.version, value: <Count value={pair.version} /> },
        { term: words.value, value: money(pair.value) },
        { term: words.percent, value: <Percent rate={pair.emi_percent} /> },
        { term: words.emi, value: money(pair.emi) },
        { term: words.earnings, value: money(pair.earnings) },
      ]}
    />
  );
}
