import { z } from "zod";

import { amount, currency, id, instant, maybe, walletKind } from "./shapes.server";

export const methodTypes = ["BANK", "BTC", "ETH", "USDT_TRC20", "USDT_ERC20", "DOGE", "LTC"] as const;
export const methodType = z.enum(methodTypes);
export type MethodType = z.output<typeof methodType>;

const text = maybe(z.string());

export const method = z.object({
  id,
  name: z.string(),
  type: methodType,
  currency,
  address: text,
  instructions: text,
  details: maybe(z.object({ account_name: text, account_number: text, bank_name: text, ifsc: text, upi_id: text })),
  minimum: maybe(amount),
  active: z.boolean(),
});
export type Method = z.output<typeof method>;

export const deposit = z.object({
  id,
  reference: z.string(),
  method_name: z.string(),
  method_type: methodType,
  amount,
  received: maybe(amount),
  currency,
  transaction_reference: z.string(),
  state: z.string(),
  reason: text,
  submitted_at: instant,
  decided_at: maybe(instant),
  has_file: z.boolean(),
  file: maybe(id),
});
export type Deposit = z.output<typeof deposit>;

export const destination = z.object({
  id,
  label: z.string(),
  type: methodType,
  address: text,
  account_name: text,
  account_number_last4: text,
  ifsc: text,
  tail: text,
  created_at: instant,
  usable_at: instant,
  usable: z.boolean(),
});
export type Destination = z.output<typeof destination>;

export const withdrawal = z.object({
  id,
  reference: z.string(),
  wallet: walletKind,
  amount,
  fee: amount,
  currency,
  destination_label: z.string(),
  destination_tail: z.string(),
  method_type: methodType,
  state: z.string(),
  reason: text,
  requested_at: instant,
  decided_at: maybe(instant),
  sent_at: maybe(instant),
  closed_at: maybe(instant),
  transaction_reference: text,
});
export type Withdrawal = z.output<typeof withdrawal>;
