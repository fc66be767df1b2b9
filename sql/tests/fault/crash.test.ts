/** Short form of `npm run fault -- --suite crash`: a few points of the sweep. */
import { expect, test } from "vitest";

import { crash } from "../../../bench/fault/crash";
import { short } from "./short";

test("the server killed at a few messages of a scenario: each time it comes to the same end as without", async () => {
  const { facts, faults_total } = await short(crash, 7, 12);
  expect(facts.points_swept).toBeGreaterThan(1);
  expect(faults_total).toBe(facts.points_swept);
}, 180_000);
