/** Payouts of earnings and the tax that is withheld: what a member asks for, what staff send and hear from the bank, and the dated rules. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Proof } from "./funding-out.server";
import { destination } from "./funding-shapes.server";
import { orRefused, unlessRefused } from "./refused.server";
import { amount, codeOutcomes, count, currency, day, id, instant, maybe, movement, pageOf, state, tracker, type Paging } from "./shapes.server";

const text = maybe(z.string());

export const payout = z.object({
  id,
  reference: z.string(),
  currency,
  gross: amount,
  tax: amount,
  /** gross less tax */
  net: amount,
  /** what pays instalments */
  emi: amount,
  bank: amount,
  destination_label: z.string(),
  destination_tail: text,
  state: z.enum(["pending", "approved", "rejected", "cancelled", "sent", "paid", "returned", "reversed"]),
  reason: text,
  /** the bank file it was sent in; for staff only */
  file: text,
  requested_at: instant,
  decided_at: maybe(instant),
  sent_at: maybe(instant),
  closed_at: maybe(instant),
  reversed_at: maybe(instant),
});
export type Payout = z.output<typeof payout>;

export const payoutPart = z.object({ booking: id, reference: z.string(), amount });

export type PayoutDraft = { currency: string; amount: string; autofill: boolean; destination: string };

const checkSchema = z.object({
  currency,
  gross: amount,
  tax: amount,
  net: amount,
  emi: amount,
  bank: amount,
  destination,
  available_after: amount,
  people_needed: count,
  context: z.string(),
});

/** Tax, instalments and the bank's part as they would be frozen now; the context is what the code will be bound to. */
export function memberPayoutCheck(token: string, draft: PayoutDraft): Promise<z.output<typeof checkSchema>> {
  return read(
    checkSchema,
    sql`select desk.member_payout_check(p_token => ${token}::text, p_currency => ${draft.currency}::text, p_amount => ${draft.amount}::text,
      p_autofill => ${draft.autofill}::boolean, p_destination => ${draft.destination}::uuid) as answer`,
  );
}

const requestedSchema = z.union([z.object({ outcome: z.literal("requested"), payout: id, reference: z.string(), request: id }), ...codeOutcomes]);

/** Places the hold and the request. The code must be for exactly this amount and account, in the words of a withdrawal from EARNINGS. */
export async function memberPayoutRequest(token: string, draft: PayoutDraft, proof: Proof, key: string): Promise<z.output<typeof requestedSchema>> {
  return unlessRefused(
    await ask(
      orRefused(requestedSchema),
      sql`select desk.member_payout_request(p_token => ${token}::text, p_currency => ${draft.currency}::text, p_amount => ${draft.amount}::text,
        p_autofill => ${draft.autofill}::boolean, p_destination => ${draft.destination}::uuid, p_challenge => ${proof.challenge}::uuid,
        p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text, p_key => ${key}::uuid) as answer`,
    ),
  );
}

const paused = z.boolean();
const payoutsSchema = pageOf(payout).extend({ paused });

export function memberPayouts(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof payoutsSchema>> {
  return read(
    payoutsSchema,
    sql`select desk.member_payouts(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const payoutSchema = z.object({ payout, parts: z.array(payoutPart), tracker, movements: z.array(movement), paused });

export function memberPayout(token: string, one: string): Promise<z.output<typeof payoutSchema>> {
  return read(payoutSchema, sql`select desk.member_payout(p_token => ${token}::text, p_payout => ${one}::uuid) as answer`);
}

export function memberPayoutCancel(token: string, one: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_payout_cancel(p_token => ${token}::text, p_payout => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Staff send the money, so they see the whole account number. */
const staffPayoutsSchema = pageOf(
  payout.extend({ parts: z.array(payoutPart), member: z.object({ id, name: z.string() }), destination: z.object({ label: z.string(), account_name: text, account_number: text, ifsc: text }) }),
);

export function staffPayouts(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof staffPayoutsSchema>> {
  return read(
    staffPayoutsSchema,
    sql`select desk.staff_payouts(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const fileSchema = z.object({ file: id, reference: z.string(), lines: count, sum: amount, currency });

/** Every approved payout in the account's currency is sent in this file. Throws `nothing_to_send`, `method_short`. */
export function staffBankFileMake(token: string, method: string, key: string): Promise<z.output<typeof fileSchema>> {
  return ask(fileSchema, sql`select desk.staff_bank_file_make(p_token => ${token}::text, p_method => ${method}::uuid, p_key => ${key}::uuid) as answer`);
}

const bankFile = z.object({ id, reference: z.string(), currency, lines: count, sum: amount, made_at: instant, method: z.string(), open: count, paid: count, returned: count });
const waitingSchema = z.array(z.object({ currency, lines: count, sum: amount, methods: z.array(z.object({ id, name: z.string() })) }));
const bankFilesSchema = pageOf(bankFile).extend({ waiting: waitingSchema });

/** Files for the bank, newest first, and what waits for the next one in each currency. */
export function staffBankFiles(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof bankFilesSchema>> {
  return read(bankFilesSchema, sql`select desk.staff_bank_files(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const bankLine = z.object({ no: count, payout: id, reference: z.string(), amount, state: payout.shape.state, reason: text, account_name: text, account_number: text, ifsc: text });
const bankFileSchema = z.object({ file: bankFile, from: z.object({ account_name: text, account_number: text, bank_name: text, ifsc: text }), columns: z.string(), items: z.array(bankLine) });

/** One file with every line and whole account numbers, for who sends money. */
export function staffBankFile(token: string, one: string): Promise<z.output<typeof bankFileSchema>> {
  return read(bankFileSchema, sql`select desk.staff_bank_file(p_token => ${token}::text, p_file => ${one}::uuid) as answer`);
}

export type AnsweredLine = { line: string; reference: string; amount: string | null; outcome: string; reason: string | null };

/** What the bank says of a file's lines: all of it is taken, or `bank_answer_wrong` names the line that does not fit. */
export function staffBankAnswer(token: string, one: string, lines: readonly AnsweredLine[], key: string): Promise<{ paid: number; returned: number }> {
  return ask(
    z.object({ paid: count, returned: count }),
    sql`select desk.staff_bank_answer(p_token => ${token}::text, p_file => ${one}::uuid, p_lines => ${[...lines]}::jsonb, p_key => ${key}::uuid) as answer`,
  );
}

export function staffPayoutPaid(token: string, one: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_payout_paid(p_token => ${token}::text, p_payout => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

export function staffPayoutReturned(token: string, one: string, reason: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_payout_returned(p_token => ${token}::text, p_payout => ${one}::uuid, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`);
}

/** Whole, and only in the quarter of its tax. Throws `quarter_over`, `booking_changed`. */
export function staffPayoutReverse(token: string, one: string, reason: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_payout_reverse(p_token => ${token}::text, p_payout => ${one}::uuid, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`);
}

const regime = z.enum(["SEED", "IN"]);
const scope = z.enum(["per_payout", "per_tax_year"]);
const rulesSchema = z.object({
  regime: z.enum(["SEED", "IN", "NONE"]),
  scope,
  today: day,
  rules: z.array(
    z.object({
      id,
      regime,
      scope,
      rate: z.string(),
      no_pan_rate: text,
      /** whole units of the currency */
      threshold: text,
      cap: text,
      from_on: day,
      until_on: maybe(day),
      certificate_form: z.string(),
      payment_code: z.string(),
      note: z.string(),
    }),
  ),
  may_write: z.boolean(),
});

export function staffTaxRules(token: string): Promise<z.output<typeof rulesSchema>> {
  return read(rulesSchema, sql`select desk.staff_tax_rules(p_token => ${token}::text) as answer`);
}

type TaxRule = {
  regime: string;
  scope: string;
  rate: string;
  noPanRate: string | null;
  threshold: number | null;
  cap: number | null;
  fromOn: string;
  untilOn: string | null;
  certificateForm: string;
  paymentCode: string;
  note: string;
  key: string;
};
const ruleSchema = z.object({ rule: id });

export function staffTaxRuleAdd(token: string, rule: TaxRule): Promise<z.output<typeof ruleSchema>> {
  return ask(
    ruleSchema,
    sql`select desk.staff_tax_rule_add(p_token => ${token}::text, p_regime => ${rule.regime}::text, p_scope => ${rule.scope}::text, p_rate => ${rule.rate}::text,
      p_no_pan_rate => ${rule.noPanRate}::text, p_threshold => ${rule.threshold}::integer, p_cap => ${rule.cap}::integer, p_from_on => ${rule.fromOn}::date,
      p_until_on => ${rule.untilOn}::date, p_certificate_form => ${rule.certificateForm}::text, p_payment_code => ${rule.paymentCode}::text,
      p_note => ${rule.note}::text, p_key => ${rule.key}::uuid) as answer`,
  );
}

export function staffTaxRuleEnd(token: string, rule: string, untilOn: string, key: string): Promise<z.output<typeof ruleSchema>> {
  return ask(ruleSchema, sql`select desk.staff_tax_rule_end(p_token => ${token}::text, p_rule => ${rule}::uuid, p_until_on => ${untilOn}::date, p_key => ${key}::uuid) as answer`);
}
