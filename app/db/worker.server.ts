/** What jobs ask of the desk. Executable by the worker's role only, so only the worker process can use this file. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, day, empty, id, instant, maybe, seal } from "./shapes.server";

export { sealLine } from "./shapes.server";

const bigintText = z.union([z.string().regex(/^\d+$/), z.number().int().transform(String)]);
const outboxSchema = z.object({
  jobs: z.array(z.object({ id: bigintText, task: z.string(), payload: z.record(z.string(), z.unknown()), run_at: instant })),
});
export type OutboxJob = z.output<typeof outboxSchema>["jobs"][number];

/** Jobs written with a fact and not yet handed to the queue, oldest first. */
export async function workerOutboxTake(limit: number): Promise<OutboxJob[]> {
  return (await read(outboxSchema, sql`select desk.worker_outbox_take(p_limit => ${limit}::integer) as answer`)).jobs;
}

/** Marks them handed over; marking twice changes nothing, so a broken connection is simply repeated. */
export async function workerOutboxHanded(ids: string[]): Promise<void> {
  await read(z.object({ handed: count }), sql`select desk.worker_outbox_handed(p_ids => ${`{${ids.join(",")}}`}::bigint[]) as answer`);
}

const openedSchema = z.union([
  z.object({ skip: z.string() }),
  z.object({
    mail: z.object({
      id,
      template: z.string(),
      to: z.string(),
      language: z.string(),
      props: z.record(z.string(), z.unknown()),
      message_id: z.string(),
      attempts: count,
    }),
    company: z.string(),
    support_email: z.string(),
  }),
]);
export type OpenedMail = Extract<z.output<typeof openedSchema>, { mail: unknown }>;

/** The mail to send and whose mails these are, or null when it was sent or parked in the meantime. */
export async function workerMailOpen(mail: string): Promise<OpenedMail | null> {
  const opened = await read(openedSchema, sql`select desk.worker_mail_open(p_mail => ${mail}::uuid) as answer`);
  return "mail" in opened ? opened : null;
}

const closedSchema = z.object({ state: z.string(), retry_at: maybe(instant) });
export type MailClosed = z.output<typeof closedSchema>;

/** Records a sent mail. Recording it twice changes nothing. `kept` is its rendered form for the development mailbox. */
export function workerMailSent(mail: string, kept: { subject: string; html: string; text: string } | null): Promise<MailClosed> {
  const keep = kept !== null;
  return read(
    closedSchema,
    sql`select desk.worker_mail_close(p_mail => ${mail}::uuid, p_outcome => 'sent'::text, p_error => null::text, p_subject => ${kept?.subject ?? null}::text, p_html => ${kept?.html ?? null}::text, p_text => ${kept?.text ?? null}::text, p_keep => ${keep}::boolean) as answer`,
  );
}

/** Records a failed attempt; the desk decides when the next one is and when to give up. */
export function workerMailFailed(mail: string, error: string): Promise<MailClosed> {
  return ask(
    closedSchema,
    sql`select desk.worker_mail_close(p_mail => ${mail}::uuid, p_outcome => 'failed'::text, p_error => ${error}::text, p_subject => null::text, p_html => null::text, p_text => null::text, p_keep => false::boolean) as answer`,
  );
}

const dueSchema = z.object({ due: z.array(z.object({ as_of: day, timezone: z.string() })) });
export type AccrualDue = z.output<typeof dueSchema>["due"][number];

/** Business dates that have begun in a plan time zone and whose accrual has not finished there, oldest first. */
export async function workerAccrualDue(): Promise<AccrualDue[]> {
  return (await read(dueSchema, sql`select desk.worker_accrual_due() as answer`)).due;
}

const begunSchema = z.object({ state: z.enum(["running", "finished"]), as_of: day, chunks: count });
export type AccrualBegun = z.output<typeof begunSchema>;

/** Begins the run of a business date in one plan time zone, or in all (null). Answers the date to work on: an older run that is not finished comes first. */
export function workerAccrualBegin(asOf: string, timezone: string | null): Promise<AccrualBegun> {
  return ask(begunSchema, sql`select desk.worker_accrual_begin(p_as_of => ${asOf}::date, p_timezone => ${timezone}::text) as answer`);
}

const chunkSchema = z.object({ claimed: z.boolean(), rows: count, posted: count, matured: count, parked: count, left: count });
export type AccrualChunk = z.output<typeof chunkSchema>;

/** Accrues one chunk that nobody else has claimed. */
export function workerAccrualChunk(asOf: string, timezone: string | null): Promise<AccrualChunk> {
  return ask(chunkSchema, sql`select desk.worker_accrual_chunk(p_as_of => ${asOf}::date, p_timezone => ${timezone}::text) as answer`);
}

const renewedSchema = z.object({ outcome: z.enum(["none", "renewed", "returned"]), failed: z.boolean(), left: count });
export type Renewed = z.output<typeof renewedSchema>;

/** Carries out one renewal that is due: principal of a matured contract is invested again, or is free with the reason. */
export function workerRenew(): Promise<Renewed> {
  return ask(renewedSchema, sql`select desk.worker_renew() as answer`);
}

const settledSchema = z.object({ posted: count, left: count });
export type Settled = z.output<typeof settledSchema>;

/** Pays what waits for funding, oldest first, as far as the treasury's free money goes. */
export function workerSettle(treasury: string | null, limit: number): Promise<Settled> {
  return ask(settledSchema, sql`select desk.worker_settle(p_treasury => ${treasury}::bigint, p_limit => ${limit}::integer) as answer`);
}

const matchedSchema = z.object({ applied: count, paired: count, reversed: count, more: z.boolean() });

/** One step of the matcher: months that have begun, counts, pairs. Call until nothing is more; calling it again changes nothing. */
export function workerNetworkMatch(limit: number): Promise<z.output<typeof matchedSchema>> {
  return ask(matchedSchema, sql`select desk.worker_network_match(p_limit => ${limit}::integer) as answer`);
}

const whatIfSchema = z.object({ what_if: maybe(id), done: maybe(count), counts: maybe(count), more: z.boolean() });

/** One step of a run of history under a draft of the compensation plan, about so many counts. Call until nothing is more. */
export function workerWhatIf(limit: number): Promise<z.output<typeof whatIfSchema>> {
  return ask(whatIfSchema, sql`select desk.worker_what_if(p_limit => ${limit}::integer) as answer`);
}

/** Discloses what people in the network earned until the last full month. Answers how many rows were written; again changes nothing. */
export async function workerDisclose(): Promise<number> {
  return (await ask(z.object({ written: count }), sql`select desk.worker_disclose() as answer`)).written;
}

/** EMI money of a member's pairs goes on into the oldest open booking. Answers how many pairs were looked at; again changes nothing. */
export async function workerEmiPlace(member: string): Promise<number> {
  return (await ask(z.object({ placed: count }), sql`select desk.worker_emi_place(p_member => ${member}::bigint) as answer`)).placed;
}

const endedSchema = z.object({ ended: count });

/** Tells members, once per source, of what they earned and the treasury cannot pay yet. Answers how many were told. */
export async function workerWaitingMails(limit: number): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_waiting_mails(p_limit => ${limit}::integer) as answer`)).ended;
}

export async function workerHoldsExpire(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_holds_expire() as answer`)).ended;
}

export async function workerRequestsExpire(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_requests_expire() as answer`)).ended;
}

export async function workerSessionsPrune(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_sessions_prune() as answer`)).ended;
}

const announcedSchema = z.object({ told: count, more: z.boolean() });

/** Tells members of the next announcement that has begun, by a notice each; call until there is no `more`. */
export function workerAnnounce(): Promise<z.output<typeof announcedSchema>> {
  return ask(announcedSchema, sql`select desk.worker_announce() as answer`);
}

/** Tells the grievance officer of deadlines that were missed; call until 0. */
export async function workerGrievancesEscalate(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_grievances_escalate() as answer`)).ended;
}

const cooledSchema = z.object({ qualified: count, released: count });

/** Units qualify and commissions are set free whose cooling-off is over; call until both are 0. */
export function workerCoolingEnds(): Promise<z.output<typeof cooledSchema>> {
  return ask(cooledSchema, sql`select desk.worker_cooling_ends() as answer`);
}

/** Tells members of instalments that fall due within three days or are late, once each; call until 0. */
export async function workerEvRemind(): Promise<number> {
  return (await ask(z.object({ told: count }), sql`select desk.worker_ev_remind() as answer`)).told;
}

/** Tells members whose identity check ends soon; call until 0. */
export async function workerKycRemind(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_kyc_remind() as answer`)).ended;
}

/** Tells officers of the operator's documents that need a look; call until 0. */
export async function workerPapersRemind(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_papers_remind() as answer`)).ended;
}

/** Ends identity checks whose last day is over; call until 0. */
export async function workerKycExpire(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_kyc_expire() as answer`)).ended;
}

const closedDueSchema = z.object({ due: z.array(z.object({ member: id, files: z.array(id) })) });

/** Closed accounts whose retention period is over, with the files to be removed before they are anonymised. */
export async function workerClosedDue(): Promise<z.output<typeof closedDueSchema>["due"]> {
  return (await read(closedDueSchema, sql`select desk.worker_closed_due() as answer`)).due;
}

/** Doing it again changes nothing, so a broken connection is simply repeated. */
export async function workerAnonymise(member: string): Promise<boolean> {
  return (await read(z.object({ done: z.boolean() }), sql`select desk.worker_anonymise(p_member => ${member}::uuid) as answer`)).done;
}

/** Folds entries of unlocked operator accounts into their checkpoints. */
export async function workerFold(): Promise<number> {
  return (await ask(endedSchema, sql`select desk.worker_fold() as answer`)).ended;
}

const sealedSchema = z.object({ sealed: count });

/** Seals the next finished journals; none are left when it answers zero. */
export async function workerSeal(): Promise<number> {
  return (await ask(sealedSchema, sql`select desk.worker_seal() as answer`)).sealed;
}

const sealsAfterSchema = z.object({ seals: z.array(seal), root: maybe(z.string()) });
export type SealsAfter = z.output<typeof sealsAfterSchema>;

/** Seals above a number, oldest first, and the root of that number itself; null when the database has no such seal. */
export function workerSealsAfter(number: string): Promise<SealsAfter> {
  return read(sealsAfterSchema, sql`select desk.worker_seals_after(p_number => ${number}::bigint) as answer`);
}

/** Seals the next finished entries of the audit log; none are left when it answers zero. */
export async function workerAuditSeal(): Promise<number> {
  return (await ask(sealedSchema, sql`select desk.worker_audit_seal() as answer`)).sealed;
}

const auditSealsAfterSchema = z.object({ seals: z.array(seal.omit({ journals: true }).extend({ entries: count })), root: maybe(z.string()) });

/** As workerSealsAfter for the audit log, in the same shape: what is counted are entries. */
export async function workerAuditSealsAfter(number: string): Promise<SealsAfter> {
  const { seals, root } = await read(auditSealsAfterSchema, sql`select desk.worker_audit_seals_after(p_number => ${number}::bigint) as answer`);
  return { seals: seals.map(({ entries, ...rest }) => ({ ...rest, journals: entries })), root };
}

const snapshotSchema = z.object({ accounts: count });

/** Takes a snapshot of every account that has moved; answers how many those were. */
export async function workerSnapshots(): Promise<number> {
  return (await ask(snapshotSchema, sql`select desk.worker_snapshots() as answer`)).accounts;
}

export async function workerHeartbeat(worker: string): Promise<void> {
  await read(empty, sql`select desk.worker_heartbeat(p_worker => ${worker}::text) as answer`);
}

const watchedSchema = z.union([z.object({ skipped: z.literal(true) }), z.object({ skipped: z.literal(false), faults: count, raised: count, paused: z.boolean() })]);
/** `raised` counts faults that are new; `paused` says that payouts wait for a person. Skipped: somebody else is looking right now. */
export type Watched = z.output<typeof watchedSchema>;

/** Looks at what changed in the books since the last look. */
export function workerWatchChanges(): Promise<Watched> {
  return ask(watchedSchema, sql`select desk.worker_watch_changes() as answer`);
}

export const watchedDomains = ["audit", "ledger", "treasury", "approval", "referral", "funding", "invest", "ev", "network", "payout"] as const;

/** Looks at everything in one domain of the books. */
export function workerWatchEverything(domain: (typeof watchedDomains)[number]): Promise<Watched> {
  return ask(watchedSchema, sql`select desk.worker_watch_everything(p_domain => ${domain}::text) as answer`);
}
