/** What we ask of the queue's own schema. Through its documented functions and view, except where dead workers are found. */
import type { ClientBase, Pool } from "pg";

export type QueuedJob = { task: string; payload: unknown; key: string; /** absent: now */ runAt?: string };
type Queryable = Pick<ClientBase | Pool, "query">;

/**
 * Adds jobs. A job whose key is waiting or running already is the same job and is not added again: the queue's ordinary
 * key mode would start a second run beside a running one, which for a mail means sending it twice.
 */
export async function addJobs(queue: Queryable, jobs: QueuedJob[]): Promise<void> {
  await queue.query(
    `select count(added.id)
       from jsonb_to_recordset($1::jsonb) as job(task text, payload json, key text, "runAt" timestamptz),
            lateral graphile_worker.add_job(identifier => job.task, payload => job.payload, run_at => job."runAt",
                                            job_key => job.key, job_key_mode => 'unsafe_dedupe') as added`,
    [JSON.stringify(jobs)],
  );
}

/**
 * Adds a recurring job unless it is running or about to. One that has failed and would wait longer than a minute is started
 * afresh: what is due today must not sleep for hours because the database was away at midnight.
 */
export async function wakeJobs(queue: Queryable, jobs: QueuedJob[]): Promise<void> {
  await queue.query(
    `select count(added.id)
       from jsonb_to_recordset($1::jsonb) as job(task text, payload json, key text),
            lateral graphile_worker.add_job(identifier => job.task, payload => job.payload, job_key => job.key, job_key_mode => 'replace') as added
      where not exists (select from graphile_worker.jobs waiting
                         where waiting.key = job.key
                           and (waiting.locked_at is not null or (waiting.attempts < waiting.max_attempts and waiting.run_at <= now() + interval '1 minute')))`,
    [JSON.stringify(jobs)],
  );
}

/** Starts a job that failed afresh. The queue leaves alone what is running. */
export async function retryJob(queue: Queryable, job: string): Promise<void> {
  await queue.query("select count(*) from graphile_worker.reschedule_jobs(array[$1::bigint], run_at => now(), attempts => 0)", [job]);
}

/** Our advisory locks: "coff" in ASCII, then the hash of the queue's name for a worker process. */
const lockSpace = 0x636f6666;

/** Held by a worker process on a connection of its own for as long as it lives. */
export async function holdPresence(connection: Queryable, worker: string): Promise<void> {
  await connection.query("select pg_advisory_lock($1::integer, hashtext($2::text))", [lockSpace, worker]);
}

/** Gives the jobs of workers that are no longer present back to the queue. Answers how many workers that were. */
export async function releaseJobsOfTheDead(queue: Queryable): Promise<string[]> {
  const { rows } = await queue.query<{ worker: string }>(
    `with holders as (
       select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
       union
       select locked_by from graphile_worker._private_job_queues where locked_by is not null)
     select worker from holders
      where not exists (select from pg_locks l
                         where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                           and l.database = (select oid from pg_database where datname = current_database())
                           and l.classid = $1::oid and l.objid::bigint = hashtext(holders.worker)::bigint & 4294967295)`,
    [lockSpace],
  );
  const dead = rows.map(({ worker }) => worker);
  if (dead.length > 0) await queue.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  return dead;
}

/** "coft" in ASCII: locks of work that one worker at a time may do. */
const aloneSpace = 0x636f6674;

/** Does the work under a lock of this name, unless somebody else holds it. Answers whether it was done. */
export async function holdAlone(connection: Queryable, what: string, work: () => Promise<void>): Promise<boolean> {
  const { rows } = await connection.query<{ held: boolean }>("select pg_try_advisory_lock($1::integer, hashtext($2::text)) as held", [aloneSpace, what]);
  if (rows[0]?.held !== true) return false;
  try {
    await work();
  } finally {
    await connection.query("select pg_advisory_unlock($1::integer, hashtext($2::text))", [aloneSpace, what]);
  }
  return true;
}
