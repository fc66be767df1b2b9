/** What the worker would have done in those weeks: the same desk functions, run at once. */
import type { World } from "./world";

const watchedDomains = ["audit", "ledger", "treasury", "approval", "referral", "funding", "invest", "ev", "network", "payout"] as const;

type Job = { id: string; task: string; payload: { treasury?: string; mail?: string; member?: string } };

async function desk<Answer>({ worker }: World, call: string, values: unknown[] = []): Promise<Answer> {
  const { rows } = await worker.query<{ answer: Answer }>(`select desk.${call} as answer`, values);
  const [row] = rows;
  if (!row) throw new Error(`desk.${call} answered nothing`);
  return row.answer;
}

/** Pays what waits for the treasuries named in the outbox, and lets the EMI money of those named go on. Mails are left for the end. */
export async function emptyOutbox(world: World): Promise<void> {
  for (;;) {
    const { jobs } = await desk<{ jobs: Job[] }>(world, "worker_outbox_take(p_limit => 1000)");
    if (jobs.length === 0) return;
    const treasuries = new Set(jobs.flatMap(({ payload }) => (payload.treasury === undefined ? [] : [payload.treasury])));
    for (const treasury of treasuries) {
      while ((await desk<{ posted: number }>(world, "worker_settle(p_treasury => $1::bigint, p_limit => 5000)", [treasury])).posted > 0);
    }
    const earners = new Set(jobs.flatMap(({ task, payload }) => (task === "network__emi" && payload.member !== undefined ? [payload.member] : [])));
    for (const member of earners) await desk(world, "worker_emi_place(p_member => $1::bigint)", [member]);
    if (jobs.some(({ task }) => task === "network__what_if")) while ((await desk<{ more: boolean }>(world, "worker_what_if(p_limit => 20000)")).more);
    await desk(world, "worker_outbox_handed(p_ids => $1::bigint[])", [jobs.map(({ id }) => id)]);
  }
}

/** The night's work: every business date that has begun somewhere and has no returns yet, who is told that an identity check ends soon, sales whose cooling-off is over, and the pairs they make. */
export async function accrue(world: World): Promise<void> {
  const { due } = await desk<{ due: { as_of: string; timezone: string }[] }>(world, "worker_accrual_due()");
  for (const { as_of, timezone } of due) {
    for (;;) {
      const begun = await desk<{ state: string; as_of: string }>(world, "worker_accrual_begin(p_as_of => $1::date, p_timezone => $2::text)", [as_of, timezone]);
      if (begun.state === "finished") break;
      while ((await desk<{ claimed: boolean }>(world, "worker_accrual_chunk(p_as_of => $1::date, p_timezone => $2::text)", [begun.as_of, timezone])).claimed);
    }
  }
  await desk(world, "worker_kyc_remind()");
  for (;;) {
    const { qualified, released } = await desk<{ qualified: number; released: number }>(world, "worker_cooling_ends()");
    if (qualified + released === 0) break;
  }
  while ((await desk<{ more: boolean }>(world, "worker_network_match(p_limit => 500)")).more);
  await emptyOutbox(world);
}

/** The running balances of the client accounts, the first seals, and a look at all of the books: a demonstration that does not add up must not start. */
export async function closeBooks(world: World): Promise<void> {
  await desk(world, "worker_fold()");
  while ((await desk<{ sealed: number }>(world, "worker_seal()")).sealed > 0);
  while ((await desk<{ sealed: number }>(world, "worker_audit_seal()")).sealed > 0);
  for (const domain of watchedDomains) {
    const { faults } = await desk<{ faults: number }>(world, "worker_watch_everything(p_domain => $1::text)", [domain]);
    if (faults > 0) throw new Error(`the demonstration's books are wrong: ${faults} faults in ${domain}`);
  }
}
