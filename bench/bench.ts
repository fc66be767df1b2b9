/**
 * `npm run bench` — speed as ratios inside one alternating run (docs/performance.md).
 *   --only a,b   metrics to measure      --quick   fewer repetitions      --json   one object a line
 */
import { execFileSync } from "node:child_process";
import os from "node:os";
import { parseArgs } from "node:util";

import { accrual } from "./accrual.ts";
import { journals } from "./journals.ts";
import { print, type Figure } from "./report.ts";
import { makeWorld, settings } from "./world.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false }, json: { type: "boolean", default: false } } });
const reps = values.quick ? 3 : 5;
const wanted = values.only?.split(",");
const wants = (...metrics: string[]) => wanted === undefined || metrics.some((metric) => wanted.includes(metric));

try {
  execFileSync("pgbench", ["--version"], { stdio: "ignore" });
} catch {
  process.stderr.write("pgbench is missing; on Debian it comes with the package postgresql-contrib or postgresql.\n");
  process.exit(1);
}

process.stderr.write(`${os.cpus().length} × ${os.cpus()[0]?.model ?? "processor"}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}; ${Object.entries(settings).map(([name, value]) => `${name}=${value}`).join(" ")} synchronous_commit=on\n`);
const world = await makeWorld(10_000);
try {
  const figures: Figure[] = [];
  if (wants("journal_random", "journal_shared_account")) figures.push(...(await journals(world, values.quick ? 5 : 15, reps)));
  if (wants("accrual_vs_raw", "accrual_rerun_ms")) figures.push(...(await accrual(world, 100_000, reps)));
  for (const figure of figures.filter((one) => wants(one.metric))) print(figure, values.json);
} finally {
  await world.stop();
}
