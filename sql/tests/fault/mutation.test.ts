/** Short form of `npm run fault -- --suite mutation`: a dozen of what the suite noticed in the last long run is noticed again. */
import { expect, test } from "vitest";

import { mutation } from "../../../bench/fault/mutation";
import { short } from "./short";

const seed = 7;

test("twelve mutants of the last long run are noticed by the file that noticed them", async () => {
  const { facts, checked_operations_total } = await short(mutation, seed, 40, { most: 12 });
  expect(facts.killed).toBe(facts.tried);
  // Twelve on a quiet machine; the time is kept on a busy one.
  expect(checked_operations_total).toBeGreaterThan(0);
}, 180_000);
