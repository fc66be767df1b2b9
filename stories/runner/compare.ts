/** What was expected beside what is there. */
import { Decimal } from "decimal.js";

export type Difference = { key: string; expected: unknown; actual: unknown };

const Exact = Decimal.clone({ precision: 60 });
const isAmount = (value: unknown): value is string => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);

/** Amounts are the same when they are worth the same: "10" and "10.00" are. */
function same(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(actual)) return expected.length === actual.length && expected.every((value, index) => same(value, actual[index]));
  if (isAmount(expected) && isAmount(actual)) return new Exact(expected).equals(actual);
  return expected === actual;
}

/** Compares only what the story says; what it leaves out may be anything. */
export function differences(expected: Record<string, unknown>, actual: Record<string, unknown>, prefix = ""): Difference[] {
  return Object.entries(expected)
    .filter(([key, value]) => value !== undefined && !same(value, actual[key]))
    .map(([key, value]) => ({ key: prefix + key, expected: value, actual: actual[key] ?? null }));
}
