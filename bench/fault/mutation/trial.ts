/** One mutant before its judges: the files that can notice are asked in turn until one fails. */
import { sweep, type Suspects } from "./tests";
import type { Mutants } from "./ground";
import type { Mutant } from "./population";
import type { Runner } from "./runner";

export type Verdict = {
  /** killed: a test failed. killed by set-up: a file could not build its world, and no test of another file failed. */
  word: "killed" | "killed by set-up" | "survived" | "invalid";
  /** the file that noticed, and its test */
  by: string | null;
  test: string | null;
  asked: number;
};

/** Set-ups that failed before one of them is taken for the answer: a test that says which law broke is worth more. */
const mostSetUps = 3;

export async function judge(mutant: Mutant, ground: Mutants, runner: Runner, asked: Suspects, patience: number): Promise<Verdict> {
  const made = await ground.make(mutant);
  if (made.name === null) return { word: "invalid", by: null, test: made.refused, asked: 0 };
  const setUps: { file: string; test: string | null }[] = [];
  let count = 0;
  try {
    for (let seconds = 0; count < asked.length && seconds < patience && setUps.length < mostSetUps; count += 1) {
      const file = asked[count]?.file ?? "";
      const outcome = await runner.run(file, made.name);
      seconds += asked[count]?.seconds ?? 0;
      if (outcome.word === "failed") return { word: "killed", by: file, test: outcome.by, asked: count + 1 };
      if (outcome.word === "loads not") setUps.push({ file, test: outcome.by });
    }
  } finally {
    await sweep(ground.admin);
    await ground.drop(made.name);
  }
  const [first] = setUps;
  if (first) return { word: "killed by set-up", by: first.file, test: first.test, asked: count };
  return { word: "survived", by: null, test: null, asked: count };
}
