/**
 * Carries jobs from the outbox, where they were written with the fact, to the queue. Polling, because a NOTIFY in the hot path
 * would make commits wait for each other.
 */
import type { Logger } from "pino";
import type { Pool } from "pg";

import { workerAccrualDue, workerOutboxHanded, workerOutboxTake, type AccrualDue } from "~/db/worker.server";

import { addJobs, wakeJobs } from "./queue-sql";
import { repeat, type Repeating } from "./repeat";

const jobsPerPass = 200;
const busyMs = 400;
const idleMs = 1_000;
const calmAfterPasses = 25;

/** Hands over one batch. Killed between the two steps it is handed over again, which the job's key makes harmless. */
export async function handOver(queue: Pool): Promise<number> {
  const jobs = await workerOutboxTake(jobsPerPass);
  if (jobs.length === 0) return 0;
  await addJobs(queue, jobs.map(({ id, task, payload, run_at }) => ({ task, payload, key: `outbox:${id}`, runAt: run_at })));
  await workerOutboxHanded(jobs.map(({ id }) => id));
  return jobs.length;
}

/** Queues the accrual of every business date that is due and not finished; date and zone travel as arguments. */
export async function wakeAccrual(queue: Pool): Promise<AccrualDue[]> {
  const due = await workerAccrualDue();
  if (due.length > 0) await wakeJobs(queue, due.map((one) => ({ task: "invest__accrue", payload: one, key: `invest__accrue:${one.timezone}:${one.as_of}` })));
  return due;
}

type WakerSettings = {
  queue: Pool;
  log: Logger;
  /** in a sandbox the clock jumps, so what is due is asked with every pass instead of every half minute */
  sandbox: boolean;
};

export function startWaker({ queue, log, sandbox }: WakerSettings): Repeating {
  let emptyPasses = 0;
  return repeat(busyMs, async () => {
    try {
      const handed = await handOver(queue);
      const due = sandbox ? await wakeAccrual(queue) : [];
      emptyPasses = handed > 0 || due.length > 0 ? 0 : emptyPasses + 1;
      if (handed === jobsPerPass) return 0;
      return emptyPasses < calmAfterPasses ? busyMs : idleMs;
    } catch (error) {
      log.error({ error: (error as Error).message }, "cannot hand over jobs");
      return idleMs;
    }
  });
}

const tickMs = 30_000;

/** The schedule proper: shortly after midnight in any plan's zone some date has become due. */
export function startSchedule(queue: Pool, log: Logger): Repeating {
  return repeat(tickMs, async () => {
    try {
      const due = await wakeAccrual(queue);
      if (due.length > 0) log.info({ due }, "accrual is due");
    } catch (error) {
      log.error({ error: (error as Error).message }, "cannot ask what is due");
    }
  });
}
