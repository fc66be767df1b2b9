/**
 * Ten thousand random operations over eight connections: people join in every mode and for named slots, are counted and taken back, months begin, several
 * match at once. After each hundred the laws of the tree are looked at from the rows alone (spec 4.2, 4.3).
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf } from "../../tests/support/race";
import { count, faults, match, plan } from "./support/pairs";
import { people, place } from "./support/tree";

const cap = 3;
const lanes = 8;
/** A chain grows with every extreme placement, and every count walks it up: two in twelve make legs of a hundred and more. */
const modes = ["level_order", "left", "right", "weaker_leg", "level_order", "left", "right", "weaker_leg", "level_order", "weaker_leg", "extreme_left", "extreme_right"] as const;

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, lanes + 2);
  await plan(desk, { network_currency: "INR", pair_value: "100.00", monthly_pair_cap: String(cap), first_full_pairs: "2", over_cap: "defer", network_timezone: "UTC", count_on: "placement" });
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Row = { id: string; parent_id: string | null; side: string | null; depth: number; left_count: string; right_count: string; matched: number; serials: number; own: string; live: string[]; all: string[]; most: number };

/** What breaks a law, from the rows alone: binary, acyclic, counts equal a recount, matched at most the smaller leg, pairs numbered, no month above its cap. */
async function broken(): Promise<string[]> {
  const rows = await desk.sql<Row>(
    `select n.id::text, n.parent_id::text, n.side, n.depth, n.left_count::text, n.right_count::text, n.matched, n.serials, coalesce(c.own, 0)::text as own, coalesce(p.live, '{}') as live, coalesce(p.all, '{}') as all, coalesce(p.most, 0)::integer as most
       from network.nodes n
       left join (select node_id, sum(direction) as own from network.counts where applied_at is not null group by node_id) c on c.node_id = n.id
       left join (select node_id, array_agg(life::text order by life) filter (where state = 'live') as live, array_agg(serial::text order by serial) as all, max(used) as most
                    from (select *, count(*) over (partition by node_id, month_on) as used from network.pairs) x group by node_id) p on p.node_id = n.id
      order by n.depth desc, n.id`);
  const wrong: string[] = [];
  const known = new Map(rows.map((row) => [row.id, row]));
  const slots = new Set<string>();
  const below = new Map<string, { L: number; R: number }>();
  const legs = (id: string) => { const found = below.get(id) ?? { L: 0, R: 0 }; below.set(id, found); return found; };
  const numbers = (length: number) => Array.from({ length }, (_, n) => String(n + 1)).join();
  for (const row of rows) {
    const { L, R } = legs(row.id);
    if (row.left_count !== String(L) || row.right_count !== String(R)) wrong.push(`${row.id} counts ${row.left_count}/${row.right_count} and not ${L}/${R}`);
    if (row.parent_id === null) { if (row.matched !== 0 || row.depth !== 0) wrong.push(`${row.id} is the company and has pairs`); continue; }
    if (row.matched > Math.min(L, R)) wrong.push(`${row.id} matched ${row.matched} of ${L}/${R}`);
    if (row.live.join() !== numbers(row.matched)) wrong.push(`${row.id} has pairs ${row.live.join()} and matched ${row.matched}`);
    if (row.all.join() !== numbers(row.serials)) wrong.push(`${row.id} has serials ${row.all.join()} of ${row.serials}`);
    if (row.most > cap) wrong.push(`${row.id} made ${row.most} pairs in one month`);
    // Deeper than its parent at every step: nobody is above themselves.
    if (known.get(row.parent_id)?.depth !== row.depth - 1) wrong.push(`${row.id} does not stand one below ${row.parent_id}`);
    if (row.side !== "L" && row.side !== "R") { wrong.push(`${row.id} stands on no side`); continue; }
    if (slots.has(`${row.parent_id}${row.side}`)) wrong.push(`two stand at ${row.parent_id}${row.side}`);
    slots.add(`${row.parent_id}${row.side}`);
    legs(row.parent_id)[row.side] += L + R + Number.parseInt(row.own, 10);
  }
  return wrong;
}

test("the laws hold after every hundred of ten thousand operations", async () => {
  let state = 20270711;
  const roll = (sides: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
  const newcomers = await people(desk, 4500);
  const placed: { member: string; node: string; times: number; busy: boolean }[] = [];
  const done: Record<string, number> = {};
  const took = (what: string, word: string) => { done[`${what} ${word}`] = (done[`${what} ${word}`] ?? 0) + 1; };
  let at = Date.parse("2027-01-05T00:00:00Z");

  const join = async (member: string, node: string | null, mode: string, named: string | null, side: string | null) => {
    const { answer, refused } = await outcomeOf(place(desk, member, node, mode, named, side));
    took("join", refused ?? "placed");
    if (answer) placed.push({ member, node: answer.id, times: 0, busy: false });
    else newcomers.push(member);
  };
  const unit = async (one: (typeof placed)[number], on: string) => {
    // Odd: counted; even: taken back, and the next time a new generation.
    const direction = one.times % 2 === 0 ? 1 : -1;
    const generation = Math.floor(one.times / 2) + 1;
    await count(desk, one.member, on, direction, generation);
    one.times += 1;
    one.busy = false;
    took(direction === 1 ? "count" : "take back", "done");
  };
  const operation = (): (() => Promise<void>) => {
    const on = new Date(at).toISOString();
    const kind = placed.length < 10 ? 0 : roll(100);
    const one = Array.from({ length: 9 }, () => placed[roll(placed.length)]).find((each) => each && !each.busy && (each.times % 2 === 0 || roll(4) === 0));
    if (kind < 46 && newcomers.length > 0) {
      const member = newcomers.pop() ?? "";
      const sponsor = placed.length === 0 ? null : placed[roll(3) === 0 ? roll(placed.length) : roll(Math.min(placed.length, 6))]?.node ?? null;
      const named = roll(10) === 0 ? placed[roll(placed.length)]?.node ?? null : null;
      return () => join(member, named ?? sponsor, modes[roll(modes.length)] ?? "level_order", named, named === null ? null : roll(2) === 0 ? "L" : "R");
    }
    if (kind < 98 && one) {
      one.busy = true;
      return () => unit(one, on);
    }
    return async () => { await match(desk, 1 + roll(40)); took("match", "done"); };
  };

  const wrong: string[] = [];
  for (let sequence = 0; sequence < 100; sequence += 1) {
    at += 3_600_000 * roll(40);
    await desk.clock(new Date(at).toISOString());
    let left = 100;
    // The first ten one after the other, so that there is a tree to join.
    while (placed.length < 10) { left -= 1; await operation()(); }
    await Promise.all(Array.from({ length: lanes }, async () => { while (left > 0) { left -= 1; await operation()(); } }));
    wrong.push(...(await broken()).map((law) => `after ${(sequence + 1) * 100}: ${law}`));
    if (wrong.length > 0) break;
  }
  expect(wrong).toEqual([]);
  expect(Object.values(done).reduce((sum, n) => sum + n, 0)).toBe(10_000);
  expect(done["join placed"]).toBeGreaterThan(3_000);
  expect(done["take back done"]).toBeGreaterThan(500);
  process.stdout.write(`tree laws: ${JSON.stringify(done)}\n`);
  await match(desk);
  expect(await broken()).toEqual([]);
  expect(await faults(desk)).toEqual([]);
}, 600_000);
