/** Thousands of random joins against a model that looks at everything: each stands where plain search would have put it. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together } from "../../tests/support/race";
import { faultsOfForm, Model, nodes, people, place, type Node } from "./support/tree";

const modes = ["level_order", "left", "right", "weaker_leg", "extreme_left", "extreme_right"] as const;

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test("three thousand joins of every mode stand where breadth-first search finds the slot; the tree stays binary and knows its free slots", async () => {
  const roll = dice(20270301);
  const model = new Model();
  const members = await people(desk, 3000);
  const [root] = await desk.sql<{ id: string }>("select network.root('2027-03-01T10:00:00Z') as id");
  const placed: string[] = [root?.id ?? ""];
  const weight = new Map<string, { left: number; right: number }>();
  const counts = (id: string) => weight.get(id) ?? { left: 0, right: 0 };
  const wrong: string[] = [];
  for (const member of members) {
    // Few sponsors bring many: whole levels fill up, and long legs grow.
    const sponsor = placed[roll(4) === 0 ? roll(placed.length) : roll(Math.min(placed.length, 5))] ?? "";
    const mode = modes[roll(modes.length)] ?? "level_order";
    const expected = model.slot(sponsor, mode, counts);
    const node: Node = await place(desk, member, sponsor, mode);
    if (node.parent_id !== expected.parent || node.side !== expected.side) wrong.push(`${mode} below ${sponsor}: ${node.parent_id}${node.side} instead of ${expected.parent}${expected.side}`);
    model.put(node.id, { parent: node.parent_id ?? "", side: node.side ?? "L" });
    placed.push(node.id);
  }
  expect(wrong).toEqual([]);
  const all = await nodes(desk);
  expect(all).toHaveLength(3001);
  expect(faultsOfForm(all)).toEqual([]);
}, 120_000);

test("forty who come at once through ten connections fill forty slots, level by level", async () => {
  const [top, ...others] = await people(desk, 41, "race");
  const sponsor = await place(desk, top ?? "", null);
  const before = (await nodes(desk)).length;
  await Promise.all(others.map((member) => desk.sql("select network.place($1, $2, 'level_order', null, null, now())", [member, sponsor.id])));
  const all = await nodes(desk);
  expect(all).toHaveLength(before + 40);
  expect(faultsOfForm(all)).toEqual([]);
  const below = new Map<number, number>();
  const inside = new Set([sponsor.id]);
  for (const node of all) if (inside.has(node.parent_id ?? "")) { inside.add(node.id); below.set(node.depth - sponsor.depth, (below.get(node.depth - sponsor.depth) ?? 0) + 1); }
  expect([...below.entries()].sort(([a], [b]) => a - b)).toEqual([[1, 2], [2, 4], [3, 8], [4, 16], [5, 10]]);
}, 60_000);

test("of two who ask for one slot one gets it and the other is refused; the mode gives the other the next one", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [top, one, two, three, four] = await people(desk, 5, `slot${round}`);
    const sponsor = await place(desk, top ?? "", null);
    const named = await together(...[one, two].map((member) => () => place(desk, member ?? "", sponsor.id, "level_order", sponsor.id, "R")));
    expect(named.map(({ refused: code }) => code ?? "placed").sort()).toEqual(["placed", "slot_taken"]);
    const free = await together(...[three, four].map((member) => () => place(desk, member ?? "", sponsor.id, "left")));
    expect(free.map(({ answer }) => answer?.depth).sort()).toEqual([sponsor.depth + 1, sponsor.depth + 2]);
  }
}, 60_000);

test("somebody who is placed several times at once stands once, in whatever mode each was asked for", async () => {
  const [top, ...members] = await people(desk, 26, "twice");
  const sponsor = await place(desk, top ?? "", null);
  for (const member of members) {
    const outcomes = await together(...modes.map((mode) => () => place(desk, member, sponsor.id, mode)));
    expect(outcomes.map(({ refused: code }) => code ?? "placed").sort()).toEqual([...Array.from({ length: 5 }, () => "already_placed"), "placed"]);
  }
}, 60_000);

test("who is refused: an unknown mode, half a slot, a parent that does not exist", async () => {
  const [member] = await people(desk, 1, "bad");
  expect(await refused(place(desk, member ?? "", null, "sideways"))).toBe("invalid_input");
  expect(await refused(place(desk, member ?? "", null, "left", "1"))).toBe("invalid_input");
  expect(await refused(place(desk, member ?? "", null, "left", "1", "X"))).toBe("invalid_input");
  expect(await refused(place(desk, member ?? "", null, "left", "999999999", "L"))).toBe("not_found");
});

test("where somebody stands never changes: not the parent, the side, the sponsor or the depth, and nobody is taken out", async () => {
  for (const change of ["set side = case side when 'L' then 'R' else 'L' end", "set sponsor_id = 2", "set depth = depth + 1", "set member_id = null"]) {
    expect(await refused(desk.sql(`update network.nodes ${change} where id = (select max(id) from network.nodes)`)), change).toBe("immutable");
  }
  expect(await refused(desk.sql("delete from network.nodes where id = (select max(id) from network.nodes)"))).toBe("immutable");
  expect(await refused(desk.sql("truncate network.nodes cascade"))).toBe("immutable");
  const [member] = await people(desk, 1, "deep");
  expect(await refused(desk.sql("insert into network.nodes (member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) select $1, 1, max(id), 'L', 1, 2, 2, now() from network.nodes", [member]))).toBe("immutable");
});
