/**
 * History replayed under a draft against history itself: the same random network, counts, reversals and months are matched live under one plan and
 * under another, in two databases. A what-if of either plan, made in either database, gives exactly the live pairs of that plan.
 */
import { expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase } from "../../tests/support/database";
import { count, faults, match, plan } from "./support/pairs";
import { people, place, type Node } from "./support/tree";
import { draft, replay, type Figures } from "./support/what-if";

/** What one network did, in a text for each pair and each flush. */
async function story(seed: number, { overCap, cap, full, emi, reserve }: Figures): Promise<{ desk: Desk; end(): Promise<void> }> {
  const fresh = await testDatabase();
  const desk = await openDesk(fresh);
  await plan(desk, { network_currency: "INR", network_timezone: "UTC", pair_value: "100.00", monthly_pair_cap: String(cap), first_full_pairs: String(full), over_cap: overCap, emi_percent: emi, reserve_percent: reserve });
  let state = seed;
  const roll = (sides: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
  const placed: Node[] = [];
  for (const member of await people(desk, 50)) placed.push(await place(desk, member, placed.length === 0 ? null : placed[roll(Math.min(placed.length, 4))]?.id ?? null, ["level_order", "left", "right"][roll(3)]));
  const counted = new Map<string, number>();
  let at = Date.parse("2027-01-05T00:00:00Z");
  for (let step = 0; step < 220; step += 1) {
    at += 3_600_000 * roll(30);
    const node = placed[roll(placed.length)];
    if (!node) continue;
    const times = counted.get(node.id) ?? 0;
    const direction = times % 2 === 0 ? 1 : -1;
    if (direction === -1 && roll(3) > 0) continue;
    counted.set(node.id, times + 1);
    await count(desk, node.member_id ?? "", new Date(at).toISOString(), direction, Math.floor(times / 2) + 1);
    if (roll(9) === 0) { await desk.clock(new Date(at).toISOString()); await match(desk, 1 + roll(40)); }
  }
  await desk.clock(new Date(at + 80 * 24 * 3_600_000).toISOString());
  await match(desk);
  return { desk, end: async () => { await desk.close(); await fresh.drop(); } };
}

const pairs = (desk: Desk, from: string) => desk.sql(`select node_id, life, month_on::text, month_usage, active_buyer, earnings, emi, matched_at from ${from} p order by p.node_id, p.life`);
const live = async (desk: Desk) => ({ pairs: await pairs(desk, "(select * from network.pairs where state = 'live')"), flushes: await desk.sql("select node_id, month_on::text, pairs from network.flushes f order by f.node_id, f.month_on") });
const copied = async (desk: Desk) => ({ pairs: await pairs(desk, "network.what_if_pairs"), flushes: await desk.sql("select node_id, month_on::text, pairs from network.what_if_flushes f order by f.node_id, f.month_on") });

const few: Figures = { overCap: "flush", cap: 2, full: 3, emi: "20", reserve: "0" };
const many: Figures = { overCap: "defer", cap: 3, full: 1, emi: "35.5", reserve: "10" };

test.each([[1, 3], [77, 1], [5_077, 500]])("history %i, %i counts a step: a what-if of a plan gives the pairs that the plan gives", async (seed, limit) => {
  const first = await story(seed, few);
  const second = await story(seed, many);
  try {
    for (const [world, other, own, others] of [[first, second, few, many], [second, first, many, few]] as const) {
      const before = await live(world.desk);
      expect(before.pairs.length).toBeGreaterThan(20);
      const same = await replay(world.desk, await draft(world.desk, own), limit);
      expect(await copied(world.desk)).toEqual(before);
      expect(same).toMatchObject({ state: "finished", gaining: 0, losing: 0, draft_pairs: String(before.pairs.length), live_pairs: String(before.pairs.length) });
      expect([same.draft_earnings, same.draft_emi, same.draft_reserve, same.draft_flushed]).toEqual([same.live_earnings, same.live_emi, same.live_reserve, same.live_flushed]);
      const run = await replay(world.desk, await draft(world.desk, others), limit);
      const theirs = await live(other.desk);
      expect(await copied(world.desk)).toEqual(theirs);
      expect(run.draft_pairs).toBe(String(theirs.pairs.length));
      // Nothing live has moved.
      expect(await live(world.desk)).toEqual(before);
      expect(await faults(world.desk)).toEqual([]);
    }
  } finally {
    await first.end();
    await second.end();
  }
}, 240_000);
