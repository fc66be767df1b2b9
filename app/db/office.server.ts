/** What staff see around and about: the frame, the overview, the members. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { request } from "./approval.server";
import { booking } from "./ev-shapes.server";
import { deposit, withdrawal } from "./funding-shapes.server";
import { investment } from "./invest-shapes.server";
import { holdSchema } from "./ledger.server";
import { amount, count, coverage, currency, day, id, instant, listSession, maybe, movement, pageOf, wallet, type Paging } from "./shapes.server";

const frameSchema = z.object({
  staff: z.object({ id, name: z.string(), email: z.string(), role: z.string() }),
  permissions: z.array(z.string()),
  /** what waits is counted to a hundred */
  waiting_total: count,
  /** faults in the books that nobody has cleared: nothing is paid out */
  findings: count,
  /** conversations with something unread */
  messages: count,
  /** open grievances that are to be acknowledged, or late */
  grievances: count,
  to_send: count,
  payouts_to_send: count,
  demo: z.boolean(),
  business_now: instant,
});
export type StaffFrameAnswer = z.output<typeof frameSchema>;

/** What stands around every staff page. */
export function staffFrame(token: string): Promise<StaffFrameAnswer> {
  return read(frameSchema, sql`select desk.staff_frame(p_token => ${token}::text) as answer`);
}

const homeSchema = z.object({
  waiting: z.array(z.object({ kind: z.string(), count, oldest_at: maybe(instant) })),
  coverage,
  awaiting: z.array(z.object({ treasury: z.string(), currency, count, sum: amount, oldest_on: maybe(day) })),
  flows_today: z.array(z.object({ kind: z.string(), currency, count, sum: amount })),
  members: z.object({ total: count, new_7d: count }),
  jobs: z.object({ queued_mails: count, parked_mails: count, unsent: count, failed: count, parked_investments: count }),
  to_send: count,
  trial: z.array(z.object({ currency, difference: amount })),
});
export type StaffHome = z.output<typeof homeSchema>;

export function staffHome(token: string): Promise<StaffHome> {
  return read(homeSchema, sql`select desk.staff_home(p_token => ${token}::text) as answer`);
}

const membersSchema = pageOf(z.object({ id, name: z.string(), email: z.string(), status: z.string(), joined_at: instant, wallets: z.array(wallet) }));

export function staffMembers(token: string, filter: { search?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof membersSchema>> {
  return read(
    membersSchema,
    sql`select desk.staff_members(p_token => ${token}::text, p_search => ${filter.search ?? null}::text, p_cursor => ${cursor}::text,
      p_limit => ${limit}::integer) as answer`,
  );
}

const text = maybe(z.string());

const memberSchema = z.object({
  member: z.object({
    id,
    name: z.string(),
    email: z.string(),
    mobile: text,
    username: text,
    referral_code: z.string(),
    status: z.string(),
    language: z.string(),
    timezone: z.string(),
    joined_at: instant,
    deactivated_at: maybe(instant),
    kyc_approved_at: maybe(instant),
    photo: maybe(id),
  }),
  wallets: z.array(wallet),
  holds: z.array(holdSchema),
  investments: z.array(investment),
  deposits: z.array(deposit),
  withdrawals: z.array(withdrawal),
  recent: z.array(movement),
  referrer: maybe(z.object({ id, name: z.string() })),
  referred: count,
  requests: z.array(request),
  bookings: z.array(booking),
  /** the place in the tree */
  network: maybe(z.object({ left: count, right: count, pairs: count, depth: count, placed_at: instant, sponsor: maybe(z.object({ id, name: z.string() })) })),
  /** for staff only */
  notes: z.array(z.object({ id, by: z.string(), at: instant, body: z.string() })),
  sessions: z.array(listSession),
});
export type StaffMember = z.output<typeof memberSchema>;

export function staffMember(token: string, memberId: string): Promise<StaffMember> {
  return read(memberSchema, sql`select desk.staff_member(p_token => ${token}::text, p_member => ${memberId}::uuid) as answer`);
}

/** Writes a note about a member that only staff read. Throws `note_required`, `not_found`. */
export function staffNoteWrite(token: string, { member, body, key }: { member: string; body: string; key: string }): Promise<{ note: string }> {
  return ask(z.object({ note: id }), sql`select desk.staff_note_write(p_token => ${token}::text, p_member => ${member}::uuid, p_body => ${body}::text, p_key => ${key}::uuid) as answer`);
}

type View = { member: string; reason: string; newToken: string; key: string };

/** Begins a look at a member's pages; `newToken` opens them and nothing else. Throws `note_required`, `not_found`. */
export function staffViewBegin(token: string, { member, reason, newToken, key }: View): Promise<{ until: string }> {
  return ask(
    z.object({ until: instant }),
    sql`select desk.staff_view_begin(p_token => ${token}::text, p_member => ${member}::uuid, p_reason => ${reason}::text, p_new_token => ${newToken}::text, p_key => ${key}::uuid) as answer`,
  );
}

/** Ends it, by the token of the look. Throws `signed_out` when it is over. */
export function authViewEnd(token: string): Promise<{ member: string }> {
  return ask(z.object({ member: id }), sql`select desk.auth_view_end(p_token => ${token}::text) as answer`);
}

type Suspension = { member: string; suspend: boolean; reason: string; key: string };

/** Asks to suspend a member, or to lift that. Throws `same_person`, `already_open`, `note_required`, `invalid_input`, `not_found`. */
export function staffMemberSuspend(token: string, { member, suspend, reason, key }: Suspension): Promise<{ request: string }> {
  return ask(
    z.object({ request: id }),
    sql`select desk.staff_member_suspend(p_token => ${token}::text, p_member => ${member}::uuid, p_suspend => ${suspend}::boolean, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`,
  );
}
