/** Short forms of `npm run fault -- --suite smtp`, `decisions` and `history`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { decisions } from "../../../bench/fault/decisions";
import { history } from "../../../bench/fault/history";
import { smtp } from "../../../bench/fault/smtp";
import { short } from "./short";

const seed = 7;

test("eight seconds of a moody mail server: every mail arrived or is parked with the reason", async () => {
  const { facts, checked_operations, faults } = await short(smtp, seed, 8);
  expect(facts.lost).toBe(0);
  expect(checked_operations.mail).toBeGreaterThan(20);
  expect(Object.keys(faults).length).toBeGreaterThan(2);
}, 180_000);

test("six seconds of people who decide at once and ends of holds at once: one of them counts", async () => {
  const { facts, checked_operations } = await short(decisions, seed, 6);
  expect(facts.rounds).toBeGreaterThan(15);
  expect(Object.keys(checked_operations)).toEqual(expect.arrayContaining(["deposit", "hold"]));
}, 120_000);

test("nobody edits history, the owner and the superuser included", async () => {
  const { checked_operations_total } = await short(history, seed, 1);
  expect(checked_operations_total).toBeGreaterThan(600);
}, 120_000);
