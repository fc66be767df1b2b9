/** What proving the books costs beside writing them: sealing as the worker does it, against posting the journals it seals. */
import { randomJournal } from "./journals.ts";
import { rate } from "./pgbench.ts";
import { compare, seconds, type Figure } from "./report.ts";
import { verify, type World } from "./world.ts";

/** Long enough for any transaction of the benchmark's own to end; journals are sealed once every older transaction has. */
const patienceMs = 60_000;

async function unsealed(world: World): Promise<number> {
  const { rows } = await world.sql.query<{ left: number }>("select ((select count(*) from ledger.journals) - (select coalesce(sum(journals), 0) from ledger.seals))::integer as left");
  return rows[0]?.left ?? 0;
}

/** Seals until nothing is left. */
async function sealAll(world: World): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await world.sql.query<{ answer: { sealed: number } }>("select desk.worker_seal() as answer");
    if (rows[0]?.answer.sealed !== 0) continue;
    if ((await unsealed(world)) === 0) return;
    if (Date.now() > until) throw new Error("journals of the benchmark cannot be sealed: an older transaction is still open");
  }
}

/** Needs a world with funded DEPOSIT wallets. Posts so many journals with eight clients and seals them with one, in turn. */
export async function proof(world: World, journals: number, reps: number): Promise<Figure[]> {
  const posting: number[] = [];
  const sealing: number[] = [];
  await sealAll(world);
  for (let rep = 0; rep < reps; rep += 1) {
    // From pgbench's own rate: starting it is no part of posting.
    posting.push(journals / (await rate(world, randomJournal(world), { transactions: journals })));
    sealing.push(await seconds(() => sealAll(world)));
  }
  await verify(world);
  return [compare("seal_share", "s to seal", "s to post", sealing, posting)];
}
