/** The operator's money that pays returns, commissions and promotions. */
import { z } from "zod";

import { request } from "./approval.server";
import { ask, read, sql } from "./db.server";
import { amount, count, currency, day, id, instant, maybe } from "./shapes.server";

const treasurySchema = z.object({
  treasuries: z.array(
    z.object({
      account: z.string(),
      name: z.string(),
      currency,
      balance: amount,
      held: amount,
      free: amount,
      awaiting_count: count,
      awaiting_sum: amount,
      oldest_on: maybe(day),
    }),
  ),
  awaiting: z.array(
    z.object({
      id,
      kind: z.string(),
      treasury: z.string(),
      /** full name */
      member: z.string(),
      member_id: id,
      amount,
      currency,
      value_on: day,
      /** day of the return; 0 for anything else */
      k: count,
      recorded_at: instant,
    }),
  ),
  methods: z.array(z.object({ id, name: z.string(), currency, balance: amount, active: z.boolean() })),
  requests: z.array(request),
  /** what of the client accounts is the operator's own: vehicle money, and what lies above everything that is owed */
  own: z.array(z.object({ currency, held: amount, own: amount, swept: amount, last_at: maybe(instant) })),
  deployed: z.array(z.object({ currency, balance: amount, limit: amount })),
});
export type TreasuryAnswer = z.output<typeof treasurySchema>;

export function staffTreasury(token: string): Promise<TreasuryAnswer> {
  return read(treasurySchema, sql`select desk.staff_treasury(p_token => ${token}::text) as answer`);
}

export const treasuryNames = ["returns", "commission", "promo"] as const;
export type TreasuryName = (typeof treasuryNames)[number];

type TreasuryMove = { treasury: string; currency: string; amount: string; method: string; note: string | null; key: string };

const requestedSchema = z.object({ request: id });
type Requested = z.output<typeof requestedSchema>;

/** Asks for the treasury to be funded; it is once the request is approved. */
export function staffTreasuryFund(token: string, move: TreasuryMove): Promise<Requested> {
  return ask(
    requestedSchema,
    sql`select desk.staff_treasury_fund(p_token => ${token}::text, p_treasury => ${move.treasury}::text, p_currency => ${move.currency}::text,
      p_amount => ${move.amount}::text, p_method => ${move.method}::uuid, p_note => ${move.note}::text, p_key => ${move.key}::uuid) as answer`,
  );
}

/** Asks for free treasury money to be taken back. */
export function staffTreasuryReturn(token: string, move: TreasuryMove): Promise<Requested> {
  return ask(
    requestedSchema,
    sql`select desk.staff_treasury_return(p_token => ${token}::text, p_treasury => ${move.treasury}::text, p_currency => ${move.currency}::text,
      p_amount => ${move.amount}::text, p_method => ${move.method}::uuid, p_note => ${move.note}::text, p_key => ${move.key}::uuid) as answer`,
  );
}

/** Asks for client money to be moved between methods. */
export function staffBankTransfer(token: string, move: { from: string; to: string; amount: string; note: string | null; key: string }): Promise<Requested> {
  return ask(
    requestedSchema,
    sql`select desk.staff_bank_transfer(p_token => ${token}::text, p_from => ${move.from}::uuid, p_to => ${move.to}::uuid,
      p_amount => ${move.amount}::text, p_note => ${move.note}::text, p_key => ${move.key}::uuid) as answer`,
  );
}

/** Asks for the operator's own money to leave the client account. Throws `exceeds_sweepable` (field held or own). */
export function staffSweep(token: string, sweep: { currency: string; held: string; own: string; method: string; note: string | null; key: string }): Promise<Requested> {
  return ask(
    requestedSchema,
    sql`select desk.staff_sweep(p_token => ${token}::text, p_currency => ${sweep.currency}::text, p_held => ${sweep.held}::text, p_own => ${sweep.own}::text,
      p_method => ${sweep.method}::uuid, p_note => ${sweep.note}::text, p_key => ${sweep.key}::uuid) as answer`,
  );
}
