/** Files about a member that a worker makes: asking for them, taking them, and what the worker reads for them. */
import { z } from "zod";

import { memberKycSchema, nomineesSchema, memberKyc, memberNominees } from "./compliance.server";
import { ask, read, sql } from "./db.server";
import { bookingSchema, bookingsSchema, memberBooking, memberBookings } from "./ev.server";
import { depositsSchema, memberDeposits } from "./funding.server";
import { memberWithdrawals, withdrawalsSchema } from "./funding-out.server";
import { authPasskeys, passkeysSchema } from "./identity-passkey.server";
import { mailsSchema, memberMails, memberRecord, recordSchema } from "./identity-record.server";
import { investmentsSchema, memberInvestments } from "./invest.server";
import { memberMovements, movementsSchema } from "./ledger.server";
import { statementSchema, type Statement } from "./ledger-statement.server";
import { memberReferrals, referralsSchema } from "./referral.server";
import { count, currency, day, id, instant, maybe, pageOf, walletKind } from "./shapes.server";

const ownReport = z.enum(["statement", "my_data"]);
const ownFormat = z.enum(["pdf", "csv", "json"]);
export type OwnFormat = z.output<typeof ownFormat>;

const ownExport = z.object({
  id,
  report: ownReport,
  from: maybe(day),
  until: maybe(day),
  wallet: maybe(walletKind),
  currency: maybe(currency),
  format: ownFormat,
  state: z.enum(["waiting", "running", "finished", "failed", "removed"]),
  total: count,
  done: count,
  asked_at: instant,
  bytes: maybe(count),
  expires_at: maybe(instant),
});
export type OwnExport = z.output<typeof ownExport>;

const exportsSchema = pageOf(ownExport).extend({ rows: count, rows_at_once: count });

/** Files about the member, newest first; `rows` is how many all of the member's data has, `rows_at_once` up to how many a file is made while the member waits. */
export function memberExports(token: string, cursor: string | null, limit = 25): Promise<z.output<typeof exportsSchema>> {
  return read(exportsSchema, sql`select desk.member_exports(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

type Asked = { report: "statement" | "my_data"; from: string | null; until: string | null; wallet: string | null; currency: string | null; format: OwnFormat; language: string; key: string };

/**
 * Asks for a file. Refuses `invalid_input` and `export_too_long` at `format`, `invalid_input` at `from` or `to`, `nothing_to_export`, `export_under_way`,
 * `too_many_exports` and `viewing_only`.
 */
export async function memberExportAsk(token: string, asked: Asked): Promise<string> {
  const { export: made } = await ask(
    z.object({ export: id }),
    sql`select desk.member_export_ask(p_token => ${token}::text, p_report => ${asked.report}::text, p_from => ${asked.from}::date, p_until => ${asked.until}::date, p_wallet => ${asked.wallet}::text,
      p_currency => ${asked.currency}::text, p_format => ${asked.format}::text, p_language => ${asked.language}::text, p_key => ${asked.key}::uuid) as answer`,
  );
  return made;
}

const ownFileSchema = z.object({ storage_key: id, report: ownReport, from: maybe(day), until: maybe(day), format: ownFormat });
export type OwnFile = z.output<typeof ownFileSchema>;

/** Where the bytes of a finished file lie. Refuses `not_found` and `viewing_only`. */
export function memberExportFile(token: string, file: string): Promise<OwnFile> {
  return read(ownFileSchema, sql`select desk.member_export_file(p_token => ${token}::text, p_export => ${file}::uuid) as answer`);
}

const begunSchema = z.object({
  go: z.boolean(),
  abandoned: maybe(id),
  report: maybe(z.string()),
  format: maybe(z.string()),
  language: maybe(z.string()),
  from: maybe(day),
  until: maybe(day),
  wallet: maybe(z.string()),
  currency: maybe(z.string()),
});
export type OwnBegun = z.output<typeof begunSchema>;

/** The worker begins a file, or begins it anew after an attempt that was cut off. */
export function workerOwnBegin(asked: string, file: string): Promise<OwnBegun> {
  return ask(begunSchema, sql`select desk.worker_export_begin(p_export => ${asked}::uuid, p_file => ${file}::uuid) as answer`);
}

/** Another attempt makes the file now. */
export class Overtaken extends Error {}

type Page = { cursor: string | null; limit: number };

/** How what is kept about a member is read: by the member, or for the member by a job. Both through the functions of the member's own pages. */
export type OwnReads = ReturnType<typeof ownReads>;

export const ownReads = (token: string) => ({
  record: () => memberRecord(token),
  kyc: () => memberKyc(token),
  nominees: () => memberNominees(token),
  passkeys: () => authPasskeys(token),
  deposits: (page: Page) => memberDeposits(token, {}, page),
  withdrawals: (page: Page) => memberWithdrawals(token, {}, page),
  investments: (page: Page) => memberInvestments(token, {}, page),
  bookings: (page: Page) => memberBookings(token, page),
  booking: (one: string) => memberBooking(token, one),
  referrals: (page: Page) => memberReferrals(token, page),
  movements: (page: Page) => memberMovements(token, {}, page),
  mails: (page: Page) => memberMails(token, page),
});

/** The same for a job that makes `file` for the export `asked`; `done` says how many rows are written. Each throws `Overtaken`. */
export function workerOwnReads(asked: string, file: string, done: () => number): OwnReads & { statement: (query: Record<string, string | null>) => Promise<Statement> } {
  const reading = async <S extends z.ZodType>(schema: S, what: string, args: Record<string, string | null> = {}): Promise<z.output<S>> => {
    const { current, answer } = await read(
      z.object({ current: z.boolean(), answer: z.unknown() }),
      sql`select desk.worker_own_read(p_export => ${asked}::uuid, p_file => ${file}::uuid, p_done => ${done()}::bigint, p_what => ${what}::text, p_args => ${args}::jsonb) as answer`,
    );
    if (!current) throw new Overtaken();
    return schema.parse(answer);
  };
  const page = ({ cursor, limit }: Page) => ({ cursor, limit: String(limit) });
  return {
    statement: (query) => reading(statementSchema, "statement", query),
    record: () => reading(recordSchema, "record"),
    kyc: () => reading(memberKycSchema, "kyc"),
    nominees: () => reading(nomineesSchema, "nominees"),
    passkeys: () => reading(passkeysSchema, "passkeys"),
    deposits: (at) => reading(depositsSchema, "deposits", page(at)),
    withdrawals: (at) => reading(withdrawalsSchema, "withdrawals", page(at)),
    investments: (at) => reading(investmentsSchema, "investments", page(at)),
    bookings: (at) => reading(bookingsSchema, "bookings", page(at)),
    booking: (one) => reading(bookingSchema, "booking", { booking: one }),
    referrals: (at) => reading(referralsSchema, "referrals", page(at)),
    movements: (at) => reading(movementsSchema, "movements", page(at)),
    mails: (at) => reading(mailsSchema, "mails", page(at)),
  };
}
