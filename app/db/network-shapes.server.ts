/** Shapes of the tree, its pairs and what they earn. */
import { z } from "zod";

import { amount, count, currency, day, id, instant, maybe } from "./shapes.server";

export const side = z.enum(["L", "R"]);
const legs = { left: count, right: count, pairs: count };

/** What the month's cap left over, with the day on which it matches or is lost. */
export const deferred = z.array(z.object({ pairs: count, on: day, lost: z.boolean() }));

export const node = z.object({
  member: id,
  name: z.string(),
  side,
  depth: count,
  placed_at: instant,
  parent: maybe(id),
  sponsor: maybe(id),
  ...legs,
  flushed: count,
  pairs_this_month: count,
  unmatched_left: count,
  unmatched_right: count,
  deferred,
  children: z.array(z.object({ member: id, name: z.string(), side, ...legs })),
});
export type NetworkNode = z.output<typeof node>;

/** A node and those below it, level by level from left to right; `place` is its number in a full tree, 1 at the top. Without a member: the company. */
const branchNode = z.object({ member: maybe(id), name: maybe(z.string()), parent: maybe(id), side: maybe(side), level: count, place: count, more: z.boolean(), ...legs });
export const branch = z.array(branchNode);
export type BranchNode = z.output<typeof branchNode>;

export const way = z.object({ skipped: count, nodes: z.array(z.object({ member: maybe(id), name: maybe(z.string()) })) });
export type Way = z.output<typeof way>;

const foundNode = z.object({ member: id, name: z.string(), depth: count, ...legs });
export const found = z.array(foundNode);
export type FoundNode = z.output<typeof foundNode>;

export const cap = z.object({ month: day, version: count, pair_value: amount, currency, cap: count, over_cap: z.enum(["defer", "flush"]), timezone: z.string() });
export type MonthCap = z.output<typeof cap>;

export const pair = z.object({
  pair: id,
  serial: count,
  life: count,
  at: instant,
  month: day,
  month_usage: count,
  monthly_pair_cap: count,
  left: count,
  right: count,
  matched: count,
  flushed: count,
  deferred: z.boolean(),
  first_full_pairs: count,
  active_buyer: z.boolean(),
  buyer_total: amount,
  active_buyer_amount: amount,
  version: count,
  emi_percent: z.string(),
  currency,
  value: amount,
  earnings: amount,
  emi: amount,
  state: z.enum(["live", "reversed"]),
  reversed_at: maybe(instant),
  payment: z.enum(["awaiting", "posted", "withdrawn"]),
});
export type Pair = z.output<typeof pair>;

export const owed = z.array(z.object({ currency, amount }));

export const earnings = z.object({
  wallets: z.array(z.object({ kind: z.enum(["EARNINGS", "EMI_RESERVE"]), currency, balance: amount, held: amount, available: amount })),
  months: z.array(z.object({ month: day, currency, pairs: count, reversed: count, value: amount, earnings: amount, emi: amount, awaiting: amount })),
  commissions: z.array(z.object({ source: z.enum(["investment", "ev_payment"]), currency, count, earned: amount, awaiting: amount })),
  /** held of what pairs earned, until staff release it */
  reserve: owed,
  owed,
});
export type Earnings = z.output<typeof earnings>;

export const compensation = z.object({
  id,
  version: count,
  state: z.enum(["draft", "active", "rejected"]),
  /** holds today */
  current: z.boolean(),
  /** none: from the beginning */
  from: maybe(day),
  currency,
  timezone: z.string(),
  pair_value: amount,
  first_full_pairs: count,
  emi_percent: z.string(),
  monthly_pair_cap: count,
  over_cap: z.enum(["defer", "flush"]),
  reserve_percent: z.string(),
  count_on: z.enum(["qualified_sale", "placement"]),
  qualify_amount: amount,
  cooling_off_days: count,
  placement: z.enum(["level_order", "left", "right", "weaker_leg", "extreme_left", "extreme_right"]),
  active_buyer_amount: amount,
});
export type Compensation = z.output<typeof compensation>;
