import type { MovementFilter } from "~/db/ledger.server";
import { isDay } from "~/money/dates";

/** Kinds a member meets, in the order of the money path. */
export const movementKinds = ["deposit", "investment", "accrual", "maturity", "referral", "bonus", "own_transfer", "withdrawal", "withdrawal_return", "reversal"] as const;

/** The filter in an address. What is not a date or is left empty does not filter; a browser's date field sends neither. */
export function readMovementFilter(search: URLSearchParams): MovementFilter {
  const text = (name: string) => search.get(name)?.slice(0, 40) || null;
  const day = (name: string) => {
    const value = search.get(name) ?? "";
    return isDay(value) ? value : null;
  };
  return { wallet: text("wallet"), currency: text("currency"), kind: text("kind"), from: day("from"), to: day("to") };
}
