/**
 * Random networks, counts, reversals and months against a model that knows only spec 4.3: one count after the other, everything above it
 * from below, months opened before anything of theirs. However the matcher is called, and in steps of whatever size, the pairs are the same.
 */
import { expect, test } from "vitest";

import { openDesk } from "../../tests/support/builders";
import { testDatabase } from "../../tests/support/database";
import { count, faults, match, plan } from "./support/pairs";
import { Model, people, place, type Node } from "./support/tree";

const cap = 2;
const full = 3;

type Made = { node: string; life: number; on: string; emi: boolean };
type State = { left: number; right: number; live: Made[]; flushed: number; used: Map<string, number> };

/** Month after month, in UTC. */
const next = (month: string) => { const [year = 0, number = 0] = month.split("-").map((part) => Number.parseInt(part, 10)); return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`; };

class Book {
  readonly nodes = new Map<string, State>();
  /** pairs in the order in which they are made, reversed ones too */
  readonly made: string[] = [];
  #month = "2027-01";

  constructor(private readonly tree: Model, private readonly flush: boolean) {}

  state(id: string): State {
    const known = this.nodes.get(id) ?? { left: 0, right: 0, live: [], flushed: 0, used: new Map<string, number>() };
    this.nodes.set(id, known);
    return known;
  }

  #pair(node: string, month: string, on: string): void {
    const own = this.state(node);
    own.used.set(month, (own.used.get(month) ?? 0) + 1);
    const pair = { node, life: own.live.length + 1, on, emi: own.live.length + 1 > full };
    own.live.push(pair);
    this.made.push(`${node} ${pair.life} ${on} ${pair.emi} ${own.left}/${own.right}`);
  }

  #over = (own: State) => Math.min(own.left, own.right) - own.live.length - own.flushed;

  open(month: string, depth: (id: string) => number): void {
    while (this.#month < month) {
      this.#month = next(this.#month);
      for (const [id, own] of [...this.nodes].filter(([, one]) => this.#over(one) > 0).sort(([a], [b]) => depth(b) - depth(a) || Number.parseInt(a, 10) - Number.parseInt(b, 10))) {
        if (this.flush) own.flushed += this.#over(own);
        else while (this.#over(own) > 0 && (own.used.get(this.#month) ?? 0) < cap) this.#pair(id, this.#month, `${this.#month}-01`);
      }
    }
  }

  count(id: string, direction: number, on: string): void {
    for (const { parent, side } of this.tree.above(id)) {
      const own = this.state(parent);
      if (side === "L") own.left += direction;
      else own.right += direction;
      if (this.tree.above(parent).length === 0) continue;
      const month = on.slice(0, 7);
      while (direction === 1 && this.#over(own) > 0 && (own.used.get(month) ?? 0) < cap) this.#pair(parent, month, on);
      while (own.live.length > Math.min(own.left, own.right)) own.live.pop();
    }
  }
}

test.each([["defer", 1], ["defer", 7], ["flush", 3], ["flush", 500]] as const)("%s, in steps of %i: two hundred counts over five months make the pairs of the model", async (policy, limit) => {
  const fresh = await testDatabase();
  const own = await openDesk(fresh);
  try {
    await plan(own, { network_currency: "INR", pair_value: "100.00", monthly_pair_cap: String(cap), first_full_pairs: String(full), over_cap: policy, network_timezone: "UTC" });
    let state = limit * 7919 + policy.length;
    const roll = (sides: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
    const tree = new Model();
    const placed: Node[] = [];
    for (const member of await people(own, 60)) {
      const node = await place(own, member, placed.length === 0 ? null : placed[roll(Math.min(placed.length, 4))]?.id ?? null, ["level_order", "left", "right"][roll(3)]);
      tree.put(node.id, { parent: node.parent_id ?? "", side: node.side ?? "L" });
      placed.push(node);
    }
    const depths = new Map(placed.map(({ id, depth }) => [id, depth]));
    const book = new Book(tree, policy === "flush");
    const counted = new Map<string, number>();
    let at = Date.parse("2027-01-05T00:00:00Z");
    for (let step = 0; step < 200; step += 1) {
      at += 3_600_000 * roll(36);
      const on = new Date(at).toISOString();
      const node = placed[roll(placed.length)];
      if (!node) continue;
      const times = counted.get(node.id) ?? 0;
      // Odd: counted; even: taken back, and the next time a new generation.
      const direction = times % 2 === 0 ? 1 : -1;
      if (direction === -1 && roll(3) > 0) continue;
      counted.set(node.id, times + 1);
      await count(own, node.member_id ?? "", on, direction, Math.floor(times / 2) + 1);
      book.open(on.slice(0, 7), (id) => depths.get(id) ?? 0);
      book.count(node.id, direction, on.slice(0, 10));
      // Now and then somebody matches; at other times much waits, even over a month's edge.
      if (roll(9) === 0) { await own.clock(on); await match(own, limit); }
    }
    const end = new Date(at + 80 * 24 * 3_600_000).toISOString();
    await own.clock(end);
    await match(own, limit);
    book.open(end.slice(0, 7), (id) => depths.get(id) ?? 0);
    const rows = await own.sql<{ made: string }>("select node_id || ' ' || life || ' ' || (matched_at at time zone 'UTC')::date || ' ' || (emi > 0) || ' ' || left_count || '/' || right_count as made from network.pairs order by id");
    expect(rows.map(({ made }) => made)).toEqual(book.made);
    const figures = await own.sql<{ id: string; left_count: string; right_count: string; matched: number; flushed: string }>("select id, left_count, right_count, matched, flushed from network.nodes where parent_id is not null order by id");
    expect(figures.map(({ id, left_count: left, right_count: right, matched, flushed }) => `${id}: ${left} ${right} ${matched} ${flushed}`))
      .toEqual(placed.map(({ id }) => { const one = book.state(id); return `${id}: ${one.left} ${one.right} ${one.live.length} ${one.flushed}`; }));
    expect(await faults(own)).toEqual([]);
    expect(book.made.length).toBeGreaterThan(20);
  } finally {
    await own.close();
    await fresh.drop();
  }
}, 120_000);
