/** Payouts of earnings: what a member asks for, what staff send and what they hear from the bank. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Proof } from "./funding-out.server";
import { destination } from "./funding-shapes.server";
import { orRefused, unlessRefused } from "./refused.server";
import { amount, codeOutcomes, count, currency, day, id, instant, maybe, movement, pageOf, state, tracker, type Paging } from "./shapes.server";

const text = maybe(z.string());

export const payoutStates = ["pending", "approved", "sent", "paid", "returned", "rejected", "cancelled", "reversed"] as const;

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
  state: z.enum(payoutStates),
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
export type PayoutPart = z.output<typeof payoutPart>;

export const taxRegime = z.enum(["SEED", "IN", "NONE"]);

/** Why a payout was taxed so: rate in percent, what the rate alone would take, and the cap of one payout or of a tax year. */
const taxWhy = maybe(z.object({ rate: z.string(), scope: z.enum(["per_payout", "per_tax_year"]), cap: maybe(amount), whole: amount }));
export type TaxWhy = z.output<typeof taxWhy>;

const paused = z.boolean();

const formSchema = z.object({
  /** earnings in each currency, with the instalments that are due in it and the tax of today's rule */
  wallets: z.array(z.object({ currency, available: amount, held: amount, due: amount, tax: taxWhy })),
  destinations: z.array(destination),
  regime: taxRegime,
  paused,
  withdrawals_from: maybe(instant),
});
export type PayoutForm = z.output<typeof formSchema>;

export function memberPayoutForm(token: string): Promise<PayoutForm> {
  return read(formSchema, sql`select desk.member_payout_form(p_token => ${token}::text) as answer`);
}

export type PayoutDraft = { currency: string; amount: string; autofill: boolean; destination: string };

const checkSchema = z.object({
  currency,
  gross: amount,
  tax: amount,
  net: amount,
  emi: amount,
  bank: amount,
  why: taxWhy,
  regime: taxRegime,
  parts: z.array(payoutPart),
  destination,
  available_after: amount,
  people_needed: count,
  context: z.string(),
});
export type PayoutCheck = z.output<typeof checkSchema>;

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

const payoutsSchema = pageOf(payout).extend({ paused });

export function memberPayouts(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof payoutsSchema>> {
  return read(
    payoutsSchema,
    sql`select desk.member_payouts(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const payoutSchema = z.object({ payout, why: taxWhy, parts: z.array(payoutPart), tracker, movements: z.array(movement), paused });

export function memberPayout(token: string, one: string): Promise<z.output<typeof payoutSchema>> {
  return read(payoutSchema, sql`select desk.member_payout(p_token => ${token}::text, p_payout => ${one}::uuid) as answer`);
}

export function memberPayoutCancel(token: string, one: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_payout_cancel(p_token => ${token}::text, p_payout => ${one}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Staff send the money, so they see the whole account number. */
const fullPayout = payout.extend({ parts: z.array(payoutPart), member: z.object({ id, name: z.string() }), destination: z.object({ label: z.string(), account_name: text, account_number: text, ifsc: text }) });
const staffPayoutsSchema = pageOf(fullPayout);

export function staffPayouts(token: string, filter: { state?: string | null; search?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof staffPayoutsSchema>> {
  return read(
    staffPayoutsSchema,
    sql`select desk.staff_payouts(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer, p_search => ${filter.search ?? null}::text) as answer`,
  );
}

const staffPayoutSchema = z.object({
  payout: fullPayout,
  why: taxWhy,
  /** value date of its debit: the quarter of its tax */
  posted_on: maybe(day),
  file_id: maybe(id),
  tracker,
  request: maybe(id),
});
export type StaffPayout = z.output<typeof staffPayoutSchema>;

/** One payout with everything about it. */
export function staffPayout(token: string, one: string): Promise<StaffPayout> {
  return read(staffPayoutSchema, sql`select desk.staff_payout(p_token => ${token}::text, p_payout => ${one}::uuid) as answer`);
}

const fileSchema = z.object({ file: id, reference: z.string(), lines: count, sum: amount, currency });

/** Every approved payout in the account's currency is sent in this file. Throws `nothing_to_send`, `method_short`. */
export function staffBankFileMake(token: string, method: string, key: string): Promise<z.output<typeof fileSchema>> {
  return ask(fileSchema, sql`select desk.staff_bank_file_make(p_token => ${token}::text, p_method => ${method}::uuid, p_key => ${key}::uuid) as answer`);
}

const draftSchema = z.object({
  currency,
  lines: count,
  sum: amount,
  methods: z.array(z.object({ id, name: z.string(), currency, balance: amount })),
  items: z.array(z.object({ id, reference: z.string(), bank: amount, decided_at: instant, name: z.string(), destination: z.string() })),
});

/** What the next file would hold in a currency, before it is made. */
export function staffBankFileDraft(token: string, currencyCode: string): Promise<z.output<typeof draftSchema>> {
  return read(draftSchema, sql`select desk.staff_bank_file_draft(p_token => ${token}::text, p_currency => ${currencyCode}::text) as answer`);
}

const bankFile = z.object({ id, reference: z.string(), currency, lines: count, sum: amount, made_at: instant, method: z.string(), open: count, paid: count, returned: count });
const waitingSchema = z.array(z.object({ currency, lines: count, sum: amount, methods: z.array(z.object({ id, name: z.string() })) }));
const bankFilesSchema = pageOf(bankFile).extend({ waiting: waitingSchema });

/** Files for the bank, newest first, and what waits for the next one in each currency. */
export function staffBankFiles(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof bankFilesSchema>> {
  return read(bankFilesSchema, sql`select desk.staff_bank_files(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const bankLine = z.object({ no: count, payout: id, reference: z.string(), amount, state: payout.shape.state, reason: text, account_name: text, account_number: text, ifsc: text });
export type BankFileRow = z.output<typeof bankFile>;

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

const answerFault = z.enum(["foreign_line", "repeated_line", "other_amount", "already_decided", "unknown_outcome", "no_reason"]);
export type AnswerFault = { line: number; fault: z.output<typeof answerFault> };

/** Everything in an answer that does not fit, line by line, at most a hundred. */
export async function staffBankAnswerCheck(token: string, one: string, lines: readonly AnsweredLine[]): Promise<AnswerFault[]> {
  const schema = z.object({ faults: z.array(z.object({ line: count, fault: answerFault })) });
  return (await read(schema, sql`select desk.staff_bank_answer_check(p_token => ${token}::text, p_file => ${one}::uuid, p_lines => ${[...lines]}::jsonb) as answer`)).faults;
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
