/** Short form of `npm run fault -- --suite hammer`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { hammer } from "../../../bench/fault/hammer";
import { short } from "./short";

const seeds = [7];

test.each(seeds)("five seconds of everything at once, seed %d: books balance, nothing is below zero, every member has what was acknowledged", async (seed) => {
  const { total, checked_operations } = await short(hammer, seed, 5);
  expect(total).toBeGreaterThan(100);
  expect(Object.keys(checked_operations)).toEqual(expect.arrayContaining(["member_deposit_submit", "staff_decide", "member_invest", "member_withdraw"]));
}, 120_000);
