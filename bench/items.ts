/**
 * Commissions from one treasury through its queue: eight clients record them while one settles, and the clock stops when the last one is
 * posted. Against a journal between two wallets by the same eight clients.
 */
import type { Bench } from "./families.ts";
import { randomJournal } from "./journals.ts";
import { clients, rate, type Script } from "./pgbench.ts";
import { compare, seconds, type Figure } from "./report.ts";
import { makeWorld, verify, type World } from "./world.ts";

export const itemsMetrics = ["treasury_items"] as const;

/** Items still waiting, and items of all. */
async function waiting(world: World): Promise<{ waiting: number; items: number }> {
  const { rows } = await world.sql.query<{ waiting: number; items: number }>("select count(*) filter (where state = 'awaiting')::integer as waiting, count(*)::integer as items from treasury.items");
  return rows[0] ?? { waiting: 0, items: 0 };
}

/** Posts what is there until told that no more will come and nothing is left. */
async function settle(world: World, recording: () => boolean): Promise<void> {
  for (;;) {
    const last = !recording();
    const { rows } = await world.sql.query<{ answer: { posted: number } }>("select desk.worker_settle() as answer");
    if (rows[0]?.answer.posted === 0) {
      if (last) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export async function items({ server, sizes }: Bench): Promise<Figure[]> {
  const world = await makeWorld(server, "items", 10_000, { DEPOSIT: 1_000_000_000, EARNINGS: 0 });
  const { first, last } = world.wallets.EARNINGS ?? { first: "", last: "" };
  await world.sql.query("select treasury.fund('commission', 'USD', 9000000000000, $1, current_date, null, null)", [world.bank]);
  const record: Script = {
    text: `\\set w random(${first}, ${last})\n\\set m random(1, 1000)
select treasury.record('commission', 'USD', 'referral', :w, :m, current_date, nextval('treasury.source_order'), 0, gen_random_uuid(), now());\n`,
  };
  const journal = randomJournal(world);
  const journalRates: number[] = [];
  const itemRates: number[] = [];
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    const journalRate = await rate(world, journal, { seconds: sizes.seconds });
    journalRates.push(journalRate);
    // As many as would be journals in that time, so that both run about equally long.
    const count = Math.ceil((journalRate * sizes.seconds) / clients) * clients;
    const before = await waiting(world);
    let recording = true;
    const took = await seconds(() => Promise.all([
      rate(world, record, { transactions: count }).finally(() => { recording = false; }),
      settle(world, () => recording),
    ]));
    const after = await waiting(world);
    if (after.waiting !== 0 || after.items - before.items !== count) throw new Error(`of ${count} items ${after.items - before.items} were recorded, and ${after.waiting} wait`);
    itemRates.push(count / took);
  }
  await verify(world);
  await world.close();
  return [compare("treasury_items", "items/s", "journal_random", itemRates, journalRates)];
}
