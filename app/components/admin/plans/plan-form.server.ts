import { Decimal } from "decimal.js";
import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { readTypedAmount } from "~/money/amount";
import { intentField } from "../check-answers.server";
import type { Fault } from "../checked-form.server";
import { currencies, isNoAmountIn } from "../currencies";
import { amountLine, line } from "../fields.server";
import { units } from "./plan-terms";

/** A rate in percent as typed: plain digits, the database checks range and decimals. No rate is a thousand, so none is ambiguous. */
const rate = (missing: string, language: Language) =>
  z.string({ error: missing }).transform((text) => readTypedAmount(text, language)).pipe(z.string().regex(/^(0|[1-9][0-9]{0,2})(\.[0-9]{1,8})?$/, { error: "invalid_rate" }));

export const termsShape = (language: Language) => ({
  daily_rate: rate("daily_rate_missing", language),
  minimum: amountLine("minimum_missing", language),
  maximum: amountLine("maximum_missing", language),
  duration: z.coerce.number({ error: "duration_missing" }).int("duration_missing").min(1).max(36500),
  unit: z.enum(units),
  referral_rate: rate("referral_rate_missing", language),
  description: z.string().trim().max(4000).default(""),
  risk_text: z.string().trim().max(4000).default(""),
  key: requestKey(),
  intent: intentField(),
});

export const planSchema = (language: Language) => z.object({ name: line("name_missing", 255), currency: z.enum(currencies), timezone: z.string().min(1).max(64), ...termsShape(language) });

export const versionSchema = (language: Language) => z.object({ effective_from: z.union([z.literal(""), z.iso.date()]).optional(), ...termsShape(language) });

type Terms = z.output<ReturnType<typeof versionSchema>>;

/** The first of the two limits that is no amount in this currency: nothing, or smaller parts than it has. */
export function faultyLimit(terms: Pick<Terms, "minimum" | "maximum">, currency: string): Fault | null {
  const field = (["minimum", "maximum"] as const).find((name) => isNoAmountIn(terms[name], currency));
  return field === undefined ? null : { field, code: "invalid_amount" };
}

/** The same figures under the bridge's names. */
export function figuresOf(terms: Omit<Terms, "effective_from" | "intent">) {
  const { daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text, key } = terms;
  return { dailyRate: daily_rate, minimum, maximum, duration, unit, referralRate: referral_rate, description, riskText: risk_text, key };
}

/** Simple annual rate in percent, as the rail is measured: daily × 365. Exact. */
export function annualRate(dailyRate: string): string {
  return new Decimal(dailyRate).times(365).toFixed();
}

/** Time zones that this machine and PostgreSQL both know. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}
