/** What the worker does, in the story's own time: nothing is left behind by a step, and only these steps run what waits for a date. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import type { WorkerDesk } from "./database.ts";
import { moveClock, type World } from "./world.ts";

const jobsSchema = z.object({
  jobs: z.array(z.object({ id: z.string(), task: z.string(), payload: z.looseObject({ treasury: z.coerce.string().nullish(), member: z.string().optional() }) })),
});
const settledSchema = z.object({ posted: z.int(), left: z.int() });
const begunSchema = z.object({ state: z.enum(["running", "finished"]), as_of: z.iso.date(), chunks: z.int() });
const dueSchema = z.object({ due: z.array(z.object({ as_of: z.iso.date(), timezone: z.string() })) });
const chunkSchema = z.object({ claimed: z.boolean(), left: z.int() });
const endedSchema = z.object({ ended: z.int() });
const cooledSchema = z.object({ qualified: z.int(), released: z.int() });
const matchedSchema = z.object({ applied: z.int(), paired: z.int(), reversed: z.int(), more: z.boolean() });
const placedSchema = z.object({ placed: z.int() });
const answered = z.looseObject({});

/** Small, so that what a story funds is settled over several calls, as in a busy house. */
const itemsPerCall = 500;
const countsPerCall = 100;

async function settle(worker: WorkerDesk, treasury: string | null): Promise<void> {
  while ((await worker(settledSchema, "worker_settle(p_treasury => $1::bigint, p_limit => $2::integer)", [treasury, itemsPerCall])).posted > 0);
}

/** The matcher, until nothing is left: months that have begun, counts, pairs. */
export async function matchAll({ db: { worker } }: World): Promise<void> {
  while ((await worker(matchedSchema, "worker_network_match(p_limit => $1::integer)", [countsPerCall])).more);
}

/** What cooling-off keeps waiting until now, and then the matcher. */
export async function ripen(world: World): Promise<void> {
  for (let cooled = { qualified: 1, released: 0 }; cooled.qualified + cooled.released > 0;) cooled = await world.db.worker(cooledSchema, "worker_cooling_ends()");
  await matchAll(world);
}

/** Does what the facts of a step have put into the outbox. Mails stay unsent. */
export async function leaveNothingBehind(world: World): Promise<void> {
  const { worker } = world.db;
  for (;;) {
    const { jobs } = await worker(jobsSchema, "worker_outbox_take(p_limit => $1::integer)", [1000]);
    if (jobs.length === 0) break;
    // The same treasury asked for ten times is settled once: the first time leaves nothing for the others.
    const treasuries = new Set<string | null>();
    const earners = new Set<string>();
    let counted = false;
    for (const { task, payload } of jobs) {
      if (task === "treasury__settle") treasuries.add(payload.treasury ?? null);
      else if (task === "network__match") counted = true;
      else if (task === "network__emi") earners.add(payload.member ?? "");
      else if (task !== "mail__send") throw new Error(`a story does not know the job ${task}`);
    }
    if (counted) await matchAll(world);
    for (const treasury of treasuries) await settle(worker, treasury);
    for (const member of earners) await worker(placedSchema, "worker_emi_place(p_member => $1::bigint)", [member]);
    await worker(answered, "worker_outbox_handed(p_ids => $1::bigint[])", [jobs.map(({ id }) => id)]);
  }
  await worker(endedSchema, "worker_fold()");
}

/**
 * The accrual job of a business date, for the plans of one time zone or for all of them. An unfinished older run is finished first;
 * parts another one is writing are waited for.
 */
export async function runDay({ db: { worker } }: World, date: string, timezone: string | null): Promise<void> {
  for (;;) {
    const begun = await worker(begunSchema, "worker_accrual_begin(p_as_of => $1::date, p_timezone => $2::text)", [date, timezone]);
    if (begun.state === "finished") return;
    let chunk: z.output<typeof chunkSchema>;
    do chunk = await worker(chunkSchema, "worker_accrual_chunk(p_as_of => $1::date, p_timezone => $2::text)", [begun.as_of, timezone]);
    while (chunk.claimed);
    if (chunk.left > 0) await sleep(5);
  }
}

/** Everything that is due at the present instant. */
async function runWhatIsDue(world: World): Promise<void> {
  const { worker } = world.db;
  const { due } = await worker(dueSchema, "worker_accrual_due()");
  for (const { as_of, timezone } of due) await runDay(world, as_of, timezone);
  await ripen(world);
  await worker(endedSchema, "worker_holds_expire()");
  await worker(endedSchema, "worker_requests_expire()");
  await leaveNothingBehind(world);
}

/** The instants after now and up to `to` at which a business date begins somewhere (midnight in each plan's time zone and in the network's) or cooling-off ends. */
async function midnights({ db: { admin } }: World, to: string): Promise<string[]> {
  const rows = await admin.rows(
    z.object({ at: z.string() }),
    `select distinct to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"') as at
       from core.clock c, lateral (
              select d at time zone z.timezone as at from (select timezone from invest.plans union select timezone from network.plan_versions) z,
                     generate_series((c.frozen_at at time zone z.timezone)::date::timestamp, ($1::timestamptz at time zone z.timezone)::date::timestamp, '1 day') d
              union select due_at from ev.units where qualified_at is null and reversed_at is null) m
      where m.at > c.frozen_at and m.at <= $1::timestamptz
      order by 1`,
    [to],
  );
  return rows.map(({ at }) => at);
}

/** Moves the clock and runs every job that falls due up to and at `to`, in order. */
export async function advance(world: World, to: string): Promise<void> {
  if (Date.parse(to) >= Date.parse(world.now)) {
    await runWhatIsDue(world);
    for (const at of await midnights(world, to)) {
      await moveClock(world, at, "to");
      await runWhatIsDue(world);
    }
  }
  await moveClock(world, to, "to");
  await runWhatIsDue(world);
}
