/** What a contract must earn, computed with whole numbers and calendar days alone: shares no code with the application. */

/** cum(k) = round(amount * rate/100 * k), half away from zero, in minor units. */
export function cumulative(amount: bigint, rate: string, k: number): bigint {
  const [whole = "0", decimals = ""] = rate.split(".");
  const scale = 10n ** BigInt(decimals.length + 2);
  const product = amount * BigInt(whole + decimals) * BigInt(k);
  return (2n * product + scale) / (2n * scale);
}

export const credit = (amount: bigint, rate: string, k: number): bigint => cumulative(amount, rate, k) - cumulative(amount, rate, k - 1);

const day = 86_400_000;
const at = (on: string): number => Date.parse(`${on}T00:00:00Z`);
export const addDays = (on: string, days: number): string => new Date(at(on) + days * day).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / day);

/** End of a term: months from the anchor, clamped to the month's end. */
export function endOf(start: string, duration: number, unit: string): string {
  if (unit === "DAYS") return addDays(start, duration);
  if (unit === "WEEKS") return addDays(start, 7 * duration);
  const [year = 0, month = 1, date = 1] = start.split("-").map((part) => Number.parseInt(part, 10));
  const months = year * 12 + (month - 1) + duration;
  const [y, m] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return `${y}-${String(m + 1).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
}
