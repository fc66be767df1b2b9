import { decimalsIn, isZero } from "~/money/format";

/** Currencies an operator can offer; the database knows the same list and refuses any other. */
export const currencies = ["USD", "EUR", "INR", "GBP", "USDT", "BTC", "ETH", "LTC", "DOGE", "JPY"] as const;

/** Digits after the point, to say it before somebody else has to refuse it; what counts is the database's own table. */
const decimalsOf: Record<(typeof currencies)[number], number> = { USD: 2, EUR: 2, INR: 2, GBP: 2, USDT: 6, BTC: 8, ETH: 8, LTC: 8, DOGE: 8, JPY: 0 };

/** Whether nothing could be meant by this amount in a currency: none at all, or smaller parts than it has. */
export function isNoAmountIn(amount: string, currency: string): boolean {
  return isZero(amount) || decimalsIn(amount) > decimalsOf[currencies.find((one) => one === currency) ?? "USD"];
}
