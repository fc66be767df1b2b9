import { z } from "zod";

import { amount, count, currency, day, id, instant, maybe, plan, rate, walletKind } from "./shapes.server";

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
export const accrual = scheduleRow.extend({ state: z.enum(["posted", "awaiting", "zero", "carried"]), movement: maybe(z.string()) });
export type Accrual = z.output<typeof accrual>;

export const choice = z.enum(["wallet", "renew"]);
export type MaturityChoice = z.output<typeof choice>;

const contract = z.object({ id, reference: z.string() });

/** What happens with the principal of a contract at its end. `again`: under which terms it would be invested again today, while the contract runs. */
export const maturity = z.object({
  choice,
  change_until: day,
  may_change: z.boolean(),
  again: maybe(
    z.object({
      obstacle: maybe(z.enum(["not_active", "below_minimum", "above_maximum", "kyc_required"])),
      terms: maybe(z.object({ version: count, daily_rate: rate, end_on: day, days: count, total: amount, risk_text: z.string() })),
    }),
  ),
  changes: z.array(z.object({ choice, at: instant })),
  renewal: maybe(
    z.object({
      state: z.enum(["due", "renewed", "returned"]),
      reason: maybe(z.enum(["not_active", "below_minimum", "above_maximum", "suspended", "kyc_required", "treasury_short", "failed"])),
      at: maybe(instant),
      into: maybe(contract),
    }),
  ),
  renews: maybe(contract),
});
export type Maturity = z.output<typeof maturity>;

/** One version of a plan, with the version's own id and state. */
export const planVersion = plan
  .extend({
    version_id: id,
    version: count,
    version_state: z.string(),
    effective_from: day,
    hash: z.string(),
    created_at: instant,
    sold_count: count,
    sold_sum: amount,
    pending_request: maybe(id),
  })
  .transform(({ version_id, version_state, ...terms }) => ({ ...terms, id: version_id, state: version_state }));
export type PlanVersion = z.output<typeof planVersion>;
