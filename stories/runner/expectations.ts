/** The forms of `expect`: what each names and what it can say. One form per step. */
import { z } from "zod";

import { instant, label, treasuries, wallets } from "./actions.ts";
import { currencyCode } from "./settings.ts";

const amount = z.string().regex(/^-?\d+(\.\d+)?$/, "a decimal string such as \"10.00\"");
const day = z.iso.date();
const count = z.int().min(0);
const wallet = z.enum(wallets);
const balances = z.partialRecord(wallet, amount);
const currency = currencyCode.optional();
const percent = z.union([amount, z.literal("no money held")]);
const head = { do: z.literal("expect"), at: instant.optional() };

/** Spec 2.3. */
const journalKinds = [
  "deposit", "investment", "accrual", "maturity", "bonus", "referral", "milestone", "pair", "emi_payment", "booking_payment", "booking_refund",
  "payout", "payout_settlement", "payout_return", "tax", "tax_payment", "withdrawal", "withdrawal_settlement", "withdrawal_return", "fee", "sweep",
  "treasury_funding", "treasury_return", "deployment", "deployment_result", "bank_transfer", "own_transfer", "suspense", "clawback_recovery",
  "membership", "refund", "opening", "adjustment", "reversal",
] as const;

export const expectationSchemas = {
  member: z
    .strictObject({ ...head, member: label, wallets: balances.optional(), available: balances.optional(), currency })
    .refine((form) => form.wallets !== undefined || form.available !== undefined, "needs `wallets` or `available`"),
  investment: z.strictObject({
    ...head, investment: label, end: day.optional(), days: count.optional(), total: amount.optional(), accrued: amount.optional(),
    awaiting: amount.optional(), credits: z.array(amount).optional(), rows: count.optional(), status: z.enum(["active", "matured"]).optional(),
  }),
  quote: z.strictObject({ ...head, quote: label, end: day.optional(), days: count.optional(), total: amount.optional() }),
  treasury: z.strictObject({ ...head, treasury: z.strictObject({ name: z.enum(treasuries), balance: amount, currency }) }),
  awaiting_funding: z.strictObject({
    ...head, awaiting_funding: z.strictObject({ count: count.optional(), sum: amount.optional(), treasury: z.enum(treasuries).optional(), currency }),
  }),
  journals: z.strictObject({ ...head, journals: z.strictObject({ kind: z.enum(journalKinds), member: label.optional(), count }) }),
  balance_as_of: z.strictObject({ ...head, balance_as_of: z.strictObject({ member: label, wallet, date: day, balance: amount, currency }) }),
  balance_known_at: z.strictObject({ ...head, balance_known_at: z.strictObject({ member: label, wallet, at: instant, balance: amount, currency }) }),
  coverage: z.strictObject({
    ...head, coverage: z.strictObject({ client: percent.optional(), liquid: percent.optional(), forward: percent.optional(), currency }),
  }),
  referral_earned: z.strictObject({ ...head, referral_earned: z.strictObject({ member: label, sum: amount, currency }) }),
  booking: z.strictObject({
    ...head, booking: label, paid: amount.optional(), outstanding: amount.optional(),
    due: z.array(day).optional(), instalments: z.array(amount).optional(), settled: z.array(amount).optional(),
    status: z.enum(["draft", "reserved", "active", "on_emi", "paid", "delivered", "cancelled", "refunded"]).optional(),
  }),
  active_buyer: z.strictObject({ ...head, active_buyer: label, is: z.boolean() }),
  node: z.strictObject({
    ...head, node: label, left: count.optional(), right: count.optional(), pairs: count.optional(), pairs_this_month: count.optional(),
    unmatched_left: count.optional(), unmatched_right: count.optional(), flushed: count.optional(), parent: label.optional(), side: z.enum(["L", "R"]).optional(),
  }),
  payout: z.strictObject({
    ...head, payout: label, tax: amount.optional(), net: amount.optional(), emi: amount.optional(), bank: amount.optional(),
    status: z.enum(["pending", "approved", "sent", "paid", "returned", "rejected", "cancelled", "reversed"]).optional(),
  }),
  tax_register: z.strictObject({ ...head, tax_register: z.strictObject({ member: label, quarter: z.string().regex(/^\d{4}-Q[1-4]$/, "a quarter such as \"2027-Q1\""), sum: amount, currency }) }),
  bank_file: z.strictObject({ ...head, bank_file: z.strictObject({ count: count.optional(), sum: amount.optional(), currency }) }),
  clawback: z.strictObject({ ...head, clawback: z.strictObject({ member: label, receivable: amount, currency }) }),
  books: z.strictObject({ ...head, books: z.strictObject({ balanced: z.literal(true) }) }),
} as const;

export type Form = keyof typeof expectationSchemas;
export type ExpectationOf<Name extends Form> = z.output<(typeof expectationSchemas)[Name]>;
export type Expectation = { [Name in Form]: ExpectationOf<Name> & { form: Name } }[Form];
