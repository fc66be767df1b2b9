/** Drives the clients for a while and adds up what happened. */
import { constraintProblems } from "../../app/db/constraint-problems";
import { refusalOf, type Desk } from "../../sql/tests/support/builders";
import { lawCount, unpaid, violations } from "./check";
import { idle, mix } from "./operations";
import { randomFrom } from "./random";
import { buildWorld, type Client } from "./world";

export type HammerOptions = { seconds: number; clients: number; seed: number };
type Tally = { outcomes: Record<string, number>; times: number[] };
export type HammerReport = {
  seed: number; seconds: number; clients: number; operations: Record<string, Record<string, number>>; milliseconds: Record<string, { p50: number; p95: number; p99: number }>;
  total: number; accepted: number; accepted_share: string; per_second: number; deadlocks: number; unnamed: string[]; missing: string[]; laws: number; violations: string[]; repeat: string;
};

const deck = mix.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
const runs = new Map(mix.map(([name, , run]) => [name, run]));

/** The word for how a step ended; what has none is a defect. */
function wordFor(error: unknown): { word: string; named: boolean } {
  const refusal = refusalOf(error);
  if (refusal) return { word: refusal.code, named: true };
  const { code = "", constraint = "", message = String(error) } = error as { code?: string; constraint?: string; message?: string };
  const known = constraint ? constraintProblems[constraint] : undefined;
  return known ? { word: known.code, named: true } : { word: code || message, named: false };
}

export async function hammer(desk: Desk, { seconds, clients, seed }: HammerOptions): Promise<HammerReport> {
  const world = await buildWorld(desk, seed);
  const tallies = new Map<string, Tally>(mix.map(([name]) => [name, { outcomes: {}, times: [] }]));
  const unnamed: string[] = [];
  let deadlocks = 0;

  const step = async (client: Client, name: string): Promise<void> => {
    const tally = tallies.get(name);
    const run = runs.get(name);
    if (!tally || !run) throw new Error(`no operation ${name}`);
    const begun = performance.now();
    const word = await run(client).catch((error: unknown) => {
      const found = wordFor(error);
      if (found.word === "40P01") deadlocks += 1;
      const { message = "", detail = "", where = "" } = error as { message?: string; detail?: string; where?: string };
      if (!found.named) unnamed.push(`${name}: ${found.word} ${message} ${detail.replace(/process \d+|transaction \d+|tuple \(\d+,\d+\)/gi, "…")} ${where.slice(0, 600)}`);
      return found.word;
    });
    tally.outcomes[word] = (tally.outcomes[word] ?? 0) + 1;
    tally.times.push(performance.now() - begun);
  };

  const begun = performance.now();
  const until = begun + seconds * 1_000;
  // On a busy machine a short run may end before the last link of a chain (request, approve, send, confirm): it goes on until then.
  const someMissing = () => [...tallies.values()].some(({ outcomes }) => !outcomes.accepted);
  const patience = 60_000;
  await Promise.all(Array.from({ length: clients }, async (_, n) => {
    const client: Client = { world, random: randomFrom(seed * 1_000 + n) };
    // Each begins somewhere else in the list of all, so that none is missing however short the run.
    const opening = [...mix.slice(n % mix.length), ...mix.slice(0, n % mix.length)].map(([name]) => name);
    while (performance.now() < until || (someMissing() && performance.now() < until + patience)) await step(client, opening.shift() ?? client.random.pick(deck) ?? "read_public");
  }));
  const elapsed = (performance.now() - begun) / 1_000;

  // Everything comes to rest, then the rows are looked at.
  for (let turn = 0; turn < 500; turn += 1) {
    const { due } = await desk.job("worker_accrual_due");
    for (const { as_of, timezone } of due as { as_of: string; timezone: string }[]) {
      await desk.job("worker_accrual_begin", { as_of, timezone });
      while ((await desk.job("worker_accrual_chunk", { as_of, timezone })).claimed);
    }
    if ((due as unknown[]).length === 0) break;
  }
  await desk.settle();
  await desk.job("worker_fold");
  const found = [...(await violations(desk)), ...(await unpaid(desk)), ...world.differences.map((text) => `the same command has the same answer: ${text}`)];

  const operations = Object.fromEntries([...tallies].map(([name, { outcomes }]) => [name, Object.fromEntries(Object.entries(outcomes).sort())]));
  const all = Object.values(operations).flatMap((outcomes) => Object.entries(outcomes)).filter(([word]) => word !== idle);
  const [total, accepted] = [all.reduce((sum, [, count]) => sum + count, 0), all.filter(([word]) => word === "accepted").reduce((sum, [, count]) => sum + count, 0)];
  return {
    seed, seconds, clients, operations, milliseconds: Object.fromEntries([...tallies].map(([name, { times }]) => [name, percentiles(times)])),
    total, accepted, accepted_share: `${Math.floor((accepted * 1_000) / Math.max(total, 1)) / 10} %`, per_second: Math.round(total / elapsed), deadlocks, unnamed: [...new Set(unnamed)].slice(0, 20),
    missing: Object.entries(operations).filter(([, outcomes]) => !outcomes.accepted).map(([name]) => name), laws: lawCount, violations: found, repeat: `npm run hammer -- --seconds ${seconds} --clients ${clients} --seed ${seed}`,
  };
}

function percentiles(times: number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** What makes a run bad, in words; empty when it was good. */
export function complaints(report: HammerReport): string[] {
  return [
    ...report.violations, ...report.unnamed.map((text) => `an outcome without a name: ${text}`), ...report.missing.map((name) => `${name} was never accepted`),
    ...(report.deadlocks > 0 ? [`${report.deadlocks} deadlocks surfaced`] : []), ...(report.accepted * 10 < report.total * 4 ? [`only ${report.accepted_share} accepted`] : []),
  ];
}
