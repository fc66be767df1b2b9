/** What is kept between runs: the reviewed survivors, who noticed what in the last long run, and a run that is to be resumed. */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";

import type { Mutant } from "./population";
import type { Reach } from "./tests";
import type { Verdict } from "./trial";

const here = import.meta.dirname;

/** Mutants that nothing notices, each with the reason why that is right; read in review. */
export const reviewed = (): Record<string, string> => JSON.parse(readFileSync(path.join(here, "survivors.json"), "utf8")) as Record<string, string>;

/** Which file noticed each mutant in the last long run. */
export function lastKillers(): Record<string, string> {
  const file = path.join(here, "../../../docs/reports/mutation.json");
  if (!existsSync(file)) return {};
  const { facts } = JSON.parse(readFileSync(file, "utf8")) as { facts?: { killed_by?: Record<string, string[]> } };
  return Object.fromEntries(Object.entries(facts?.killed_by ?? {}).flatMap(([killer, ids]) => ids.map((id) => [id, killer])));
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

type Line = { reach: Reach; of: string } | { id: string; of: string; verdict: Verdict };

/** A file of lines, one a fact. A verdict holds while the mutant's statement is the same; a measurement while the test file is. */
export function openResumed(file: string | undefined, root: string) {
  const lines = file && existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line) : [];
  const textOf = (test: string) => (existsSync(path.join(root, test)) ? hash(readFileSync(path.join(root, test), "utf8")) : "");
  const reaches = new Map<string, Reach>();
  const verdicts = new Map<string, { of: string; verdict: Verdict }>();
  for (const line of lines) {
    if (!("reach" in line)) verdicts.set(line.id, line);
    else if (line.of === textOf(line.reach.file)) reaches.set(line.reach.file, line.reach);
  }
  const write = (line: Line) => { if (file) appendFileSync(file, `${JSON.stringify(line)}\n`); };
  return {
    reaches: () => [...reaches.values()],
    measured: (reach: Reach) => {
      reaches.set(reach.file, reach);
      write({ reach, of: textOf(reach.file) });
    },
    verdict: ({ id, sql }: Mutant): Verdict | null => {
      const known = verdicts.get(id);
      return known?.of === hash(sql) ? known.verdict : null;
    },
    judged: ({ id, sql }: Mutant, verdict: Verdict) => write({ id, of: hash(sql), verdict }),
  };
}
