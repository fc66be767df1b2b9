/** How long the nine reports take over a million lines, each as the page asks for it: the last three weeks, in which every member has earned on ten days. */
import { accrueDay, day, daysAgo, daysOfLines, makeContracts } from "./contracts.ts";
import type { Bench } from "./families.ts";
import { grouped, median, plain, seconds, type Figure } from "./report.ts";
import { signInStaff, type World } from "./world.ts";

export const reportsMetrics = ["report_1m_seconds"] as const;

const reports = ["days", "sales", "activity", "wallets", "commissions", "accruals", "tax", "approvals", "liquidity"] as const;

async function ask(world: World, token: string, report: (typeof reports)[number]): Promise<number> {
  const days = report === "liquidity" ? "" : `, p_from => '${daysAgo(21)}', p_until => '${daysAgo(1)}'`;
  return seconds(async () => { await world.sql.query(`select desk.staff_report_${report}(p_token => $1, p_currency => 'USD'${days})`, [token]); });
}

/** The slowest of them; the others are said beside it. */
export async function reportsTime({ server, sizes, note }: Bench): Promise<Figure[]> {
  const world = await makeContracts(server, "reports", sizes.million / 10);
  for (let n = 1; n <= daysOfLines; n += 1) await accrueDay(world, day(n));
  // Nobody invests the same: alike contracts would be added up at once.
  await world.sql.query("begin; set local session_replication_role = replica; update invest.investments set amount = amount + 7 * id % 90001; commit");
  const token = await signInStaff(world, "finance");
  await world.sql.query("vacuum analyze");
  const { rows } = await world.sql.query<{ lines: string }>("select count(*) as lines from ledger.lines");
  const lines = grouped(Number.parseInt(rows[0]?.lines ?? "", 10));
  const taken: { report: string; runs: number[] }[] = [];
  for (const report of reports) {
    const runs: number[] = [];
    for (let rep = 0; rep < sizes.reps; rep += 1) runs.push(await ask(world, token, report));
    taken.push({ report, runs });
    note(`${"for information".padEnd(26)} report_1m_seconds: ${report} ${median(runs).toFixed(3)} s`);
  }
  await world.close();
  const [slowest] = taken.sort((a, b) => median(b.runs) - median(a.runs));
  return [plain("report_1m_seconds", `s, ${slowest?.report ?? ""}, ${lines} lines`, slowest?.runs ?? [])];
}
