/** The verbs of a story and their keys. Amounts are any text: that the desk refuses a wrong one is what a story may show. */
import { z } from "zod";

import { placements } from "./placements.ts";
import { currencyCode, timezoneName } from "./settings.ts";

export const label = z.string().min(1);
const amount = z.string();
/** With an offset, always: a story's instants mean the same wherever it runs. */
export const instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
  error: "an instant such as \"2027-01-01T10:00:00+00:00\"",
});
export const wallets = ["DEPOSIT", "INTEREST", "EARNINGS", "EMI_RESERVE", "INVESTED"] as const;
export const treasuries = ["returns", "commission", "promo"] as const;

/** Moves the clock to this instant first. */
const at = instant.optional();

export const actionSchemas = {
  register: z.strictObject({
    do: z.literal("register"), at, member: label, sponsor: label.optional(), pan: z.boolean().default(true),
    staff: z.enum(["support", "operations", "finance", "auditor", "admin"]).optional(), again: z.boolean().default(false),
  }),
  fund_treasury: z.strictObject({ do: z.literal("fund_treasury"), at, treasury: z.enum(treasuries), amount, currency: currencyCode.optional() }),
  deposit: z.strictObject({ do: z.literal("deposit"), at, member: label, amount, currency: currencyCode.optional(), as: label.optional() }),
  withdraw: z.strictObject({ do: z.literal("withdraw"), at, member: label, wallet: z.enum(wallets), amount, currency: currencyCode.optional(), as: label.optional() }),
  decide: z.strictObject({ do: z.literal("decide"), at, request: label, decision: z.enum(["approve", "reject", "cancel"]), by: label.optional() }),
  create_plan: z.strictObject({
    do: z.literal("create_plan"), at, plan: label, daily_rate: z.string(), min: amount, max: amount, duration: z.int(),
    unit: z.enum(["DAYS", "WEEKS", "MONTHS"]), currency: currencyCode.optional(), timezone: timezoneName.optional(), active: z.boolean().default(true),
  }),
  quote: z.strictObject({ do: z.literal("quote"), at, plan: label, amount, as: label.optional() }),
  invest: z.strictObject({ do: z.literal("invest"), at, member: label, plan: label, wallet: z.enum(wallets), amount, as: label.optional() }),
  book: z.strictObject({
    do: z.literal("book"), at, member: label, price: amount, booking: label, emi: z.strictObject({ count: z.int(), day: z.int() }).optional(),
  }),
  pay: z.strictObject({ do: z.literal("pay"), at, booking: label, amount, reference: label.optional() }),
  cancel_booking: z.strictObject({ do: z.literal("cancel_booking"), at, booking: label }),
  join: z.strictObject({
    do: z.literal("join"), at, member: label.optional(), sponsor: label.optional(), placement: z.enum(placements).optional(),
    parent: label.optional(), side: z.enum(["L", "R"]).optional(), n: z.int().min(1).max(10_000).optional(),
  }).refine((step) => (step.member === undefined) !== (step.n === undefined), "either `member` or `n`")
    .refine((step) => (step.parent === undefined) === (step.side === undefined), "`parent` and `side` together")
    .refine((step) => step.n === undefined || step.parent === undefined, "no `parent` with `n`"),
  payout: z.strictObject({ do: z.literal("payout"), at, member: label, gross: amount, emi_autofill: z.boolean().default(false), currency: currencyCode.optional(), as: label.optional() }),
  complete_payout: z.strictObject({ do: z.literal("complete_payout"), at, payout: label }),
  return_payout: z.strictObject({ do: z.literal("return_payout"), at, payout: label }),
  reverse_payout: z.strictObject({ do: z.literal("reverse_payout"), at, payout: label }),
  import: z.strictObject({
    do: z.literal("import"), at, cutover: z.iso.date(), currency: currencyCode.optional(), deployed: amount.default("0"),
    files: z.partialRecord(z.enum(["members", "balances", "investments", "tree", "bookings"]), z.array(z.string()).min(2)),
  }),
  match: z.strictObject({ do: z.literal("match"), at }),
  run_day: z.strictObject({ do: z.literal("run_day"), at, date: z.iso.date() }),
  advance: z.strictObject({ do: z.literal("advance"), at, to: instant }),
} as const;

export type Verb = keyof typeof actionSchemas;
export type ActionOf<Name extends Verb> = z.output<(typeof actionSchemas)[Name]>;
export type Action = { [Name in Verb]: ActionOf<Name> }[Verb];
