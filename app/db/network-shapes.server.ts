/** Shapes of the tree, its pairs and what they earn. */
import { z } from "zod";

import { amount, count, currency, day, id, instant, maybe, plan } from "./shapes.server";

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

/** The figures of a version of the compensation plan. */
export const compensationPlan = z.object({
  id,
  version: count,
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
export type CompensationPlan = z.output<typeof compensationPlan>;

const sums = z.object({ pairs: count, earnings: amount, emi: amount, value: amount, reserve: amount, flushed: count, ahead: amount });

/** Real history replayed under a draft. `need`: what the treasury would have had to pay more (or less, below zero); `ahead`:
 *  what it would still have to until contracts end, 0 for a compensation plan. */
export const whatIf = z.object({
  id,
  state: z.enum(["waiting", "running", "finished"]),
  asked_at: instant,
  as_of: maybe(instant),
  done: count,
  counts: count,
  finished_at: maybe(instant),
  result: maybe(z.object({ gaining: count, losing: count, unchanged: count, need: amount, ahead: amount, live: sums, draft: sums })),
});
export type WhatIf = z.output<typeof whatIf>;

const versionState = z.enum(["draft", "active", "rejected"]);

export const compensation = compensationPlan.extend({
  state: versionState,
  /** holds today */
  current: z.boolean(),
  request: maybe(id),
  what_if: maybe(whatIf),
});
export type Compensation = z.output<typeof compensation>;

export const whatIfDetail = z.object({
  version: compensationPlan.extend({ state: versionState }),
  today: day,
  before: maybe(compensationPlan),
  request: maybe(id),
  what_if: maybe(whatIf),
  /** the person who looks has said so */
  read: z.boolean(),
  treasury: maybe(amount),
  months: z.array(z.object({ month: day, live_pairs: count, live_value: amount, live_flushed: count, draft_pairs: count, draft_value: amount, draft_flushed: count, change: amount })),
  members: z.array(z.object({
    member: z.object({ id, name: z.string() }),
    change: amount,
    live_pairs: count, live_earnings: amount, live_emi: amount, live_flushed: count,
    draft_pairs: count, draft_earnings: amount, draft_emi: amount, draft_flushed: count,
  })),
  next: maybe(z.string()),
});
export type WhatIfDetail = z.output<typeof whatIfDetail>;

/** Returns by value date or month at the contracts' own rates, and at the draft's. */
const returns = { live: amount, draft: amount, change: amount };

export const rateWhatIf = z.object({
  plan,
  /** sold at another rate now: then it is read before the approval */
  differs: z.boolean(),
  before: maybe(plan),
  request: maybe(id),
  what_if: maybe(whatIf),
  read: z.boolean(),
  treasury: maybe(amount),
  months: z.array(z.object({ month: day, ...returns })),
  days: z.array(z.object({ on: day, ...returns })),
  members: z.array(z.object({ member: z.object({ id, name: z.string() }), contracts: count, ...returns, live_ahead: amount, draft_ahead: amount })),
  next: maybe(z.string()),
});
export type RateWhatIf = z.output<typeof rateWhatIf>;

const group = { members: count, without: count, median: amount };

/** What people in the network earned in twelve months; null: nothing that would not be about one of them. */
export const income = z.object({
  smallest: count,
  disclosed: maybe(z.object({ from: day, until: day, currency, made_at: instant, ...group, tenures: z.array(z.object({ from_months: count, until_months: maybe(count), ...group })) })),
});
export type Income = z.output<typeof income>;
