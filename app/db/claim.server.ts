/** Claims after a member's death: opened by staff, paid to the nominees by two people each time. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { withdrawal } from "./funding-shapes.server";
import type { Attachment } from "./messaging.server";
import { amount, count, currency, day, empty, file, id, instant, maybe } from "./shapes.server";

const account = z.object({ account_name: z.string(), account_number: z.string(), ifsc: maybe(z.string()) });
export const estate = z.object({
  id,
  reference: z.string(),
  state: z.enum(["open", "paying", "settled", "rejected", "cancelled"]),
  died_on: day,
  reported_by: z.string(),
  note: maybe(z.string()),
  reason: maybe(z.string()),
  opened_at: instant,
  ended_at: maybe(instant),
  nominees: z.array(z.object({ id, name: z.string(), relation: z.enum(["spouse", "child", "parent", "sibling", "other"]), born_on: day, share: z.string(), guardian: maybe(z.string()), account: maybe(account) })),
  files: z.array(z.object({ id, name: z.string(), bytes: count, added_at: instant })),
  payments: z.array(withdrawal.extend({ payee: z.string() })),
  request: maybe(z.object({ id, reference: z.string(), state: z.string() })),
});
export type Estate = z.output<typeof estate>;

const claimSchema = z.object({
  member: z.object({ id, name: z.string(), email: z.string(), status: z.string() }),
  today: day,
  named: z.array(z.object({ name: z.string(), share: z.string(), named_at: instant })),
  available: z.array(z.object({ currency, amount })),
  obstacles: z.array(z.object({ kind: z.string(), wallet: z.string().optional(), currency: currency.optional(), amount: amount.optional(), count: count.optional() })),
  claim: maybe(estate),
});
export type StaffClaim = z.output<typeof claimSchema>;

export function staffClaim(token: string, member: string): Promise<StaffClaim> {
  return read(claimSchema, sql`select desk.staff_claim(p_token => ${token}::text, p_member => ${member}::uuid) as answer`);
}

export type ClaimDraft = { member: string; diedOn: string; reportedBy: string; note: string | null; file: Attachment | null; key: string };

/** Bars the account at once. Throws `not_active`, `no_nominees`, `invalid_input`, `file_invalid`. */
export function staffClaimOpen(token: string, { member, diedOn, reportedBy, note, file: given, key }: ClaimDraft): Promise<{ claim: string; reference: string; file: string }> {
  return ask(
    z.object({ claim: id, reference: z.string(), file: id }),
    sql`select desk.staff_claim_open(p_token => ${token}::text, p_member => ${member}::uuid, p_died_on => ${diedOn}::date, p_reported_by => ${reportedBy}::text,
      p_note => ${note}::text, p_file => ${given?.id ?? null}::uuid, p_name => ${given?.name ?? null}::text, p_mime => ${given?.mime ?? null}::text,
      p_bytes => ${given?.bytes ?? null}::integer, p_sha256 => ${given?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

export function staffClaimFileAdd(token: string, claim: string, given: Attachment | null, key: string): Promise<{ file: string }> {
  return ask(
    z.object({ file: id }),
    sql`select desk.staff_claim_file_add(p_token => ${token}::text, p_claim => ${claim}::uuid, p_file => ${given?.id ?? null}::uuid, p_name => ${given?.name ?? null}::text,
      p_mime => ${given?.mime ?? null}::text, p_bytes => ${given?.bytes ?? null}::integer, p_sha256 => ${given?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

export function staffClaimFile(token: string, document: string): Promise<{ file: z.output<typeof file> }> {
  return read(z.object({ file }), sql`select desk.staff_claim_file(p_token => ${token}::text, p_file => ${document}::uuid) as answer`);
}

export type PayeeAccount = { nominee: string; account_name: string; account_number: string; ifsc: string | null };

/** Asks two people to pay what is available now. Throws `already_open`, `already_decided`, `nothing_available`, `invalid_input` at `account_number_2`. */
export function staffClaimPay(token: string, claim: string, accounts: PayeeAccount[], key: string): Promise<{ request: string }> {
  return ask(
    z.object({ request: id }),
    sql`select desk.staff_claim_pay(p_token => ${token}::text, p_claim => ${claim}::uuid, p_accounts => ${accounts}::jsonb, p_key => ${key}::uuid) as answer`,
  );
}

/** Nothing was paid: the account is as it was before. Throws `note_required`, `already_decided`. */
export async function staffClaimCancel(token: string, claim: string, reason: string, key: string): Promise<void> {
  await ask(empty, sql`select desk.staff_claim_cancel(p_token => ${token}::text, p_claim => ${claim}::uuid, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`);
}

/** Everything was paid: the account is closed. Throws `account_not_empty`, `already_decided`. */
export async function staffClaimSettle(token: string, claim: string, key: string): Promise<void> {
  await ask(empty, sql`select desk.staff_claim_settle(p_token => ${token}::text, p_claim => ${claim}::uuid, p_key => ${key}::uuid) as answer`);
}
