import { z } from "zod";

import type { CompensationFigures } from "~/db/compensation.server";
import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { readTypedAmount } from "~/money/amount";
import { intentField } from "../check-answers.server";
import { amountLine } from "../fields.server";
import { placements } from "../network/placements";
import { countOns, overCaps } from "./choices";

/** A percentage as typed: plain digits; the database checks the range again. */
const percent = (language: Language) =>
  z.string({ error: "percent_missing" }).transform((text) => readTypedAmount(text, language)).pipe(z.string().regex(/^(?:100(?:\.0{1,4})?|[1-9]?[0-9](?:\.[0-9]{1,4})?)$/, { error: "invalid_percent" }));

/** A whole number in words of its own: nothing but digits, so that "1e3" and "5.5" are none. */
const whole = (least: number, most: number) =>
  z.string({ error: "whole_missing" }).trim().regex(/^[0-9]{1,7}$/, { error: "invalid_whole" }).transform((text) => Number.parseInt(text, 10)).pipe(z.number().min(least).max(most));

export const draftSchema = (language: Language) =>
  z.object({
    from_on: z.iso.date({ error: "not_first_of_month" }).regex(/-01$/, { error: "not_first_of_month" }),
    pair_value: amountLine("amount_missing", language),
    first_full_pairs: whole(0, 1_000_000),
    emi_percent: percent(language),
    monthly_pair_cap: whole(1, 1_000_000),
    over_cap: z.enum(overCaps),
    reserve_percent: percent(language),
    count_on: z.enum(countOns),
    qualify_amount: amountLine("amount_missing", language),
    cooling_off_days: whole(0, 3_650),
    placement: z.enum(placements),
    active_buyer_amount: amountLine("amount_missing", language),
    key: requestKey(),
    intent: intentField(),
  });

type Draft = z.output<ReturnType<typeof draftSchema>>;

/** The amounts of a draft, each to be one in the plan's currency. */
export const amountFields = ["pair_value", "qualify_amount", "active_buyer_amount"] as const;

/** The same figures under the bridge's names. */
export function figuresOf(draft: Omit<Draft, "intent">): CompensationFigures {
  return {
    fromOn: draft.from_on, pairValue: draft.pair_value, firstFullPairs: draft.first_full_pairs, emiPercent: draft.emi_percent, monthlyPairCap: draft.monthly_pair_cap, overCap: draft.over_cap,
    reservePercent: draft.reserve_percent, countOn: draft.count_on, qualifyAmount: draft.qualify_amount, coolingOffDays: draft.cooling_off_days, placement: draft.placement,
    activeBuyerAmount: draft.active_buyer_amount, key: draft.key,
  };
}

/** First of the month after a day. */
export function nextFirst(day: string): string {
  const [year = 0, month = 0] = day.split("-").map((part) => Number.parseInt(part, 10));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
