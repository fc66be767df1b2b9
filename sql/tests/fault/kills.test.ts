/** Short form of `npm run fault -- --suite kills`: one of each kind at least. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { kills } from "../../../bench/fault/kills";
import { short } from "./short";

const seeds = [7];

test.each(seeds)("backend, client, worker and server killed under load, seed %d: what was acknowledged is there once, what was not is resolved", async (seed) => {
  const { faults, facts, recovery_milliseconds, checked_operations_total } = await short(kills, seed, 12);
  expect(facts.kills).toBeGreaterThanOrEqual(4);
  expect(Object.keys(recovery_milliseconds).sort()).toEqual(["backend", "client", "server", "worker"]);
  expect(Object.keys(faults).some((kind) => kind.startsWith("backend in "))).toBe(true);
  expect(checked_operations_total).toBeGreaterThan(50);
}, 240_000);
