/** What the company tells members. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, day, empty, id, instant, maybe, pageOf, type Paging } from "./shapes.server";

export const audiences = ["all", "investing", "network"] as const;
export type Audience = (typeof audiences)[number];

const text = z.object({ title: z.string(), body: z.string() });

export const announcement = z.object({
  id,
  version: count,
  audience: z.enum(audiences),
  from_at: instant,
  until_at: maybe(instant),
  /** first and last day in the operator's time zone */
  from_on: day,
  until_on: maybe(day),
  texts: z.object({ en: text, es: text.optional(), hi: text.optional() }),
});
export type Announcement = z.output<typeof announcement>;

const standing = z.enum(["draft", "planned", "shown", "over", "withdrawn"]);
const staffItem = announcement.extend({ standing });

export function staffAnnouncements(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<ReturnType<typeof pageOf<typeof staffItem>>>> {
  return read(pageOf(staffItem), sql`select desk.staff_announcements(p_token => ${token}::text, p_cursor => ${cursor}::uuid, p_limit => ${limit}::integer) as answer`);
}

const detailSchema = z.object({
  announcement: staffItem.extend({ published_at: maybe(instant), published_by: maybe(z.string()), withdrawn_at: maybe(instant), withdrawn_by: maybe(z.string()), dismissed: count, notify: z.boolean(), told_at: maybe(instant) }),
  versions: z.array(announcement.extend({ by: z.string(), at: instant })),
});
export type AnnouncementDetail = z.output<typeof detailSchema>;

/** With every text it has had. Throws `not_found`. */
export function staffAnnouncement(token: string, one: string): Promise<AnnouncementDetail> {
  return read(detailSchema, sql`select desk.staff_announcement(p_token => ${token}::text, p_announcement => ${one}::uuid) as answer`);
}

export type AnnouncementTexts = { title_en: string; body_en: string; title_es: string | null; body_es: string | null; title_hi: string | null; body_hi: string | null };
type Save = { announcement: string | null; audience: Audience; from: string | null; until: string | null; texts: AnnouncementTexts; key: string };

/** Writes the next version, of a new draft when `announcement` is null. Throws `announcement_missing`, `period_reversed`, `announcement_withdrawn`, `not_found`. */
export function staffAnnouncementSave(token: string, save: Save): Promise<{ announcement: string; version: number }> {
  return ask(
    z.object({ announcement: id, version: count }),
    sql`select desk.staff_announcement_save(p_token => ${token}::text, p_announcement => ${save.announcement}::uuid, p_audience => ${save.audience}::text, p_from => ${save.from}::date,
      p_until => ${save.until}::date, p_texts => ${save.texts}::jsonb, p_key => ${save.key}::uuid) as answer`,
  );
}

/** Shows it to members, as the version that was read, with `notify` by a notice too. Throws `announcement_changed`, `announcement_withdrawn`, `not_found`. */
export function staffAnnouncementPublish(token: string, one: string, version: number, notify: boolean): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_announcement_publish(p_token => ${token}::text, p_announcement => ${one}::uuid, p_version => ${version}::integer, p_notify => ${notify}::boolean) as answer`);
}

export function staffAnnouncementWithdraw(token: string, one: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_announcement_withdraw(p_token => ${token}::text, p_announcement => ${one}::uuid) as answer`);
}

const ownSchema = pageOf(announcement.extend({ over: z.boolean() }));

/** What the member was told, the last published first. */
export function memberAnnouncements(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof ownSchema>> {
  return read(ownSchema, sql`select desk.member_announcements(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

/** Puts one away from the first page. Throws `not_found`. */
export function memberAnnouncementDismiss(token: string, one: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.member_announcement_dismiss(p_token => ${token}::text, p_announcement => ${one}::uuid) as answer`);
}
