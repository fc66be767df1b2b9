/** Sums and comparisons of decimal strings for display. Never rounded here, never a float. */
import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 60, toExpPos: 60, toExpNeg: -60 });

export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  const order = new Exact(a).comparedTo(b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** The sum with as many decimals as the most precise part has: "1.50" + "2.25" is "3.75". */
export function addAmounts(...amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  return amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed(decimals);
}

export function subtractAmounts(from: string, amount: string): string {
  const decimals = Math.max(from.split(".")[1]?.length ?? 0, amount.split(".")[1]?.length ?? 0);
  return new Exact(from).minus(amount).toFixed(decimals);
}
