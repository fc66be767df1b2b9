import type { PlanVersion } from "~/db/invest.server";
import { addAmounts } from "~/money/decimal";

/** What was sold of a plan, all versions together, and the request one of them waits for. */
export function soldOf(versions: PlanVersion[]): { count: number; sum: string; pending: string | null } {
  return {
    count: versions.reduce((count, version) => count + version.sold_count, 0),
    sum: addAmounts("0", ...versions.map(({ sold_sum }) => sold_sum)),
    pending: versions.find(({ pending_request }) => pending_request !== null)?.pending_request ?? null,
  };
}
