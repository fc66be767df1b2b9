/** Short form of `npm run fault -- --suite links`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { links } from "../../../bench/fault/links";
import { short } from "./short";

const seeds = [7];

test.each(seeds)("eight seconds over lines that break around the commit, seed %d: each command has one effect", async (seed) => {
  const { faults, faults_total } = await short(links, seed, 8);
  expect(faults_total).toBeGreaterThan(50);
  for (const how of ["command torn", "commit held back", "commit sent", "answer lost", "answer torn"]) expect(Object.keys(faults).some((kind) => kind.startsWith(how))).toBe(true);
}, 120_000);
