import { Decimal } from "decimal.js";
import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { isZero } from "~/money/format";
import { intentField } from "../check-answers.server";
import { currencies, decimalsOf } from "../currencies";
import { amountLine, line } from "../fields.server";
import { units } from "./plan-terms";

/** A rate in percent as typed: plain digits, the database checks range and decimals. */
const rate = (missing: string) => z.string({ error: missing }).regex(/^(0|[1-9][0-9]{0,2})(\.[0-9]{1,8})?$/, { error: "invalid_rate" });

export const termsShape = () => ({
  daily_rate: rate("daily_rate_missing"),
  minimum: amountLine("minimum_missing"),
  maximum: amountLine("maximum_missing"),
  duration: z.coerce.number({ error: "duration_missing" }).int("duration_missing").min(1).max(36500),
  unit: z.enum(units),
  referral_rate: rate("referral_rate_missing"),
  description: z.string().trim().max(4000).default(""),
  risk_text: z.string().trim().max(4000).default(""),
  key: requestKey(),
  intent: intentField(),
});

export const planSchema = () => z.object({ name: line("name_missing", 255), currency: z.enum(currencies), timezone: z.string().min(1).max(64), ...termsShape() });

export const versionSchema = () => z.object({ effective_from: z.union([z.literal(""), z.iso.date()]).optional(), ...termsShape() });

type Terms = z.output<ReturnType<typeof versionSchema>>;

/** The first of the two limits that is no amount in this currency: nothing, or smaller parts than it has. */
export function badLimit(terms: Pick<Terms, "minimum" | "maximum">, currency: string): "minimum" | "maximum" | null {
  const most = decimalsOf[currencies.find((one) => one === currency) ?? "USD"];
  return (["minimum", "maximum"] as const).find((name) => isZero(terms[name]) || (terms[name].split(".")[1]?.length ?? 0) > most) ?? null;
}

/** The same figures under the bridge's names. */
export function figuresOf(terms: Omit<Terms, "effective_from">) {
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
