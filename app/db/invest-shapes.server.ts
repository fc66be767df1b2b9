import { z } from "zod";

import { amount, count, currency, day, id, instant, maybe, rate, walletKind } from "./shapes.server";

export const investment = z.object({
  id,
  reference: z.string(),
  plan_name: z.string(),
  currency,
  amount,
  daily_rate: rate,
  start_on: day,
  end_on: day,
  days: count,
  days_done: count,
  accrued: amount,
  awaiting: amount,
  total: amount,
  state: z.string(),
  wallet: walletKind,
  created_at: maybe(instant),
});
export type Investment = z.output<typeof investment>;

export const scheduleRow = z.object({ k: count, on: day, credit: amount, cumulative: amount });
export type ScheduleRow = z.output<typeof scheduleRow>;

/** The movement is missing while the credit waits for funding, or when nothing was due. */
export const accrual = scheduleRow.extend({ state: z.enum(["posted", "awaiting", "zero"]), movement: maybe(z.string()) });
export type Accrual = z.output<typeof accrual>;

export const planVersion = z.object({
  id,
  version: count,
  daily_rate: rate,
  annual_rate: maybe(rate),
  minimum: amount,
  maximum: amount,
  duration: count,
  unit: z.string(),
  referral_rate: rate,
  description: z.string(),
  risk_text: z.string(),
  above_rail: z.boolean(),
  state: z.string(),
  effective_from: maybe(day),
  created_at: maybe(instant),
  sold_count: maybe(count),
  hash: maybe(z.string()),
});
export type PlanVersion = z.output<typeof planVersion>;
