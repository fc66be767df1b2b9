/**
 * Row 30: the tests would notice. Each constraint, index, trigger, policy, lock and guard is taken away in turn, in a copy of the
 * migrated template, and the suite's own files are run on that copy until one fails.
 *
 * With less than fifteen minutes and nothing to resume a sample is drawn of what was noticed in the last long run, and the file that noticed it must notice it
 * again. With more, every file is measured once and the whole population is tried in an order drawn by the seed, until the time is over.
 */
import path from "node:path";

import pg from "pg";

import type { Findings } from "./findings";
import { lastKillers, openResumed, reviewed } from "./mutation/kept";
import { openMutants, template, type Mutants } from "./mutation/ground";
import { population, type Mutant } from "./mutation/population";
import { openRunner, type Runner } from "./mutation/runner";
import { measure, suspects } from "./mutation/tests";
import { judge, type Verdict } from "./mutation/trial";
import { randomFrom } from "../hammer/random";
import type { Settings, Suite } from "./suite";

const root = path.join(import.meta.dirname, "../..");
const longRun = 900;
/** Seconds of tests, as they were measured on the whole template, after which a mutant counts as survived. */
const patience = 12;
const asked = 95;

type Judged = { mutant: Mutant; verdict: Verdict };
const noticed = ({ verdict }: Judged): boolean => verdict.word === "killed" || verdict.word === "killed by set-up";

async function all(ground: Mutants): Promise<Mutant[]> {
  const client = new pg.Client({ connectionString: ground.url(template) });
  await client.connect();
  try {
    return await population(client);
  } finally {
    await client.end();
  }
}

function drawn<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return list.map((one) => ({ one, at: random.int(2 ** 31) })).sort((a, b) => a.at - b.at).map(({ one }) => one);
}

/** Who noticed it last time is asked again. */
async function sample(ground: Mutants, runner: Runner, { seed, seconds, most = Infinity }: Settings, mutants: readonly Mutant[]): Promise<Judged[]> {
  const killers = lastKillers();
  const until = performance.now() + seconds * 1_000;
  const judged: Judged[] = [];
  for (const mutant of drawn(mutants.filter(({ id }) => killers[id] !== undefined && runner.files.includes(killers[id])), seed)) {
    if (performance.now() > until || judged.length >= most) break;
    judged.push({ mutant, verdict: await judge(mutant, ground, runner, [{ file: killers[mutant.id] ?? "", seconds: 0 }], patience) });
  }
  return judged;
}

async function whole(ground: Mutants, runner: Runner, { seed, seconds, shard, resume }: Settings, mutants: readonly Mutant[]): Promise<Judged[]> {
  const until = performance.now() + seconds * 1_000;
  const told = (line: string) => process.stderr.write(`  ${line}\n`);
  const resumed = openResumed(resume, root);
  const known = new Set(resumed.reaches().map(({ file }) => file));
  await measure(runner, { ...ground, template }, (reach) => {
    resumed.measured(reach);
    told(`${reach.file} ${reach.seconds} s`);
  }, (file) => !known.has(file));
  const reaches = resumed.reaches().filter(({ file }) => runner.files.includes(file));
  const killers = lastKillers();
  const judged: Judged[] = [];
  for (const [at, mutant] of drawn(mutants, seed).entries()) {
    if (shard && at % shard.of !== shard.part - 1) continue;
    const before = resumed.verdict(mutant);
    const over = performance.now() > until;
    // Tests are added: what survived before is tried again, as long as there is time.
    if (before && (over || before.word !== "survived")) {
      judged.push({ mutant, verdict: before });
      continue;
    }
    if (over) continue;
    const list = suspects(mutant, reaches, root);
    const first = list.filter(({ file }) => file === killers[mutant.id]);
    const verdict = await judge(mutant, ground, runner, [...first, ...list.filter((one) => !first.includes(one))], patience);
    resumed.judged(mutant, verdict);
    told(`${verdict.word}: ${mutant.id}${verdict.by ? ` by ${verdict.by}` : ""}`);
    judged.push({ mutant, verdict });
  }
  return judged;
}

function report(judged: readonly Judged[], mutants: readonly Mutant[], settings: Settings, findings: Findings): void {
  for (const { mutant, verdict } of judged) {
    findings.operation(mutant.kind, verdict.word);
    findings.checked(mutant.kind);
  }
  const reasons = reviewed();
  const survived = judged.filter(({ verdict }) => verdict.word === "survived");
  const valid = judged.filter(({ verdict }) => verdict.word !== "invalid");
  const count = (list: readonly Judged[], kind: string) => list.filter(({ mutant }) => mutant.kind === kind).length;
  const kinds = [...new Set(mutants.map(({ kind }) => kind))].sort();
  const share = (part: number, of: number) => (of === 0 ? null : Math.round((part * 1_000) / of) / 10);
  const killedBy: Record<string, string[]> = {};
  for (const one of judged.filter(noticed)) (killedBy[one.verdict.by ?? ""] ??= []).push(one.mutant.id);
  Object.assign(findings.facts, {
    population: mutants.length, tried: judged.length, killed: valid.filter(noticed).length, killed_percent: share(valid.filter(noticed).length, valid.length),
    by_kind: Object.fromEntries(kinds.map((kind) => [kind, { population: mutants.filter((mutant) => mutant.kind === kind).length, tried: count(judged, kind), killed: count(judged.filter(noticed), kind), killed_percent: share(count(valid.filter(noticed), kind), count(valid, kind)) }])),
    survivors: Object.fromEntries(survived.map(({ mutant: { id } }) => [id, reasons[id] ?? "not reviewed"])),
    invalid: Object.fromEntries(judged.filter(({ verdict }) => verdict.word === "invalid").map(({ mutant, verdict }) => [mutant.id, verdict.test])),
    reviewed_but_killed: judged.filter(noticed).map(({ mutant: { id } }) => id).filter((id) => id in reasons),
    killed_by: Object.fromEntries(Object.entries(killedBy).sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, ids]) => [file, ids.sort()])),
  });
  for (const { mutant: { id } } of survived) findings.check("a survivor is reviewed", id in reasons, () => id);
  if (!settings.only) for (const id of Object.keys(reasons)) findings.check("what was reviewed is in the population", mutants.some((mutant) => mutant.id === id), () => id);
  if (judged.length >= 100) findings.check(`at least ${asked} of 100 are noticed`, valid.filter(noticed).length * 100 >= valid.length * asked, () => `${valid.filter(noticed).length} of ${valid.length}`);
}

export const mutation: Suite = {
  name: "mutation", rows: "30",
  async run(_ground, settings, findings) {
    const ground = await openMutants();
    try {
      const mutants = (await all(ground)).filter(({ id }) => id.includes(settings.only ?? ""));
      const runner = await openRunner(root, ground.port);
      try {
        report(await (settings.seconds < longRun && !settings.resume ? sample : whole)(ground, runner, settings, mutants), mutants, settings, findings);
      } finally {
        await runner.close();
      }
    } finally {
      await ground.stop();
    }
  },
};
