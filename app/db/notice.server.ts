/** What the portal has told a member. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, empty, id, instant, pageOf, type Paging } from "./shapes.server";

export const noticeKinds = ["money", "approval", "kyc", "security", "network", "membership", "grievance", "system"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const notice = z.object({ id, kind: z.enum(noticeKinds), template: z.string(), facts: z.record(z.string(), z.unknown()), told_at: instant, read: z.boolean() });
export type Notice = z.output<typeof notice>;

const noticesSchema = pageOf(notice).extend({ unread: z.record(z.string(), count) });

export function memberNotices(token: string, filter: { kind?: string | null } = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof noticesSchema>> {
  return read(
    noticesSchema,
    sql`select desk.member_notices(p_token => ${token}::text, p_kind => ${filter.kind ?? null}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

/** One, or it and every older one: what arrives while the page is open stays unread. */
export function memberNoticeRead(token: string, one: string, andOlder: boolean): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.member_notice_read(p_token => ${token}::text, p_notice => ${one}::uuid, p_and_older => ${andOlder}::boolean) as answer`);
}

export function memberNoticeDelete(token: string, one: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.member_notice_delete(p_token => ${token}::text, p_notice => ${one}::uuid) as answer`);
}
