/** Conversations as staff see them: lists, the queue of grievances, answers. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { messagesOf, thread, written, type Writing, type Written } from "./messaging.server";
import { count, empty, file, id, maybe, pageOf, state, type Paging } from "./shapes.server";

const person = z.object({ id, name: z.string() });
const staffThreadRow = thread.extend({ member: person, assignee: maybe(person) });
export type StaffThreadRow = z.output<typeof staffThreadRow>;

const threadsSchema = pageOf(staffThreadRow);
type Filter = { state?: string | null; kind?: string | null; assigned?: string | null; search?: string | null };

export function staffThreads(token: string, filter: Filter = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof threadsSchema>> {
  return read(
    threadsSchema,
    sql`select desk.staff_threads(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_kind => ${filter.kind ?? null}::text,
      p_assigned => ${filter.assigned ?? null}::text, p_search => ${filter.search ?? null}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const grievancesSchema = threadsSchema.extend({ late: count });

/** Open grievances, the clock that runs out first on top. */
export function staffGrievances(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof grievancesSchema>> {
  return read(grievancesSchema, sql`select desk.staff_grievances(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const staffThreadSchema = messagesOf.extend({ thread: staffThreadRow, may_write: z.boolean(), me: id, colleagues: z.array(person) });
export type StaffThread = z.output<typeof staffThreadSchema>;

export function staffThread(token: string, one: string, before: number | null = null): Promise<StaffThread> {
  return read(staffThreadSchema, sql`select desk.staff_thread(p_token => ${token}::text, p_thread => ${one}::uuid, p_before => ${before}::integer) as answer`);
}

export function staffMessageWrite(token: string, { thread: one, body, file: kept, key }: Writing): Promise<Written> {
  return ask(
    written,
    sql`select desk.staff_message_write(p_token => ${token}::text, p_thread => ${one}::uuid, p_body => ${body}::text, p_file => ${kept?.id ?? null}::uuid,
      p_name => ${kept?.name ?? null}::text, p_mime => ${kept?.mime ?? null}::text, p_bytes => ${kept?.bytes ?? null}::integer,
      p_sha256 => ${kept?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

export function staffThreadRead(token: string, one: string, upTo: number): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_thread_read(p_token => ${token}::text, p_thread => ${one}::uuid, p_up_to => ${upTo}::integer) as answer`);
}

/** Null gives it to nobody. */
export function staffThreadAssign(token: string, one: string, to: string | null): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_thread_assign(p_token => ${token}::text, p_thread => ${one}::uuid, p_to => ${to}::uuid) as answer`);
}

export function staffThreadAcknowledge(token: string, one: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_thread_acknowledge(p_token => ${token}::text, p_thread => ${one}::uuid) as answer`);
}

/** With a last message, which a grievance needs. */
export function staffThreadClose(token: string, one: string, body: string | null, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_thread_close(p_token => ${token}::text, p_thread => ${one}::uuid, p_body => ${body}::text, p_key => ${key}::uuid) as answer`);
}

export function staffThreadReopen(token: string, one: string): Promise<z.output<typeof empty>> {
  return ask(empty, sql`select desk.staff_thread_reopen(p_token => ${token}::text, p_thread => ${one}::uuid) as answer`);
}

const fileSchema = z.object({ file });

export function staffThreadFile(token: string, fileId: string): Promise<z.output<typeof fileSchema>> {
  return read(fileSchema, sql`select desk.staff_thread_file(p_token => ${token}::text, p_file => ${fileId}::uuid) as answer`);
}
