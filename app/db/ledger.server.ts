/** Wallets and movements: what a member has, and where each number comes from. */
import { z } from "zod";

import { announcement } from "./announcement.server";
import { ask, read, sql } from "./db.server";
import { amount, count, currency, day, id, instant, maybe, movement, pageOf, percent, wallet, walletKind, type Paging } from "./shapes.server";
import { investment } from "./invest-shapes.server";

export type { Movement, Wallet, WalletKind } from "./shapes.server";

const frameSchema = z.object({
  member: z.object({
    id,
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    language: z.string(),
    referral_code: z.string(),
    status: z.string(),
    deactivated_at: maybe(instant),
    timezone: z.string(),
  }),
  currency,
  wallets: z.array(z.object({ kind: walletKind, currency, balance: amount, available: amount })),
  pending: z.object({ deposits: count, withdrawals: count }),
  unread: z.object({ messages: count, notices: count }),
  /** staff look at these pages, until then */
  viewing: maybe(z.object({ by: z.string(), until: instant, seconds: count })),
  business_now: instant,
  demo: z.boolean(),
  last_login_at: maybe(instant),
});
export type MemberFrameAnswer = z.output<typeof frameSchema>;

/** What stands around every member page. */
export function memberFrame(token: string): Promise<MemberFrameAnswer> {
  return read(frameSchema, sql`select desk.member_frame(p_token => ${token}::text) as answer`);
}

/** Balances at the end of each of some days, and what was credited in them by kind: `credited` in all. */
export const historySchema = z.object({
  currency,
  from: day,
  to: day,
  days: z.array(z.object({ on: day, total: amount, invested: amount })),
  credited: amount,
  credits: z.array(z.object({ kind: z.string(), lines: count, amount })),
});
export type History = z.output<typeof historySchema>;

const homeSchema = z.object({
  /** what the company tells the member now, as long as it was not put away */
  announcements: z.array(announcement),
  wallets: z.array(wallet),
  currency,
  invested: amount,
  projected: amount,
  /** of the last thirty days */
  history: historySchema,
  active_investments: z.array(investment),
  pending: z.array(z.object({ kind: z.string(), id, reference: z.string(), amount, currency, state: z.string(), at: instant })),
  recent: z.array(movement),
  /** null for whom nothing was ever earned */
  earnings: maybe(z.object({ wallets: z.array(z.object({ currency, available: amount, balance: amount })), last_payout: maybe(z.object({ id, state: z.string(), gross: amount, currency })) })),
  /** null while no money is held at all */
  coverage: maybe(z.object({ currency, client: maybe(percent), short: z.boolean() })),
  referral: z.object({ code: z.string(), link_path: z.string(), count }),
});
export type MemberHome = z.output<typeof homeSchema>;

export function memberHome(token: string): Promise<MemberHome> {
  return read(homeSchema, sql`select desk.member_home(p_token => ${token}::text) as answer`);
}

const hold = z.object({
  id,
  wallet: walletKind,
  currency,
  amount,
  reason: z.string(),
  at: instant,
  expires_at: maybe(instant),
  subject_kind: maybe(z.string()),
  subject_id: maybe(z.string()),
});
export type Hold = z.output<typeof hold>;
export const holdSchema = hold;

const walletsSchema = z.object({ wallets: z.array(wallet), holds: z.array(hold) });

export function memberWallets(token: string): Promise<z.output<typeof walletsSchema>> {
  return read(walletsSchema, sql`select desk.member_wallets(p_token => ${token}::text) as answer`);
}

export type MovementFilter = { wallet?: string | null; currency?: string | null; kind?: string | null; from?: string | null; to?: string | null };

export const movementsSchema = pageOf(movement);

/** Movements of all the member's wallets, newest first; dates are value dates, both ends included. */
export function memberMovements(token: string, filter: MovementFilter = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof movementsSchema>> {
  return read(
    movementsSchema,
    sql`select desk.member_movements(p_token => ${token}::text, p_wallet => ${filter.wallet ?? null}::text, p_currency => ${filter.currency ?? null}::text,
      p_kind => ${filter.kind ?? null}::text, p_from => ${filter.from ?? null}::date, p_to => ${filter.to ?? null}::date,
      p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const explainedSchema = z.object({
  movement,
  explanation: z.object({
    kind: z.string(),
    facts: z.array(z.object({ name: z.string(), value: maybe(scalar), type: z.string() })),
    links: z.array(z.object({ kind: z.string(), id })),
  }),
  /** `own`: the member's; the others are the operator's accounts */
  lines: z.array(z.object({ wallet_or_account: z.string(), amount, currency, own: z.boolean() })),
  reversed_by: maybe(z.string()),
  /** a seal holds it, so there is a proof */
  sealed: z.boolean(),
});
export type ExplainedMovement = z.output<typeof explainedSchema>;

/** One movement with the facts it was computed from. `movement` is `<journal>-<line>`. */
export function memberMovement(token: string, movementId: string): Promise<ExplainedMovement> {
  return read(explainedSchema, sql`select desk.member_movement(p_token => ${token}::text, p_id => ${movementId}::text) as answer`);
}

const proofSchema = z.object({ proof: maybe(z.record(z.string(), z.unknown())) });

/** Proof that a movement stands in a seal (docs/seals.md), to be handed on as it is; null while no seal holds it. */
export async function memberProof(token: string, movementId: string): Promise<Record<string, unknown> | null> {
  return (await read(proofSchema, sql`select desk.member_proof(p_token => ${token}::text, p_id => ${movementId}::text) as answer`)).proof;
}

const transferCheckSchema = z.object({ currency, amount, interest_after: amount, deposit_after: amount });
export type TransferCheck = z.output<typeof transferCheckSchema>;

/** What moving an amount from INTEREST to DEPOSIT would leave available in both; changes nothing. */
export function memberTransferCheck(token: string, transfer: { currency: string; amount: string }): Promise<TransferCheck> {
  return read(
    transferCheckSchema,
    sql`select desk.member_transfer_check(p_token => ${token}::text, p_currency => ${transfer.currency}::text, p_amount => ${transfer.amount}::text) as answer`,
  );
}

const transferSchema = z.object({ movement });

/** Moves an amount from INTEREST to DEPOSIT. */
export function memberTransfer(token: string, transfer: { currency: string; amount: string; key: string }): Promise<z.output<typeof transferSchema>> {
  return ask(
    transferSchema,
    sql`select desk.member_transfer(p_token => ${token}::text, p_currency => ${transfer.currency}::text, p_amount => ${transfer.amount}::text,
      p_key => ${transfer.key}::uuid) as answer`,
  );
}

const trialSchema = z.object({
  currencies: z.array(z.object({ currency, debit: amount, credit: amount, difference: amount, by_lines: amount })),
  accounts: z.array(z.object({ name: z.string(), currency, side: z.string(), balance: amount, accounts: count })),
});
export type TrialBalance = z.output<typeof trialSchema>;

export function staffTrialBalance(token: string): Promise<TrialBalance> {
  return read(trialSchema, sql`select desk.staff_trial_balance(p_token => ${token}::text) as answer`);
}

const chartSchema = z.object({
  accounts: z.array(z.object({ name: z.string(), currency, side: z.string(), of: z.enum(["members", "operator"]), account: maybe(z.string()), accounts: count, by_hand: z.array(z.string()), balance: amount, debit: amount, credit: amount, lines: count })),
});
export type ChartAccount = z.output<typeof chartSchema>["accounts"][number];

/** Every kind of account: what stands on it, and what these days moved on it. */
export async function staffAccounts(token: string, { from, until }: { from: string | null; until: string | null }): Promise<ChartAccount[]> {
  return (await read(chartSchema, sql`select desk.staff_accounts(p_token => ${token}::text, p_from => ${from}::date, p_until => ${until}::date) as answer`)).accounts;
}
