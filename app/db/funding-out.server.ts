/** Money on its way out: the address book and withdrawals. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { destination, methodType, withdrawal } from "./funding-shapes.server";
import { orRefused, unlessRefused } from "./refused.server";
import { amount, codeOutcomes, count, currency, empty, id, instant, maybe, movement, pageOf, state, tracker, wallet, walletKind, type Paging } from "./shapes.server";

/** What proves the code of a step-up, mailed or of an authenticator (app/auth/step-up.server.ts makes it). */
export type Proof = { challenge: string; mac: string; browser: string };

/** Nothing is paid out for now; requests are taken all the same. */
const paused = z.boolean();

const destinationsSchema = z.object({ destinations: z.array(destination), cooling_hours: count });

export function memberDestinations(token: string): Promise<z.output<typeof destinationsSchema>> {
  return read(destinationsSchema, sql`select desk.member_destinations(p_token => ${token}::text) as answer`);
}

export type DestinationDraft = {
  type: string;
  label: string;
  address: string | null;
  account_name: string | null;
  account_number: string | null;
  ifsc: string | null;
};

const contextSchema = z.object({ context: z.string() });

/** Checks a destination before the code is sent; the context is what the code will be bound to. */
export function memberDestinationCheck(token: string, draft: DestinationDraft): Promise<z.output<typeof contextSchema>> {
  return read(
    contextSchema,
    sql`select desk.member_destination_check(p_token => ${token}::text, p_type => ${draft.type}::text, p_label => ${draft.label}::text,
      p_address => ${draft.address}::text, p_account_name => ${draft.account_name}::text, p_account_number => ${draft.account_number}::text,
      p_ifsc => ${draft.ifsc}::text) as answer`,
  );
}

const destinationAddedSchema = z.union([...codeOutcomes, z.object({ outcome: z.literal("added"), destination, usable_at: instant })]);
export type DestinationAdded = z.output<typeof destinationAddedSchema>;

/** `cancel`: words for the mail, sealed, that cancel it while it cools; the database keeps their hash. */
export async function memberDestinationAdd(token: string, draft: DestinationDraft, proof: Proof, key: string, cancel: { hash: string; sealed: string } | null = null): Promise<DestinationAdded> {
  return unlessRefused(
    await ask(
      orRefused(destinationAddedSchema),
      sql`select desk.member_destination_add(p_token => ${token}::text, p_type => ${draft.type}::text, p_label => ${draft.label}::text,
        p_address => ${draft.address}::text, p_account_name => ${draft.account_name}::text, p_account_number => ${draft.account_number}::text,
        p_ifsc => ${draft.ifsc}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text,
        p_key => ${key}::uuid, p_cancel_hash => ${cancel?.hash ?? null}::text, p_sealed_cancel => ${cancel?.sealed ?? null}::text) as answer`,
    ),
  );
}

const cancelLookSchema = z.union([
  z.object({ state: z.literal("open"), label: z.string(), type: methodType, tail: z.string(), usable_at: instant }),
  empty.extend({ state: z.enum(["removed", "late", "unknown"]) }),
]);

/** What the words of the mail about a new destination would do. Throws `rate_limited`. */
export async function authDestinationCancelLook(words: string, ip: string): Promise<z.output<typeof cancelLookSchema>> {
  return unlessRefused(await ask(orRefused(cancelLookSchema), sql`select desk.auth_destination_cancel_look(p_cancel => ${words}::text, p_ip => ${ip}::text) as answer`));
}

const cancelledSchema = z.object({ outcome: z.enum(["cancelled", "removed", "late", "unknown"]) });

/** Takes the destination back by those words. Throws `rate_limited`. */
export async function authDestinationCancel(words: string, ip: string): Promise<z.output<typeof cancelledSchema>> {
  return unlessRefused(await ask(orRefused(cancelledSchema), sql`select desk.auth_destination_cancel(p_cancel => ${words}::text, p_ip => ${ip}::text) as answer`));
}

export async function memberDestinationRemove(token: string, destinationId: string, key: string): Promise<void> {
  await ask(empty, sql`select desk.member_destination_remove(p_token => ${token}::text, p_destination => ${destinationId}::uuid, p_key => ${key}::uuid) as answer`);
}

const withdrawalFormSchema = z.object({
  wallets: z.array(wallet),
  destinations: z.array(destination),
  limits: z.object({ minimum: maybe(amount), per_request: maybe(amount), per_day: maybe(amount), used_today: maybe(amount), first: maybe(amount), currency }),
  fee: amount,
  currency,
  paused,
  /** until then none can be asked for: the address or the authenticator has changed */
  withdrawals_from: maybe(instant),
});
export type WithdrawalForm = z.output<typeof withdrawalFormSchema>;

export function memberWithdrawalForm(token: string): Promise<WithdrawalForm> {
  return read(withdrawalFormSchema, sql`select desk.member_withdrawal_form(p_token => ${token}::text) as answer`);
}

export type WithdrawalDraft = { wallet: string; currency: string; amount: string; destination: string };

const withdrawalCheckSchema = z.object({
  wallet: walletKind,
  currency,
  amount,
  fee: amount,
  total: amount,
  destination,
  available_after: amount,
  people_needed: count,
  context: z.string(),
});
export type WithdrawalCheck = z.output<typeof withdrawalCheckSchema>;

/** Everything that will be checked but the code; the fee comes on top of the amount. */
export function memberWithdrawalCheck(token: string, draft: WithdrawalDraft): Promise<WithdrawalCheck> {
  return read(
    withdrawalCheckSchema,
    sql`select desk.member_withdrawal_check(p_token => ${token}::text, p_wallet => ${draft.wallet}::text, p_currency => ${draft.currency}::text,
      p_amount => ${draft.amount}::text, p_destination => ${draft.destination}::uuid) as answer`,
  );
}

const withdrawSchema = z.union([
  z.object({ outcome: z.literal("requested"), withdrawal: id, reference: z.string(), request: maybe(id) }),
  ...codeOutcomes,
]);
export type Withdrawn = z.output<typeof withdrawSchema>;

/** Places the hold and the request. The code must be for exactly this wallet, amount and destination. */
export async function memberWithdraw(token: string, draft: WithdrawalDraft, proof: Proof, key: string): Promise<Withdrawn> {
  return unlessRefused(
    await ask(
      orRefused(withdrawSchema),
      sql`select desk.member_withdraw(p_token => ${token}::text, p_wallet => ${draft.wallet}::text, p_currency => ${draft.currency}::text,
        p_amount => ${draft.amount}::text, p_destination => ${draft.destination}::uuid, p_challenge => ${proof.challenge}::uuid,
        p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text, p_key => ${key}::uuid) as answer`,
    ),
  );
}

export const withdrawalsSchema = pageOf(withdrawal).extend({ paused });

export function memberWithdrawals(token: string, filter: { state?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof withdrawalsSchema>> {
  return read(
    withdrawalsSchema,
    sql`select desk.member_withdrawals(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const withdrawalDetailSchema = z.object({ withdrawal, tracker, movements: z.array(movement), paused });
export type WithdrawalDetail = z.output<typeof withdrawalDetailSchema>;

export function memberWithdrawal(token: string, withdrawalId: string): Promise<WithdrawalDetail> {
  return read(withdrawalDetailSchema, sql`select desk.member_withdrawal(p_token => ${token}::text, p_withdrawal => ${withdrawalId}::uuid) as answer`);
}

export function memberWithdrawalCancel(token: string, withdrawalId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.member_withdrawal_cancel(p_token => ${token}::text, p_withdrawal => ${withdrawalId}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Staff send the money, so they see the whole account number. */
const fullDestination = z.object({
  type: methodType,
  label: z.string(),
  address: maybe(z.string()),
  account_name: maybe(z.string()),
  account_number: maybe(z.string()),
  ifsc: maybe(z.string()),
});
const fullWithdrawal = withdrawal.extend({ member: z.object({ id, name: z.string() }), destination: fullDestination });
/** `methods`: where an approved one may be sent from; empty otherwise. */
const listedWithdrawal = fullWithdrawal.extend({ methods: z.array(z.object({ id, name: z.string(), balance: amount, currency })) });
export type StaffWithdrawal = z.output<typeof listedWithdrawal>;
const staffWithdrawalsSchema = pageOf(listedWithdrawal);

export function staffWithdrawals(token: string, filter: { state?: string | null; search?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof staffWithdrawalsSchema>> {
  return read(
    staffWithdrawalsSchema,
    sql`select desk.staff_withdrawals(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer, p_search => ${filter.search ?? null}::text) as answer`,
  );
}

const staffWithdrawalSchema = z.object({
  withdrawal: fullWithdrawal,
  tracker,
  request: maybe(id),
  method: maybe(z.string()),
  methods: z.array(z.object({ id, name: z.string(), type: methodType, currency, balance: amount })),
});
export type StaffWithdrawalDetail = z.output<typeof staffWithdrawalSchema>;

/** One withdrawal with everything needed to send it. */
export function staffWithdrawal(token: string, withdrawalId: string): Promise<StaffWithdrawalDetail> {
  return read(staffWithdrawalSchema, sql`select desk.staff_withdrawal(p_token => ${token}::text, p_withdrawal => ${withdrawalId}::uuid) as answer`);
}

/** The transfer was made. Throws `method_short` when the method has not the cash. */
export function staffWithdrawalSent(token: string, sent: { withdrawal: string; method: string; transactionReference: string; key: string }): Promise<z.output<typeof state>> {
  return ask(
    state,
    sql`select desk.staff_withdrawal_sent(p_token => ${token}::text, p_withdrawal => ${sent.withdrawal}::uuid, p_method => ${sent.method}::uuid,
      p_transaction_reference => ${sent.transactionReference}::text, p_key => ${sent.key}::uuid) as answer`,
  );
}

export function staffWithdrawalConfirm(token: string, withdrawalId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_withdrawal_confirm(p_token => ${token}::text, p_withdrawal => ${withdrawalId}::uuid, p_key => ${key}::uuid) as answer`);
}

export function staffWithdrawalReturned(token: string, returned: { withdrawal: string; reason: string; key: string }): Promise<z.output<typeof state>> {
  return ask(
    state,
    sql`select desk.staff_withdrawal_returned(p_token => ${token}::text, p_withdrawal => ${returned.withdrawal}::uuid, p_reason => ${returned.reason}::text,
      p_key => ${returned.key}::uuid) as answer`,
  );
}
