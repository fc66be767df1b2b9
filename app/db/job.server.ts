/** What the workers do and the mails that wait, for staff. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, id, instant, maybe, pageOf, type Paging } from "./shapes.server";

const jobsSchema = z.object({
  workers: z.array(z.object({ name: z.string(), seen_at: instant })),
  to_hand: count,
  waiting: z.array(z.object({ task: z.string(), count, running: count, next_at: instant })),
  failed: z.array(
    z.object({ id: z.string(), task: z.string(), attempts: count, most: count, given_up: z.boolean(), error: maybe(z.string()), next_at: instant, created_at: instant }),
  ),
  mails: z.object({ queued: count, parked: count }),
});
export type Jobs = z.output<typeof jobsSchema>;

/** Workers, what waits by task, what has failed. */
export function staffJobs(token: string): Promise<Jobs> {
  return read(jobsSchema, sql`select desk.staff_jobs(p_token => ${token}::text) as answer`);
}

/** Has a worker start a failed job afresh. */
export function staffJobRetry(token: string, retried: { job: string; key: string }): Promise<{ state: "asked" }> {
  return ask(z.object({ state: z.literal("asked") }), sql`select desk.staff_job_retry(p_token => ${token}::text, p_job => ${retried.job}::bigint, p_key => ${retried.key}::uuid) as answer`);
}

export const mailStates = ["queued", "parked", "sent"] as const;
const mailsSchema = pageOf(
  z.object({ id, template: z.string(), to: z.string(), language: z.string(), state: z.enum(mailStates), attempts: count, error: maybe(z.string()), created_at: instant, sent_at: maybe(instant) }),
);
export type Mails = z.output<typeof mailsSchema>;

/** Mails, newest first; what they say is not shown. */
export function staffMails(token: string, filter: { state: string | null; search: string | null }, { cursor = null, limit = 25 }: Paging = {}): Promise<Mails> {
  return read(
    mailsSchema,
    sql`select desk.staff_mails(p_token => ${token}::text, p_state => ${filter.state}::text, p_search => ${filter.search}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const decided = z.object({ state: z.enum(["queued", "parked"]) });

/** Sends a mail that was set aside once more, or sets one aside that waits. */
export function staffMailDecide(token: string, asked: { mail: string; verb: "retry" | "park"; key: string }): Promise<z.output<typeof decided>> {
  return ask(decided, sql`select desk.staff_mail_decide(p_token => ${token}::text, p_mail => ${asked.mail}::uuid, p_verb => ${asked.verb}::text, p_key => ${asked.key}::uuid) as answer`);
}
