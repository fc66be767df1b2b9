/** Who runs the company: the people, their roles, and the requests that change them. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, id, instant, maybe } from "./shapes.server";

export const staffRoles = ["support", "operations", "finance", "auditor", "admin"] as const;
const role = z.enum(staffRoles);
export type StaffRole = z.output<typeof role>;

export const colleague = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  active: z.boolean(),
  created_at: instant,
  /** the last second step; null: never */
  signed_in_at: maybe(instant),
  authenticator: z.boolean(),
  /** sessions that are live */
  sessions: count,
  /** the member this person is, who decides nothing that pays that member */
  member: maybe(z.object({ id, name: z.string(), email: z.string() })),
  /** a change that waits for approval */
  request: maybe(id),
});
export type Colleague = z.output<typeof colleague>;

/** What a request changes: as it was, and as it is to be. The member is an id. */
export const standing = z.object({ role, active: z.boolean(), member: maybe(id) });
export type Standing = z.output<typeof standing>;

const person = colleague.extend({ me: z.boolean() });
const teamSchema = z.object({ people: z.array(person), approvers: count, givers: count });

export function staffTeam(token: string): Promise<z.output<typeof teamSchema>> {
  return read(teamSchema, sql`select desk.staff_team(p_token => ${token}::text) as answer`);
}

const colleagueSchema = z.object({
  person,
  changes: z.array(
    z.object({
      request: id,
      reference: z.string(),
      state: z.string(),
      before: standing,
      after: standing,
      reason: z.string(),
      asked_by: z.string(),
      asked_at: instant,
      decided_at: maybe(instant),
      decided_by: maybe(z.string()),
      note: maybe(z.string()),
    }),
  ),
});
export type ColleagueAnswer = z.output<typeof colleagueSchema>;

/** One person with every change that was asked for. Throws `not_found`. */
export function staffColleague(token: string, staff: string): Promise<ColleagueAnswer> {
  return read(colleagueSchema, sql`select desk.staff_colleague(p_token => ${token}::text, p_staff => ${staff}::uuid) as answer`);
}

const permissionsSchema = z.object({ role, permissions: z.array(z.object({ permission: z.string(), roles: z.array(role) })) });

/** What each role may do. */
export function staffPermissions(token: string): Promise<z.output<typeof permissionsSchema>> {
  return read(permissionsSchema, sql`select desk.staff_permissions(p_token => ${token}::text) as answer`);
}

type NewColleague = { email: string; name: string; role: string; member: string | null; reason: string; key: string };

/** Asks for a new member of staff. Throws `email_taken`, `invalid_input`, `not_found` (the member), `member_linked`, `note_required`. */
export function staffColleagueAdd(token: string, { email, name, role: given, member, reason, key }: NewColleague): Promise<{ staff: string; request: string }> {
  return ask(
    z.object({ staff: id, request: id }),
    sql`select desk.staff_colleague_add(p_token => ${token}::text, p_email => ${email}::text, p_name => ${name}::text, p_role => ${given}::text,
      p_member_email => ${member}::text, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`,
  );
}

type Change = { staff: string; role: string; active: boolean; member: string | null; reason: string; key: string };

/** Asks for another role, work or link. Throws `own_role`, `too_few_approvers`, `nobody_gives_roles`, `already_open`, and as adding does. */
export function staffColleagueChange(token: string, { staff, role: given, active, member, reason, key }: Change): Promise<{ request: string }> {
  return ask(
    z.object({ request: id }),
    sql`select desk.staff_colleague_change(p_token => ${token}::text, p_staff => ${staff}::uuid, p_role => ${given}::text, p_active => ${active}::boolean,
      p_member_email => ${member}::text, p_reason => ${reason}::text, p_key => ${key}::uuid) as answer`,
  );
}
