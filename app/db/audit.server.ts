/** The audit log for staff: who did what to which object, when, from where and why. */
import { z } from "zod";

import { read, sql } from "./db.server";
import { id, instant, maybe, type Paging } from "./shapes.server";

const number = z.string().regex(/^\d+$/);
const person = z.object({ id, name: z.string() });

const entry = z.object({
  number,
  at: instant,
  action: z.string(),
  object_kind: z.string(),
  object: z.string(),
  reason: maybe(z.string()),
  actor: maybe(person.extend({ audience: z.enum(["staff", "member"]) })),
  on_behalf_of: maybe(person),
  address: maybe(z.string()),
  before: maybe(z.string()),
  after: maybe(z.string()),
  seal: maybe(number),
});
export type AuditEntry = z.output<typeof entry>;

const auditSchema = z.object({ items: z.array(entry), next: maybe(z.string()), sealed: maybe(z.object({ number, at: instant, root: z.string() })) });
export type Audit = z.output<typeof auditSchema>;

export type AuditFilter = { person: string | null; action: string | null; object: string | null; from: string | null; until: string | null };

/** Entries, newest first, and the last seal. Refuses reversed days at `until`. */
export function staffAudit(token: string, filter: AuditFilter, { cursor = null, limit = 25 }: Paging = {}): Promise<Audit> {
  return read(
    auditSchema,
    sql`select desk.staff_audit(p_token => ${token}::text, p_person => ${filter.person}::text, p_action => ${filter.action}::text, p_object => ${filter.object}::text,
      p_from => ${filter.from}::date, p_until => ${filter.until}::date, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}
