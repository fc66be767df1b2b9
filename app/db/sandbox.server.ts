/** The demo's mailbox and clock. The database refuses all of it with `not_permitted` outside a sandbox. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { id, instant, maybe } from "./shapes.server";

const mailboxSchema = z.object({
  mails: z.array(
    z.object({ id, to: z.string(), template: z.string(), subject: maybe(z.string()), html: maybe(z.string()), text: maybe(z.string()), sent_at: maybe(instant) }),
  ),
});
export type Mailbox = z.output<typeof mailboxSchema>;

/** Mails newest first, all of them or those to one address. */
export function sandboxMailbox(to: string | null = null, limit = 50): Promise<Mailbox> {
  return read(mailboxSchema, sql`select desk.sandbox_mailbox(p_to => ${to}::text, p_limit => ${limit}::integer) as answer`);
}

const movedSchema = z.object({ business_now: instant });

/** Moves the business clock forward by an interval such as `1 day`. */
export function sandboxClockMove(by: string): Promise<z.output<typeof movedSchema>> {
  return ask(movedSchema, sql`select desk.sandbox_clock_move(p_by => ${by}::interval) as answer`);
}

/** Moves the business clock forward to an instant. */
export function sandboxClockSet(at: string): Promise<z.output<typeof movedSchema>> {
  return ask(movedSchema, sql`select desk.sandbox_clock_set(p_at => ${at}::timestamptz) as answer`);
}

const clockSchema = z.object({ business_now: instant, offset: maybe(z.string()), idle: z.boolean() });
export type SandboxClock = z.output<typeof clockSchema>;

/** Business time, and whether everything that fell due has run. */
export function sandboxClock(): Promise<SandboxClock> {
  return read(clockSchema, sql`select desk.sandbox_clock() as answer`);
}
