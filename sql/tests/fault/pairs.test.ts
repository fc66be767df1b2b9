/** Short form of `npm run fault -- --suite pairs`: the operations that meet on one member's money, on one request and on one key. */
import { expect, test } from "vitest";

import { playPairs } from "../../../bench/fault/pairs";
import { short } from "./short";

const meeting = [
  ["what is spent once", ["withdrawal requested", "invest from deposit", "move", "deposit approved"]],
  ["one request", ["withdrawal approved", "withdrawal rejected", "withdrawal cancelled"]],
  ["one treasury", ["settle", "accrue", "treasury taken back", "treasury funded"]],
  ["one key", ["move under one key", "another move under that key", "withdrawal under one key"]],
] as const;

test.each(meeting)("%s: every pair in all twenty interleavings is one of the two serial orders", async (_, names) => {
  const summary = await short({ name: "pairs", rows: "", run: (ground, settings, findings) => playPairs(ground, settings, findings, names) }, 7, 120);
  const pairs = (names.length * (names.length + 1)) / 2;
  expect(summary).toMatchObject({ checked_operations_total: pairs * 20, facts: { exhaustive: true } });
  expect(summary.operations["two transactions"]?.["one waited"]).toBeGreaterThan(0);
}, 180_000);
