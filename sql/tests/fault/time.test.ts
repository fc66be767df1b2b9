/** Short form of `npm run fault -- --suite time`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { time } from "../../../bench/fault/time";
import { short } from "./short";

const seeds = [7];

test.each(seeds)("thirty years in ten seconds, seed %d: every day once, of the closed form, on its own date", async (seed) => {
  const { checked_operations, faults, facts } = await short(time, seed, 10);
  expect(facts.years).toBe(30);
  expect(checked_operations.accrual).toBeGreaterThan(500);
  expect(Object.keys(faults)).toEqual(["run twice", "worker killed in a part"]);
}, 180_000);
