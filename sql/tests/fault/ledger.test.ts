/** Short form of `npm run fault -- --suite ledger`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { ledger } from "../../../bench/fault/ledger";
import { short } from "./short";

const seeds = [7];

test.each(seeds)("six seconds of postings from everywhere: each answer and each row is the model's, seed %d", async (seed) => {
  const { checked_operations, operations } = await short(ledger, seed, 6);
  expect(Object.keys(checked_operations).sort()).toEqual(["end_hold", "hold", "move", "post", "read", "reverse"]);
  expect(checked_operations.move).toBeGreaterThan(500);
  expect(operations.move).toMatchObject({ accepted: expect.any(Number), key_reuse: expect.any(Number), insufficient_available: expect.any(Number) });
}, 120_000);
