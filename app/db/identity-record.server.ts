/** What is kept about a member, to be handed out as it is. */
import { z } from "zod";

import { read, sql } from "./db.server";
import { instant, pageOf, type Paging } from "./shapes.server";

const row = z.record(z.string(), z.unknown());

export const recordSchema = z.object({
  company: z.string(),
  made_at: instant,
  profile: row,
  consents: z.array(row),
  sessions: z.array(row),
  destinations: z.array(row),
  files: z.array(row),
  photo: row.nullable(),
});
export type MemberRecord = z.output<typeof recordSchema>;

/** The person, consents, sessions, destinations with whole account numbers, uploads. */
export function memberRecord(token: string): Promise<MemberRecord> {
  return read(recordSchema, sql`select desk.member_record(p_token => ${token}::text) as answer`);
}

export const mailsSchema = pageOf(row);

/** Mails to the member's address, newest first. */
export function memberMails(token: string, { cursor = null, limit = 100 }: Paging = {}): Promise<z.output<typeof mailsSchema>> {
  return read(mailsSchema, sql`select desk.member_mails(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}
