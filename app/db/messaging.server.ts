/** Conversations of a member with staff, grievances among them. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, day, empty, file, id, instant, maybe, pageOf, type Paging } from "./shapes.server";

/** How a grievance stands; the late ones are escalated. */
export const standings = ["waiting", "acknowledge_late", "in_work", "soon", "resolve_late", "resolved", "resolved_late"] as const;

export const thread = z.object({
  id,
  reference: z.string(),
  kind: z.enum(["question", "grievance"]),
  subject: z.string(),
  state: z.enum(["open", "closed"]),
  opened_at: instant,
  last_at: instant,
  closed_at: maybe(instant),
  messages: count,
  last_side: z.enum(["member", "staff"]),
  /** written by the other side and not seen by this one */
  unread: count,
  /** of a grievance */
  clocks: maybe(z.object({ acknowledge_by: instant, acknowledged_at: maybe(instant), resolve_by: instant, due_at: maybe(instant), standing: z.enum(standings) })),
});
export type Thread = z.output<typeof thread>;
export type Clocks = NonNullable<Thread["clocks"]>;

export const message = z.object({
  no: count,
  side: z.enum(["member", "staff"]),
  /** staff see who of them wrote; members do not */
  author: maybe(z.string()),
  body: z.string(),
  written_at: instant,
  file: maybe(z.object({ id, name: z.string(), bytes: count })),
});
export type Message = z.output<typeof message>;

/** `earlier` goes back in to read the messages before these. */
export const messagesOf = z.object({ messages: z.array(message), earlier: maybe(count) });

/** A file whose bytes are in the store under its id. */
export type Attachment = { id: string; name: string; mime: string; bytes: number; sha256: string };

export const written = z.object({ thread: id, no: count, file: maybe(id) });
export type Written = z.output<typeof written>;

const threadsSchema = pageOf(thread);

export function memberThreads(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof threadsSchema>> {
  return read(threadsSchema, sql`select desk.member_threads(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const threadSchema = messagesOf.extend({ thread });
export type Conversation = z.output<typeof threadSchema>;

export function memberThread(token: string, one: string, before: number | null = null): Promise<Conversation> {
  return read(threadSchema, sql`select desk.member_thread(p_token => ${token}::text, p_thread => ${one}::uuid, p_before => ${before}::integer) as answer`);
}

type Opening = { grievance: boolean; subject: string; body: string; file: Attachment | null; key: string };

export function memberThreadOpen(token: string, { grievance, subject, body, file: kept, key }: Opening): Promise<Written & { reference: string }> {
  return ask(
    written.extend({ reference: z.string() }),
    sql`select desk.member_thread_open(p_token => ${token}::text, p_grievance => ${grievance}::boolean, p_subject => ${subject}::text, p_body => ${body}::text,
      p_file => ${kept?.id ?? null}::uuid, p_name => ${kept?.name ?? null}::text, p_mime => ${kept?.mime ?? null}::text, p_bytes => ${kept?.bytes ?? null}::integer,
      p_sha256 => ${kept?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

export type Writing = { thread: string; body: string; file: Attachment | null; key: string };

/** A closed conversation is open again. */
export function memberMessageWrite(token: string, { thread: one, body, file: kept, key }: Writing): Promise<Written> {
  return ask(
    written,
    sql`select desk.member_message_write(p_token => ${token}::text, p_thread => ${one}::uuid, p_body => ${body}::text, p_file => ${kept?.id ?? null}::uuid,
      p_name => ${kept?.name ?? null}::text, p_mime => ${kept?.mime ?? null}::text, p_bytes => ${kept?.bytes ?? null}::integer,
      p_sha256 => ${kept?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

/** Seen up to a message; what came after it stays unread. */
export function memberThreadRead(token: string, one: string, upTo: number): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.member_thread_read(p_token => ${token}::text, p_thread => ${one}::uuid, p_up_to => ${upTo}::integer) as answer`);
}

const fileSchema = z.object({ file });

export function memberThreadFile(token: string, fileId: string): Promise<z.output<typeof fileSchema>> {
  return read(fileSchema, sql`select desk.member_thread_file(p_token => ${token}::text, p_file => ${fileId}::uuid) as answer`);
}

const grievancesSchema = z.object({
  officer: z.string(),
  email: z.string(),
  acknowledge_hours: count,
  resolve_months: count,
  as_of: instant,
  /** by month of receipt, newest first: received = in time + late + open */
  months: z.array(z.object({ month: day, received: count, in_time: count, late: count, open: count })),
});
export type PublicGrievances = z.output<typeof grievancesSchema>;

export function publicGrievances(): Promise<PublicGrievances> {
  return read(grievancesSchema, sql`select desk.public_grievances() as answer`);
}
