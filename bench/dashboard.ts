/**
 * What the database takes for a member's dashboard, frame and content, as the page asks for them: for one member with 10,000 lines among a
 * million members with ten million, against members with ten lines among a thousand.
 */
import { accrueDay, day, daysAgo, daysOfLines, makeContracts, openContracts } from "./contracts.ts";
import type { Bench } from "./families.ts";
import { latencies, type Script } from "./pgbench.ts";
import { compare, grouped, p95, type Figure } from "./report.ts";
import { signIn, verify, type World } from "./world.ts";

/** Ten contracts over a thousand days make ten thousand lines; the last ones are not due yet on the last day that is accrued. */
const contracts = 10;
const daysEach = 1_020;
const historyLines = 10_000;

/**
 * Gives the first member ten more contracts, a thousand days old, and lets the functions catch up with them to a month ago. The books of
 * then are sealed and counted, as they would be each night; the last month is written with everybody's days. Before those.
 */
export async function addHistory(world: World): Promise<void> {
  await openContracts(world, { members: 1, contractsEach: contracts, prefunded: false, startOn: daysAgo(daysEach), days: 2 * daysEach });
  await accrueDay(world, daysAgo(31));
  for (let sealed = 1; sealed > 0;) {
    const { rows } = await world.sql.query<{ answer: { sealed: number } }>("select desk.worker_seal() as answer");
    sealed = rows[0]?.answer.sealed ?? 0;
  }
  await world.sql.query("select desk.worker_snapshots()");
}

/** The page's two calls as the web makes them, for a member drawn from so many. */
const page = (members: number): Script => ({
  role: "coffer_web",
  text: `\\set n random(1, ${members})\nselect desk.member_frame(lpad(:n::text, 43, 'b'));\nselect desk.member_home(lpad(:n::text, 43, 'b'));\n`,
});

/** Needs a world with a history, of which ten days have been accrued since. */
export async function dashboard({ server, sizes, note }: Bench, large: World): Promise<Figure> {
  const { rows: history } = await large.sql.query<{ lines: string }>("select count(*) as lines from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.member_id = $1", [large.firstMember]);
  if (Number.parseInt(history[0]?.lines ?? "", 10) < historyLines) throw new Error(`the member of the dashboard has ${history[0]?.lines} lines`);
  const small = await makeContracts(server, "thousand", 1_000);
  for (let n = 1; n <= daysOfLines; n += 1) await accrueDay(small, day(n));
  await signIn(small, small.members);
  await signIn(large, 1_000);
  for (const world of [small, large]) await world.sql.query("vacuum analyze");

  const [heavy, few, ordinary]: [number[], number[], number[]] = [[], [], []];
  for (let rep = 0; rep < sizes.reps; rep += 1) {
    heavy.push(p95(await latencies(large, page(1), sizes.dashboards)));
    few.push(p95(await latencies(small, page(small.members), sizes.dashboards)));
    ordinary.push(p95(await latencies(large, page(1_000), sizes.dashboards)));
  }
  await verify(small);
  await small.close();
  const { rows } = await large.sql.query<{ lines: string }>("select count(*) as lines from ledger.lines");
  note(`${"for information".padEnd(26)} page_dashboard_p95_ratio: members with ten lines among ${grouped(large.members)}: p95 ${compare("", "", "", ordinary, few).ratio} of that among 1,000`);
  const lines = grouped(Number.parseInt(rows[0]?.lines ?? "", 10));
  return compare("page_dashboard_p95_ratio", `ms, ${grouped(large.members)} members, ${lines} lines`, "1,000 members", heavy, few);
}
