/**
 * A million contracts: how long their day takes one and two worker processes, and then, on the ten million lines that ten such days
 * leave, how long a member waits for the dashboard.
 */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { Answer, Order } from "./accrual-worker.ts";
import { accrueDay, day, daysOfLines, makeContracts, requireDays } from "./contracts.ts";
import { addHistory, dashboard } from "./dashboard.ts";
import type { Bench } from "./families.ts";
import { watchBackends } from "./memory.ts";
import { compare, grouped, plain, seconds, type Figure } from "./report.ts";
import { verify, verifySums, type World } from "./world.ts";

export const millionMetrics = ["accrual_1m_seconds", "page_dashboard_p95_ratio"] as const;

async function answerOf(worker: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`a worker of the benchmark ended with ${code}`));
    worker.once("exit", gone);
    worker.once("message", (answer) => {
      worker.removeListener("exit", gone);
      resolve(answer as Answer);
    });
  });
}

async function startWorker(world: World): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL("accrual-worker.ts", import.meta.url)), [world.server.cluster.url("coffer_worker", world.database)]);
  await answerOf(worker);
  return worker;
}

/** Lets workers share a date; answers the most memory that any of them has used. */
async function share(workers: ChildProcess[], asOf: string): Promise<number> {
  const answers = await Promise.all(workers.map(async (worker, n) => {
    const answer = answerOf(worker);
    worker.send({ asOf, lane: n + 1 } satisfies Order);
    return answer;
  }));
  return Math.max(...answers.map((answer) => ("done" in answer ? answer.peak : 0)));
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

async function accrueWithWorkers(world: World, { sizes, note }: Bench): Promise<Figure[]> {
  const workers = [await startWorker(world), await startWorker(world)];
  const taken: number[][] = [[], []];
  let inProcess = 0;
  const inBackend: number[] = [];
  for (let n = 1; n <= sizes.reps * 2; n += 1) {
    const lanes = workers.slice(0, n % 2 === 1 ? 1 : 2);
    await world.sql.query("checkpoint");
    const peak = await watchBackends(world, "bench-worker", async () => {
      taken[lanes.length - 1]?.push(await seconds(async () => { inProcess = Math.max(inProcess, await share(lanes, day(n))); }));
    });
    if (peak !== null) inBackend.push(peak);
  }
  for (const worker of workers) worker.disconnect();
  const [one, two] = [taken[0] ?? [], taken[1] ?? []];
  note(`${"for information".padEnd(26)} accrual_1m_seconds: a worker process used at most ${megabytes(inProcess)}, a backend ${inBackend.length > 0 ? megabytes(Math.max(...inBackend)) : "unknown"} of its own`);
  return [
    plain("accrual_1m_seconds", `s, ${grouped(sizes.million)} contracts, 1 worker`, one),
    compare("accrual_1m_seconds", `s, ${grouped(sizes.million)} contracts, 2 workers`, "1 worker", two, one, true),
  ];
}

export async function million(bench: Bench): Promise<Figure[]> {
  const { server, sizes, wants } = bench;
  const world = await makeContracts(server, "million", sizes.million);
  const figures: Figure[] = [];
  let days = 0;
  if (wants("page_dashboard_p95_ratio")) await addHistory(world);
  if (wants("accrual_1m_seconds")) {
    figures.push(...(await accrueWithWorkers(world, bench)));
    days = sizes.reps * 2;
    await requireDays(world, sizes.million, days);
  }
  if (wants("page_dashboard_p95_ratio")) {
    while (days < daysOfLines) {
      days += 1;
      await accrueDay(world, day(days));
    }
    figures.push(await dashboard(bench, world));
  }
  await (sizes.million > 100_000 ? verifySums(world) : verify(world));
  await world.close();
  return figures;
}
