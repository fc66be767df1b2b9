/** Journals for staff: found, read line by line, asked for by hand, asked to be reversed. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { amount, count, currency, day, id, instant, maybe, type Paging } from "./shapes.server";

const number = z.string().regex(/^\d+$/);

export const journal = z.object({
  number,
  kind: z.string(),
  posted_at: instant,
  value_on: day,
  lines: count,
  actor: z.string(),
  cause: maybe(id),
  reverses: maybe(number),
  reversed_by: maybe(number),
  request: maybe(z.object({ id, reference: z.string(), kind: z.string() })),
  amounts: z.array(z.object({ currency, amount })),
});
export type Journal = z.output<typeof journal>;

export const journalLine = z.object({
  no: count,
  account: maybe(number),
  name: z.string(),
  currency,
  member: maybe(z.object({ id, name: z.string() })),
  debit: maybe(amount),
  credit: maybe(amount),
});
export type JournalLine = z.output<typeof journalLine>;

const journalsSchema = z.object({ items: z.array(journal), next: maybe(z.string()) });
export type Journals = z.output<typeof journalsSchema>;

export type JournalFilter = { kind: string | null; account: string | null; from: string | null; until: string | null; search: string | null };

/** Journals, newest first. A page may be short although there are more: `next` goes on. Refuses reversed days at `until`. */
export function staffJournals(token: string, filter: JournalFilter, { cursor = null, limit = 25 }: Paging = {}): Promise<Journals> {
  return read(
    journalsSchema,
    sql`select desk.staff_journals(p_token => ${token}::text, p_kind => ${filter.kind}::text, p_account => ${filter.account}::bigint, p_from => ${filter.from}::date,
      p_until => ${filter.until}::date, p_search => ${filter.search}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const journalSchema = z.object({
  journal,
  lines: z.array(journalLine),
  next: maybe(count),
  seal: maybe(z.object({ number, at: instant, root: z.string() })),
  open_request: maybe(id),
  why_not: maybe(z.enum(["part_of_something", "reversed"])),
});
export type JournalDetail = z.output<typeof journalSchema>;

/** One journal with up to 500 of its lines, after line `after`. */
export function staffJournal(token: string, which: string, after: string | null = null): Promise<JournalDetail> {
  return read(journalSchema, sql`select desk.staff_journal(p_token => ${token}::text, p_number => ${which}::bigint, p_after => ${after}::integer) as answer`);
}

const requested = z.object({ request: id });

/** One line as asked for: an account's name and one of two amounts, major units as decimal text. */
export type ManualLine = { account: string; debit: string; credit: string };
export type ManualJournal = { kind: string; currency: string; valueOn: string; member: string | null; lines: ManualLine[]; reason: string; key: string };

/** Asks for a journal written by hand. Refuses at `account_N`, `debit_N`, `credit_N`, `value_on`, `member`, `reason`. */
export function staffJournalAsk(token: string, asked: ManualJournal): Promise<z.output<typeof requested>> {
  return ask(
    requested,
    sql`select desk.staff_journal_ask(p_token => ${token}::text, p_kind => ${asked.kind}::text, p_currency => ${asked.currency}::text, p_value_on => ${asked.valueOn}::date,
      p_member => ${asked.member}::uuid, p_lines => ${asked.lines}::jsonb, p_reason => ${asked.reason}::text, p_key => ${asked.key}::uuid) as answer`,
  );
}

/** Asks for a journal to be reversed. */
export function staffJournalReverse(token: string, asked: { number: string; reason: string; key: string }): Promise<z.output<typeof requested>> {
  return ask(
    requested,
    sql`select desk.staff_journal_reverse(p_token => ${token}::text, p_number => ${asked.number}::bigint, p_reason => ${asked.reason}::text, p_key => ${asked.key}::uuid) as answer`,
  );
}
