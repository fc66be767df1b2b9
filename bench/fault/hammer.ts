/** Rows 1, 2, 3 and 9 through the counter: every operation of the money path at once, then members' money is replayed and the rows are summed. */
import { constraintProblems } from "../../app/db/constraint-problems";
import { openDesk, refusalOf, type Desk } from "../../sql/tests/support/builders";
import { lawCount, unpaid, violations } from "../hammer/check";
import { compareMembers } from "../hammer/model";
import { idle, mix } from "../hammer/operations";
import { randomFrom } from "../hammer/random";
import { buildWorld, type Client } from "../hammer/world";
import type { Findings } from "./findings";
import type { Suite } from "./suite";

const clients = 24;
/** On a busy machine a short run may end before the last link of a chain (request, approve, send, confirm): it goes on until then. */
const patienceMs = 60_000;

const deck = mix.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
const runs = new Map(mix.map(([name, , run]) => [name, run]));

/** The word for how a step ended; what has none is a defect. */
export function wordFor(error: unknown): { word: string; named: boolean } {
  const refusal = refusalOf(error);
  if (refusal) return { word: refusal.code, named: true };
  const { code = "", constraint = "", message = String(error) } = error as { code?: string; constraint?: string; message?: string };
  const known = constraint ? constraintProblems[constraint] : undefined;
  return known ? { word: known.code, named: true } : { word: code || message, named: false };
}

/** One step of one client, counted. An outcome that has no name is a violation. */
export async function step(client: Client, name: string, findings: Findings): Promise<void> {
  const begun = performance.now();
  const word = await (runs.get(name) ?? mix[0]?.[2])?.(client).catch((error: unknown) => {
    const found = wordFor(error);
    const { message = "", detail = "", where = "" } = error as { message?: string; detail?: string; where?: string };
    if (!found.named) findings.violation(`${name} ended without a name: ${found.word} ${message} ${detail} ${where}`);
    return found.word;
  });
  findings.operation(name, word ?? idle, performance.now() - begun);
}

/** Everything that is due is done, until nothing moves any more. */
export async function rest(desk: Desk): Promise<void> {
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
}

export const hammer: Suite = {
  name: "hammer", rows: "1, 2, 3, 9",
  async run(ground, { seed, seconds }, findings) {
    const database = await ground.database();
    const desk = await openDesk(database, clients);
    try {
      const world = await buildWorld(desk, seed);
      const until = performance.now() + seconds * 1_000;
      const missing = () => mix.map(([name]) => name).filter((name) => findings.count(name, "accepted") === 0);
      await Promise.all(Array.from({ length: clients }, async (_, n) => {
        const client: Client = { world, random: randomFrom(seed * 1_000 + n) };
        // Each begins somewhere else in the list of all, so that none is missing however short the run.
        const opening = [...mix.slice(n % mix.length), ...mix.slice(0, n % mix.length)].map(([name]) => name);
        while (performance.now() < until || (missing().length > 0 && performance.now() < until + patienceMs)) await step(client, opening.shift() ?? client.random.pick(deck) ?? "read_public", findings);
      }));
      await rest(desk);
      await compareMembers(desk, world, findings);
      for (const text of [...(await violations(desk)), ...(await unpaid(desk)), ...world.differences.map((one) => `the same command has the same answer: ${one}`), ...missing().map((name) => `${name} was never accepted`)]) findings.violation(text);
      const counted = Object.values(findings.summary().operations).flatMap((outcomes) => Object.entries(outcomes)).filter(([word]) => word !== idle);
      const sum = (list: [string, number][]) => list.reduce((all, [, count]) => all + count, 0);
      const [total, accepted] = [sum(counted), sum(counted.filter(([word]) => word === "accepted"))];
      if (accepted * 10 < total * 4) findings.violation(`only ${accepted} of ${total} accepted`);
      findings.facts.accepted_percent = Math.floor((accepted * 100) / Math.max(total, 1));
      findings.facts.laws = lawCount;
    } finally {
      await desk.close();
      await database.drop();
    }
  },
};
