/** Short forms of `npm run fault -- --suite smtp`, `decisions`, `history` and `network`. A seed that fails is kept here. */
import { expect, test } from "vitest";

import { decisions } from "../../../bench/fault/decisions";
import { history } from "../../../bench/fault/history";
import { network } from "../../../bench/fault/network";
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

test("eight seconds of people who are placed, counted and taken back at once: the tree is binary, counts equal a recount, pairs are numbered and paid", async () => {
  const { facts, checked_operations } = await short(network, seed, 8);
  expect(Object.keys(checked_operations).sort()).toEqual(["count", "join", "join one slot", "join thrice", "take back"]);
  expect(facts.pairs).toBeGreaterThan(20);
}, 180_000);
