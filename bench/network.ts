/**
 * The tree: joins a second, what a join and a count cost among a million nodes against a thousand, how fast queued counts drain, a what-if
 * of a year in which everybody was counted, and a member's page with 131,071 below. Trees are full to their last level, written set-based; whoever joins does so by level order.
 */
import type { Bench } from "./families.ts";
import { alternate, latencies, prepareTpcb, type Script } from "./pgbench.ts";
import { compare, grouped, median, plain, seconds, type Figure } from "./report.ts";
import { makeWorld, signIn, type World } from "./world.ts";

export const networkMetrics = ["join_per_s", "join_cost_1m_vs_1k", "match_cost_1m_vs_1k", "count_drain_100k_per_s", "tree_page_100k_ms", "what_if_1m_seconds"] as const;

/** Joins, and counts of those who joined, in each repetition of the two costs. */
const each = 100;
/** Nobody joins faster; so many people a second are there to join. */
const mostJoins = 3_000;
/** As the worker asks. */
const countsPerCall = 500;

type Tree = { world: World; nodes: number; levels: number };

/** A full tree of so many levels, the company at the top, and people who have not joined yet. Node n stands below node n / 2. */
async function makeTree({ server }: Bench, name: string, levels: number, waiting: number): Promise<Tree> {
  const nodes = 2 ** levels - 1;
  const world = await makeWorld(server, name, nodes - 1 + waiting, { EARNINGS: 0, EMI_RESERVE: 0 });
  await world.sql.query("update core.settings set value = case key when 'network_currency' then 'USD' else 'placement' end where key in ('network_currency', 'count_on')");
  // The guard of a place looks for its parent: by the index, though the table was empty when that was planned.
  await world.sql.query("begin; set local session_replication_role = replica; set local enable_seqscan = off");
  await world.sql.query(
    `insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) overriding system value
     select n, case when n > 1 then $1::bigint + n - 2 end, case when n > 1 then 1 end, case when n > 1 then n / 2 end, case when n > 1 then case n % 2 when 0 then 'L' else 'R' end end,
            length(ltrim(n::bit(32)::text, '0')) - 1, $2::integer, $2::integer, now() - interval '1 day' from generate_series(1, $3::integer) n`,
    [world.firstMember, levels, nodes],
  );
  await world.sql.query("commit");
  await world.sql.query(`select setval(pg_get_serial_sequence('network.nodes', 'id'), ${nodes}), network.first_plan(now() - interval '1 day')`);
  await world.sql.query(`create sequence public.people start ${BigInt(world.firstMember) + BigInt(nodes) - 1n}`);
  await world.sql.query("vacuum analyze");
  return { world, nodes, levels };
}

/** Levels of one-sided legs that are reported for information: as deep as the goals go, and far below. */
const legs = [64, 1_024, 10_240] as const;

/** A leg of so many levels in which everybody stands left below the one before, and people who have not joined yet. */
async function makeLeg({ server }: Bench, levels: number): Promise<World> {
  const world = await makeWorld(server, `leg_${levels}`, levels - 1 + 2 * each, { EARNINGS: 0, EMI_RESERVE: 0 });
  await world.sql.query("update core.settings set value = case key when 'network_currency' then 'USD' else 'placement' end where key in ('network_currency', 'count_on')");
  await world.sql.query("begin; set local session_replication_role = replica");
  await world.sql.query(
    `insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) overriding system value
     select n, case when n > 1 then $1::bigint + n - 2 end, case when n > 1 then 1 end, case when n > 1 then n - 1 end, case when n > 1 then 'L' end, n - 1, case when n = $2 then n else n + 1 end, n, now() - interval '1 day'
       from generate_series(1, $2::integer) n`,
    [world.firstMember, levels],
  );
  await world.sql.query("commit");
  await world.sql.query(`select setval(pg_get_serial_sequence('network.nodes', 'id'), ${levels}), network.first_plan(now() - interval '1 day')`);
  await world.sql.query(`create sequence public.people start ${BigInt(world.firstMember) + BigInt(levels) - 1n}`);
  await world.sql.query("vacuum analyze");
  return world;
}

/** What joining at the end of a leg costs there, and a count that walks it up: both grow with the depth, and by how much is said. */
async function deepLegs(bench: Bench): Promise<void> {
  for (const levels of legs) {
    const world = await makeLeg(bench, levels);
    const joined = median(await latencies(world, { text: "select network.place(nextval('people'), 1, 'extreme_left', null, null, now());\n" }, each));
    const counted = await countLast({ world, nodes: levels, levels });
    const { rows } = await world.sql.query("select * from network.verify() limit 3");
    if (rows.length > 0) throw new Error(`a leg is wrong after the benchmark: ${JSON.stringify(rows)}`);
    bench.note(`${"for information".padEnd(26)} a leg of ${grouped(levels)} levels: ${joined.toFixed(2)} ms a join at its end, ${counted.toFixed(2)} ms a count`);
    await world.close();
  }
}

const join = ({ nodes }: Tree): Script => ({ text: `\\set s random(1, ${nodes})\nselect network.place(nextval('people'), :s, 'level_order', null, null, now());\n` });

/** Applies what waits, as the worker does; answers how many pairs. */
async function drain({ world }: Tree): Promise<number> {
  for (let pairs = 0;;) {
    const { rows } = await world.sql.query<{ answer: { paired: number; more: boolean } }>("select desk.worker_network_match($1) as answer", [countsPerCall]);
    pairs += rows[0]?.answer.paired ?? 0;
    if (rows[0]?.answer.more !== true) return pairs;
  }
}

/** Counts the last ones who joined; milliseconds each until nothing waits. */
async function countLast(tree: Tree): Promise<number> {
  await tree.world.sql.query(`select network.count(n.member_id, 1, 1, now()) from (select member_id from network.nodes order by id desc limit ${each}) n`);
  return (await seconds(() => drain(tree))) * 1_000 / each;
}

async function costs(bench: Bench, large: Tree, small: Tree): Promise<Figure[]> {
  const joins: [number[], number[]] = [[], []];
  const matches: [number[], number[]] = [[], []];
  for (let rep = 0; rep < bench.sizes.reps; rep += 1) {
    for (const [at, tree] of [large, small].entries()) {
      joins[at]?.push(median(await latencies(tree.world, join(tree), each)));
      matches[at]?.push(await countLast(tree));
    }
  }
  const against = `${grouped(small.nodes)} nodes`;
  return [
    compare("join_cost_1m_vs_1k", `ms, ${grouped(large.nodes)} nodes`, against, joins[0], joins[1]),
    compare("match_cost_1m_vs_1k", `ms a count, ${grouped(large.nodes)} nodes`, against, matches[0], matches[1]),
  ];
}

/** So many units of the last level count at once. */
async function drained({ sizes, note }: Bench, tree: Tree): Promise<Figure> {
  const { nodes } = tree;
  await tree.world.sql.query(`insert into network.counts (node_id, generation, direction, counted_at) select n, 1, 1, now() from generate_series(${nodes - sizes.counts + 1}, ${nodes}) n order by random()`);
  let pairs = 0;
  const took = await seconds(async () => { pairs = await drain(tree); });
  note(`${"for information".padEnd(26)} count_drain_100k_per_s: ${grouped(sizes.counts)} counts made ${grouped(pairs)} pairs`);
  return plain("count_drain_100k_per_s", `counts/s of ${grouped(sizes.counts)}`, [sizes.counts / took]);
}

/**
 * Everybody in a tree of its own counted in the order of a shuffle, over twelve months, and every hundredth taken back at the end of the year: all of it
 * replayed under a draft. The counters that the matcher would have left are not needed: a what-if reads places and counts.
 */
async function whatIf(bench: Bench): Promise<Figure> {
  const { sizes, note } = bench;
  const tree = await makeTree(bench, "history", sizes.levels, 1);
  const { sql } = tree.world;
  await sql.query("begin; set local session_replication_role = replica");
  await sql.query(
    `insert into network.counts (node_id, generation, direction, counted_at, applied_at)
     select n, 1, 1, timestamptz '2025-01-01 12:00Z' + make_interval(secs => (row_number() over ()) * 365 * 86400.0 / $1::integer), now() from (select n from generate_series(2, $1::integer) n order by hashint4(n)) s`,
    [tree.nodes],
  );
  await sql.query("insert into network.counts (node_id, generation, direction, counted_at, applied_at) select n, 1, -1, timestamptz '2026-01-20 12:00Z', now() from generate_series(100, $1::integer, 100) n order by hashint4(n)", [tree.nodes]);
  await sql.query("commit");
  await sql.query("vacuum analyze network.counts");
  const { rows: [draft] } = await sql.query<{ id: string }>("select d.id from network.draft_plan((date_trunc('year', now()) + interval '2 years')::date, '1500.00', 3, '25', 10, 'defer', '0', 'placement', '5000.00', 0, 'level_order', '5000.00', null, now()) d");
  await sql.query("select network.ask_what_if($1, null, now())", [draft?.id]);
  const took = await seconds(async () => {
    for (;;) {
      const { rows } = await sql.query<{ answer: { done: number; counts: number; more: boolean } }>("select desk.worker_what_if(20000) as answer");
      if (rows[0]?.answer.more !== true) return;
    }
  });
  const { rows: [run] } = await sql.query<{ counts: string; draft_pairs: string }>("select counts, draft_pairs from network.what_ifs");
  note(`${"for information".padEnd(26)} what_if_1m_seconds: ${grouped(Number.parseInt(run?.counts ?? "", 10))} counts of ${grouped(tree.nodes)} nodes made ${grouped(Number.parseInt(run?.draft_pairs ?? "", 10))} pairs`);
  await tree.world.close();
  return plain("what_if_1m_seconds", `s, history of ${grouped(tree.nodes)} nodes`, [took]);
}

/** The first members' pages: that of the node three levels below the company against one with 127 below. */
async function page({ sizes }: Bench, tree: Tree): Promise<Figure> {
  await signIn(tree.world, 2 ** (tree.levels - 6));
  const show = (n: number): Script => ({ role: "coffer_web", text: `select desk.member_network(lpad('${n - 1}', 43, 'b'));\n` });
  const [many, few]: [number[], number[]] = [[], []];
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    many.push(median(await latencies(tree.world, show(8), sizes.dashboards)));
    few.push(median(await latencies(tree.world, show(2 ** (tree.levels - 7)), sizes.dashboards)));
  }
  return compare("tree_page_100k_ms", `ms, ${grouped(2 ** (tree.levels - 3) - 1)} below`, "127 below", many, few);
}

export async function network(bench: Bench): Promise<Figure[]> {
  const { sizes, wants } = bench;
  const figures: Figure[] = [];
  if (wants("what_if_1m_seconds")) figures.push(await whatIf(bench));
  if (networkMetrics.every((metric) => metric === "what_if_1m_seconds" || !wants(metric))) return figures;
  const large = await makeTree(bench, "tree", sizes.levels, sizes.reps * (each + sizes.seconds * mostJoins));
  if (wants("tree_page_100k_ms")) figures.push(await page(bench, large));
  if (wants("join_cost_1m_vs_1k", "match_cost_1m_vs_1k")) {
    const small = await makeTree(bench, "sapling", 10, sizes.reps * each);
    figures.push(...await costs(bench, large, small));
    await small.world.close();
    await deepLegs(bench);
  }
  if (wants("join_per_s")) {
    await prepareTpcb(large.world);
    const { join: joins = [], tpcb = [] } = await alternate(large.world, { join: join(large), tpcb: { text: null } }, sizes.seconds, sizes.reps, () => large.world.sql.query("checkpoint"));
    figures.push(compare("join_per_s", `joins/s, ${grouped(large.nodes)} nodes`, "tpcb", joins, tpcb));
  }
  if (wants("count_drain_100k_per_s")) figures.push(await drained(bench, large));
  const { rows } = await large.world.sql.query("select * from network.verify() limit 3");
  if (rows.length > 0) throw new Error(`the tree is wrong after the benchmark: ${JSON.stringify(rows)}`);
  await large.world.close();
  return figures;
}
