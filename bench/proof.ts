/** What proving the books costs beside writing them: sealing as the worker does it, against posting the journals it seals. */
import { verifyLedger } from "../tools/verify/verify.ts";
import type { Bench } from "./families.ts";
import { randomJournal } from "./journals.ts";
import { rate } from "./pgbench.ts";
import { compare, plain, seconds, type Figure } from "./report.ts";
import { makeWorld, verify, type World } from "./world.ts";

export const proofMetrics = ["seal_share", "verify_lines_per_s"] as const;

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

/** Journals posted by eight clients and sealed by one, in turn; then the whole ledger verified from its rows, in the same process. */
export async function proof({ server, sizes }: Bench): Promise<Figure[]> {
  const world = await makeWorld(server, "proof", 10_000, { DEPOSIT: 1_000_000_000 });
  const posting: number[] = [];
  const sealing: number[] = [];
  const verifying: number[] = [];
  await sealAll(world);
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    // From pgbench's own rate: starting it is no part of posting.
    posting.push(sizes.journals / (await rate(world, randomJournal(world), { transactions: sizes.journals })));
    sealing.push(await seconds(() => sealAll(world)));
  }
  await world.sql.query("vacuum analyze ledger.lines, ledger.journals");
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    const { ok, lines, seconds: took } = await verifyLedger(world.server.cluster.url("postgres", world.database));
    if (!ok) throw new Error("verification found a difference in the benchmark's books");
    verifying.push(Number.parseInt(lines.toString(), 10) / took);
  }
  await verify(world);
  await world.close();
  return [compare("seal_share", "s to seal", "s to post", sealing, posting), plain("verify_lines_per_s", "lines/s", verifying)];
}
