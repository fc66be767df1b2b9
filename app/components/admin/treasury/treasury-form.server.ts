import { z } from "zod";

import { staffTreasury, treasuryNames } from "~/db/treasury.server";
import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { compareAmounts } from "~/money/decimal";
import { decimalsIn, isZero } from "~/money/format";
import { intentField } from "../check-answers.server";
import { currencies } from "../currencies";
import { amountLine } from "../fields.server";

const note = () =>
  z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((text) => text || null);

/** Money into a treasury, or back out of it. */
export const treasurySchema = (language: Language) =>
  z.object({
    treasury: z.enum(treasuryNames, { error: "treasury_missing" }),
    currency: z.enum(currencies),
    amount: amountLine("amount_missing", language),
    method: z.uuid({ error: "method_missing" }),
    note: note(),
    key: requestKey(),
    intent: intentField(),
  });

export const moveSchema = (language: Language) =>
  z
    .object({
      from: z.uuid({ error: "from_missing" }),
      to: z.uuid({ error: "to_missing" }),
      amount: amountLine("amount_missing", language),
      note: note(),
      key: requestKey(),
      intent: intentField(),
    })
    .refine(({ from, to }) => from !== to, { path: ["to"], error: "same_method" });

/** Own money of the operator out of the client account: either part may be nothing. */
export const sweepSchema = (language: Language) =>
  z.object({
    currency: z.enum(currencies),
    held: amountLine("held_missing", language),
    own: amountLine("own_missing", language),
    method: z.uuid({ error: "method_missing" }),
    note: note(),
    key: requestKey(),
    intent: intentField(),
  });

/** What the treasury forms offer: the currencies there are methods for, and in the chosen one the treasuries and methods. */
export async function treasuryChoices(token: string, asked: string | null) {
  const answer = await staffTreasury(token);
  // The currency with the most methods is the operator's main one, whatever it is.
  const methodsIn = (currency: string) => answer.methods.filter((method) => method.currency === currency).length;
  const offered = [...new Set(answer.methods.map(({ currency }) => currency))].sort((a, b) => methodsIn(b) - methodsIn(a) || a.localeCompare(b));
  const currency = offered.find((one) => one === asked) ?? offered[0] ?? "USD";
  const free = (name: string) => answer.treasuries.find((one) => one.name === name && one.currency === currency)?.free ?? null;
  return {
    currencies: offered,
    currency,
    treasuries: treasuryNames.map((name) => ({ name, free: free(name) })),
    methods: answer.methods.filter((method) => method.currency === currency),
    own: answer.own.find((one) => one.currency === currency) ?? null,
  };
}

/** Whether nothing could be booked under this amount: none at all, or smaller parts than the currency has. `like` is an amount of that currency. */
export function isNoAmount(amount: string, like: string | null): boolean {
  return isZero(amount) || (like !== null && decimalsIn(amount) > decimalsIn(like));
}

/** Whether the amount is more than what is there, so that it can be said before somebody else has to refuse it. */
export function isMoreThan(amount: string, there: string | null): boolean {
  return there === null || compareAmounts(amount, there) > 0;
}
