/**
 * Row 12: people are placed, counted and taken back at once, two for one slot and one for two, while many matchers run and money goes on into
 * bookings. At each rest every row is looked at by rules that share nothing with the functions.
 */
import pg from "pg";

import { openSales, type Sales } from "../../sql/ev/tests/world";
import { faultsOfForm, people, type Node } from "../../sql/network/tests/support/tree";
import { refusalOf } from "../../sql/tests/support/builders";
import { randomFrom, type Random } from "../hammer/random";
import type { Findings } from "./findings";
import { untilOver, type Suite } from "./suite";

const lanes = 10;
const restSeconds = 6;
const supply = 300;
const modes = ["level_order", "left", "right", "weaker_leg", "extreme_left", "extreme_right"] as const;
const cap = 4;
const day = 86_400_000;

type Placed = { node: string; member: string; turns: number; busy: boolean };
type World = { sales: Sales; pool: pg.Pool; findings: Findings; random: Random; fresh: string[]; placed: Placed[]; names: number; now: number };
type Outcome = { word: string; row: Record<string, unknown> | undefined };

/** One call in a transaction of its own; a refusal is its word, anything else without a name is a violation. */
async function ask({ pool, findings }: World, kind: string, text: string, values: unknown[]): Promise<Outcome> {
  const begun = performance.now();
  try {
    const { rows } = await pool.query<Record<string, unknown>>(text, values);
    findings.operation(kind, "accepted", performance.now() - begun);
    return { word: "accepted", row: rows[0] };
  } catch (error) {
    const word = refusalOf(error)?.code;
    findings.operation(kind, word ?? "error", performance.now() - begun);
    const { detail, where } = error as { detail?: string; where?: string };
    if (word === undefined) findings.violation(`${kind} ended without a name: ${[String(error), detail, where].filter(Boolean).join(" ")}`);
    return { word: word ?? "error", row: undefined };
  }
}

const nobodyBusy = (world: World): Placed | undefined => {
  const one = world.random.pick(world.placed);
  return one && !one.busy ? one : undefined;
};
async function someone(world: World): Promise<string> {
  const ready = world.fresh.pop();
  if (ready !== undefined) return ready;
  world.names += 1;
  const made = await people(world.sales.desk, supply, `net${world.names}-`);
  world.fresh.push(...made.slice(1));
  return made[0] ?? "";
}
const at = ({ now }: World): string => new Date(now).toISOString();
function stand(world: World, member: string, { word, row }: Outcome): void {
  if (word === "accepted") world.placed.push({ node: String(row?.id), member, turns: 0, busy: false });
}

const place = "select id::text, parent_id::text, side from network.place($1, $2, $3, $4, $5, $6)";

/** Few sponsors bring many: whole levels fill up, and long legs grow. */
async function join(world: World): Promise<void> {
  const { random, placed, findings } = world;
  const member = await someone(world);
  const sponsor = random.chance(60) ? placed[random.int(Math.min(placed.length, 6))] : random.pick(placed);
  const outcome = await ask(world, "join", place, [member, sponsor?.node ?? null, random.pick(modes) ?? "left", null, null, at(world)]);
  stand(world, member, outcome);
  findings.answer("join", "who comes is placed", outcome.word === "accepted", () => outcome.word);
}

/** Two who ask for one slot, and one who is placed three times. */
async function race(world: World): Promise<void> {
  const { random, findings, placed } = world;
  const parent = random.pick(placed);
  if (!parent) return;
  const two = [await someone(world), await someone(world)];
  const side = random.chance(50) ? "L" : "R";
  const outcomes = await Promise.all(two.map((member) => ask(world, "join one slot", place, [member, parent.node, "level_order", parent.node, side, at(world)])));
  outcomes.forEach((outcome, n) => { stand(world, two[n] ?? "", outcome); });
  const got = outcomes.filter(({ word }) => word === "accepted");
  findings.checked("join one slot", 2);
  findings.check("one slot holds one", got.length <= 1 && outcomes.every(({ word }) => word === "accepted" || word === "slot_taken"), () => outcomes.map(({ word }) => word).join(", "));
  for (const [n, { word }] of outcomes.entries()) if (word !== "accepted") world.fresh.push(two[n] ?? "");
  const member = await someone(world);
  const thrice = await Promise.all(Array.from({ length: 3 }, () => ask(world, "join thrice", place, [member, parent.node, random.pick(modes) ?? "left", null, null, at(world)])));
  for (const outcome of thrice) stand(world, member, outcome);
  findings.checked("join thrice", 3);
  findings.check("a member stands once", thrice.filter(({ word }) => word === "accepted").length === 1 && thrice.every(({ word }) => word === "accepted" || word === "already_placed"), () => thrice.map(({ word }) => word).join(", "));
}

/** The next turn of somebody's unit: counted, taken back, counted as a new generation; sometimes said several times at once. */
async function count(world: World): Promise<void> {
  const { random, findings } = world;
  const one = nobodyBusy(world);
  if (!one || (one.turns % 2 === 1 && random.chance(65))) return;
  one.busy = true;
  const direction = one.turns % 2 === 0 ? 1 : -1;
  const generation = Math.floor(one.turns / 2) + 1;
  const kind = direction === 1 ? "count" : "take back";
  const times = random.chance(15) ? 3 : 1;
  const outcomes = await Promise.all(Array.from({ length: times }, () => ask(world, kind, "select network.count($1, $2, $3, $4) as counted", [one.member, generation, direction, at(world)])));
  findings.checked(kind, times);
  findings.check("a unit counts once each way", outcomes.filter(({ row }) => row?.counted === true).length === 1, () => `${one.node} generation ${generation}: ${outcomes.map(({ word, row }) => `${word} ${String(row?.counted)}`).join(", ")}`);
  one.turns += 1;
  one.busy = false;
}

const match = async (world: World, limit: number): Promise<void> => {
  for (;;) if (((await ask(world, "match", "select desk.worker_network_match($1) as answer", [limit])).row?.answer as { more?: boolean } | undefined)?.more !== true) return;
};
const matchSome = (world: World): Promise<unknown> => ask(world, "match", "select desk.worker_network_match($1) as answer", [1 + world.random.int(40)]);
const settle = (world: World): Promise<unknown> => ask(world, "settle", "select desk.worker_settle() as answer", []);

/** Somebody's EMI money goes on, as the worker does it, twice at once. */
async function goOn(world: World): Promise<void> {
  const member = world.random.pick(world.placed.slice(0, 40))?.member;
  if (member !== undefined) await Promise.all([1, 2].map(() => ask(world, "place EMI", "select desk.worker_emi_place($1) as answer", [member])));
}

const deck = [[join, 34], [count, 40], [matchSome, 10], [settle, 6], [goOn, 6], [race, 4]] as const;
const cards = deck.flatMap(([run, weight]) => Array.from({ length: weight }, () => run));

const rows = async <T extends pg.QueryResultRow>({ pool }: World, text: string): Promise<T[]> => (await pool.query<T>(text)).rows;

/** Nobody is under way: what is there is matched and paid, then every node is counted again from the counts' rows. */
async function rest(world: World): Promise<void> {
  const { findings, sales } = world;
  // Fifty of them at once end in the same place as one.
  await Promise.all(Array.from({ length: 50 }, (_, n) => match(world, 1 + n)));
  await sales.desk.settle();
  const nodes = await rows<Node & { matched: number; flushed: string; month_pairs: number; month_on: string; serials: number }>(world, "select id::text, member_id::text, sponsor_id::text, parent_id::text, side, depth, left_count::text, right_count::text, left_open, right_open, matched, flushed::text, month_pairs, month_on::text, serials from network.nodes n order by n.id");
  for (const fault of faultsOfForm(nodes)) findings.violation(fault);
  const counts = await rows<{ node: string; sum: number }>(world, "select node_id::text as node, sum(direction)::integer as sum from network.counts group by 1");
  const own = new Map(counts.map(({ node, sum }) => [node, sum]));
  const pairs = await rows<{ node: string; live: number; all: number; highest: number; this_month: number; fullest: number }>(world, `
    select p.node_id::text as node, count(*) filter (where p.state = 'live')::integer as live, count(*)::integer as all, coalesce(max(p.life) filter (where p.state = 'live'), 0) as highest, count(*) filter (where p.month_on = n.month_on)::integer as this_month,
           (select max(c.count)::integer from (select count(*) from network.pairs x where x.node_id = p.node_id group by x.month_on) c) as fullest
      from network.pairs p join network.nodes n on n.id = p.node_id group by p.node_id`);
  const made = new Map(pairs.map((pair) => [pair.node, pair]));
  const legs = new Map<string, { L: bigint; R: bigint }>();
  // From below: whoever stands below is younger.
  for (const node of [...nodes].reverse()) {
    const { L, R } = legs.get(node.id) ?? { L: 0n, R: 0n };
    findings.check("counts equal a recount", node.left_count === String(L) && node.right_count === String(R), () => `node ${node.id}: ${node.left_count}/${node.right_count}, counted ${L}/${R}`);
    const pair = made.get(node.id);
    const least = L < R ? L : R;
    findings.check("pairs are numbered and never more than the smaller leg", (pair?.live ?? 0) === node.matched && (pair?.highest ?? 0) === node.matched && (pair?.all ?? 0) === node.serials && BigInt(node.matched) <= least, () => `node ${node.id}: ${JSON.stringify(pair)}, matched ${node.matched} of ${least}`);
    findings.check("no month has more than the cap", (pair?.fullest ?? 0) <= cap && (pair?.this_month ?? 0) === node.month_pairs, () => `node ${node.id}: ${JSON.stringify(pair)}, says ${node.month_pairs}`);
    const left = least - BigInt(node.matched) - BigInt(node.flushed);
    if (node.parent_id !== null) findings.check("nothing is left unmatched below the cap", left <= 0n || (node.month_pairs === cap && node.month_on === at(world).slice(0, 8) + "01"), () => `node ${node.id}: ${left} left with ${node.month_pairs} in ${node.month_on}`);
    if (node.parent_id === null || node.side === null) continue;
    const above = legs.get(node.parent_id) ?? { L: 0n, R: 0n };
    above[node.side] += L + R + BigInt(own.get(node.id) ?? 0);
    legs.set(node.parent_id, above);
  }
  for (const { law, object, expected, actual } of await rows<{ law: string; object: string; expected: string; actual: string }>(world, "select f.* from unnest(array['ledger', 'treasury', 'network', 'ev']) d cross join lateral desk.faults(d) f")) findings.violation(`${law}: ${object}, ${expected}, ${actual}`);
  findings.facts.nodes = nodes.length;
  findings.facts.depth = nodes.reduce((most, { depth }) => Math.max(most, depth), 0);
  findings.facts.pairs = pairs.reduce((sum, { all }) => sum + all, 0);
}

async function open(sales: Sales, pool: pg.Pool, findings: Findings, random: Random): Promise<World> {
  const { desk } = sales;
  const now = Date.parse("2027-03-05T10:00:00Z");
  await desk.set({ network_currency: "INR", network_timezone: "UTC", pair_value: "100.00", first_full_pairs: "1", monthly_pair_cap: String(cap), count_on: "placement" });
  await desk.sql("select network.first_plan('2027-01-01T00:00:00Z')");
  await desk.fund("commission", "INR", "9000000.00", sales.method, sales.operations, sales.finance);
  await desk.clock(new Date(now).toISOString());
  const world: World = { sales, pool, findings, random, fresh: [], placed: [], names: 0, now };
  // The first ones have bookings: their EMI money goes in and comes back.
  for (let n = 0; n < 6; n += 1) {
    const who = await sales.person();
    const booking = await sales.book(who, "5000.00");
    await sales.pay(who, booking, "500.00");
    const member = await sales.key(who);
    stand(world, member, await ask(world, "join", place, [member, world.placed[0]?.node ?? null, "level_order", null, null, at(world)]));
  }
  return world;
}

export const network: Suite = {
  name: "network", rows: "12",
  async run(ground, { seed, seconds }, findings) {
    const sales = await openSales(await ground.database());
    const pool = new pg.Pool({ connectionString: sales.database.url("postgres"), max: lanes + 4 });
    // The database is dropped under connections that are just ending.
    pool.on("error", () => undefined);
    try {
      const random = randomFrom(seed);
      const world = await open(sales, pool, findings, random);
      const until = performance.now() + seconds * 1_000;
      for (let rests = 1; performance.now() < until; rests += 1) {
        const left = (until - performance.now()) / 1_000;
        await untilOver(Math.min(left, restSeconds), lanes, async () => { await (random.pick(cards) ?? join)(world); });
        await rest(world);
        findings.facts.rests = rests;
        // Sometimes the same day, sometimes months later.
        world.now += day * random.int(45);
        await sales.desk.clock(at(world));
      }
      await rest(world);
    } finally {
      await pool.end();
      await sales.close();
    }
  },
};
