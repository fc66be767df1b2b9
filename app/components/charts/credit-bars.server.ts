import type { History } from "~/db/ledger.server";
import { shareOf } from "~/money/decimal";

/** A credit of one kind with the length of its bar, in percent of the longest. */
export type CreditBar = History["credits"][number] & { width: number };

/** The largest comes first, as the database orders them. */
export function creditBars({ credits }: Pick<History, "credits">): CreditBar[] {
  const most = credits[0]?.amount ?? "0";
  return credits.map((credit) => ({ ...credit, width: shareOf(credit.amount, most) * 100 }));
}
