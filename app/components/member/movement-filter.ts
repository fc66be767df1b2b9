import type { MovementFilter } from "~/db/ledger.server";

/** Kinds a member meets, in the order of the money path. */
export const movementKinds = ["deposit", "investment", "accrual", "maturity", "referral", "bonus", "own_transfer", "withdrawal", "withdrawal_return", "reversal"] as const;

/** The calendar has this day: 30 February would become 2 March on the way through a Date. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The filter in an address. What is not a date or is left empty does not filter; a browser's date field sends neither. */
export function readMovementFilter(search: URLSearchParams): MovementFilter {
  const text = (name: string) => search.get(name)?.slice(0, 40) || null;
  const day = (name: string) => {
    const value = search.get(name) ?? "";
    return isDay(value) ? value : null;
  };
  return { wallet: text("wallet"), currency: text("currency"), kind: text("kind"), from: day("from"), to: day("to") };
}
