/** Sums and comparisons of decimal strings for display. Never rounded here, never a float. */
import { Decimal } from "decimal.js";

import { decimalsIn } from "./format";

const Exact = Decimal.clone({ precision: 60, toExpPos: 60, toExpNeg: -60 });

export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  const order = new Exact(a).comparedTo(b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** The sum with as many decimals as the most precise part has: "1.50" + "2.25" is "3.75". */
export function addAmounts(...amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsIn));
  return amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed(decimals);
}

export function subtractAmounts(from: string, amount: string): string {
  const decimals = Math.max(decimalsIn(from), decimalsIn(amount));
  return new Exact(from).minus(amount).toFixed(decimals);
}

/** How much of a whole an amount is, 0 to 1 or beyond: for lengths on a page, never for a figure. */
export function shareOf(amount: string, whole: string): number {
  const divisor = new Exact(whole);
  return divisor.isZero() ? 0 : new Exact(amount).div(divisor).toNumber();
}

/** How many of a whole number of things are of a kind, in percent with one decimal. Of none: none. */
export function percentOf(some: number, all: number): string {
  return all === 0 ? "0.0" : new Exact(some).times(100).div(all).toFixed(1);
}

/** The least of 1, 2, 2.5, 5, 10, 20 … that is not below an amount: where an axis ends. Nothing ends at 1. */
export function roundedUp(amount: string): string {
  const exact = new Exact(amount);
  if (exact.lte(0)) return "1";
  const unit = new Exact(10).pow(exact.e);
  const step = [1, 2, 2.5, 5, 10].find((factor) => unit.times(factor).gte(exact)) ?? 10;
  return unit.times(step).toFixed();
}

export function half(amount: string): string {
  return new Exact(amount).div(2).toFixed();
}
