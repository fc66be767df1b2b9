/** Faults found in the books: what waits for a person, and a person's word that it is settled. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, id, instant, maybe, type Paging } from "./shapes.server";

const finding = z.object({
  id,
  law: z.string(),
  object: z.string(),
  expected: z.string(),
  found: z.string(),
  form: z.enum(["changes", "everything"]),
  raised_at: instant,
  seen_at: instant,
  cleared_at: maybe(instant),
  cleared_by: maybe(z.string()),
  note: maybe(z.string()),
});
export type Finding = z.output<typeof finding>;

const watchSchema = z.object({
  open: z.array(finding),
  items: z.array(finding),
  next: maybe(z.string()),
  changes_at: maybe(instant),
  everything: z.array(z.object({ domain: z.string(), at: instant, took_ms: maybe(count) })),
});
export type Watch = z.output<typeof watchSchema>;

/** Findings that wait, those that were cleared (page by page), and when the books were last looked at. */
export function staffWatch(token: string, { cursor = null, limit = 25 }: Paging = {}): Promise<Watch> {
  return read(watchSchema, sql`select desk.staff_watch(p_token => ${token}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`);
}

const clearedSchema = z.object({ state: z.literal("cleared"), paused: z.boolean() });

/** Clears a finding; `paused` says whether others still hold payouts back. */
export function staffFindingClear(token: string, cleared: { finding: string; note: string; key: string }): Promise<z.output<typeof clearedSchema>> {
  return ask(
    clearedSchema,
    sql`select desk.staff_finding_clear(p_token => ${token}::text, p_finding => ${cleared.finding}::uuid, p_note => ${cleared.note}::text,
      p_key => ${cleared.key}::uuid) as answer`,
  );
}
