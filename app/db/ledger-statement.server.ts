/** What a member's wallets did in a period, day by day, and what of them could leave today. */
import { z } from "zod";

import { read, sql } from "./db.server";
import { historySchema, holdSchema } from "./ledger.server";
import { amount, count, currency, day, id, instant, maybe, movement, rate, walletKind } from "./shapes.server";

const kindSums = z.object({ kind: z.string(), lines: count, money_in: amount, money_out: amount });

const section = z.object({ wallet: walletKind, currency, opening: amount, money_in: amount, money_out: amount, closing: amount, lines: count, kinds: z.array(kindSums) });
export type StatementSection = z.output<typeof section>;

/** What a sentence about a movement needs: the day of a term, its rate, and the amount it is taken of. */
const terms = z.object({ day: maybe(count), days: maybe(count), rate, base: amount });
export type MovementTerms = z.output<typeof terms>;

/** A movement with the wallet's balance after it and the number of the seal that holds it. */
const statementLine = movement.extend({ balance: amount, terms: maybe(terms), seal: maybe(id) });
export type StatementLine = z.output<typeof statementLine>;

export const statementSchema = z.object({
  company: z.string(),
  member: z.object({ id, name: z.string(), email: z.string() }),
  period: z.string(),
  from: day,
  to: day,
  today: day,
  timezone: z.string(),
  made_at: instant,
  /** up to so many lines a file is made at once; longer ones are made by a worker, a PDF never above the second */
  rows_at_once: count,
  most_rows_of_pdf: count,
  wallets: z.array(z.object({ kind: walletKind, currency })),
  /** the newest seal of the books, which contains the roots of all earlier ones */
  seal: maybe(z.object({ number: id, sealed_at: instant, root: z.string() })),
  sections: z.array(section),
  items: z.array(statementLine),
  next: maybe(z.string()),
});
export type Statement = z.output<typeof statementSchema>;

export const statementPeriods = ["month", "last_month", "year", "last_year", "dates"] as const;

/** A named period, or `dates` with both days; wallet and currency narrow it. */
export type StatementQuery = { period: string | null; from: string | null; to: string | null; wallet: string | null; currency: string | null };

/**
 * One page of a statement: its sums are of the whole period, whatever the page, and each page with a cursor is of the moment of the
 * first one. Refuses `invalid_input` at `period`, `from` or `to`.
 */
export function memberStatement(token: string, asked: StatementQuery, { cursor = null, limit = 50 }: { cursor?: string | null; limit?: number } = {}): Promise<Statement> {
  return read(
    statementSchema,
    sql`select desk.member_statement(p_token => ${token}::text, p_period => ${asked.period}::text, p_from => ${asked.from}::date, p_to => ${asked.to}::date,
      p_wallet => ${asked.wallet}::text, p_currency => ${asked.currency}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const memberHistorySchema = historySchema.extend({ currencies: z.array(currency) });

/** Balances at the end of each of the last days (7 to 366), and what was credited in them by kind. */
export function memberHistory(token: string, asked: { currency: string | null; days: number }): Promise<z.output<typeof memberHistorySchema>> {
  return read(memberHistorySchema, sql`select desk.member_history(p_token => ${token}::text, p_currency => ${asked.currency}::text, p_days => ${asked.days}::integer) as answer`);
}

const exitCurrency = z.object({
  currency,
  /** sum of all balances = ready + payout + instalments + held + locked */
  total: amount,
  ready: amount,
  payout: amount,
  instalments: amount,
  held: amount,
  locked: amount,
  sources: z.array(z.object({ wallet: walletKind, amount })),
  contracts: z.array(z.object({ id, reference: z.string(), plan_name: z.string(), amount, end_on: day, to_come: amount, renews: z.boolean() })),
  releases: z.array(z.object({ on: day, amount, by_then: amount })),
  /** earned and recorded, not yet in a wallet */
  waiting: z.object({ items: count, amount, oldest_on: maybe(day) }),
});
export type ExitCurrency = z.output<typeof exitCurrency>;

const exitSchema = z.object({
  as_of: instant,
  paused: z.boolean(),
  currencies: z.array(exitCurrency),
  holds: z.array(holdSchema),
  destinations: z.object({ usable: count, next_at: maybe(instant) }),
});
export type Exit = z.output<typeof exitSchema>;

/** What the member could take today, and what is locked until when. */
export function memberExit(token: string): Promise<Exit> {
  return read(exitSchema, sql`select desk.member_exit(p_token => ${token}::text) as answer`);
}
