import { expect, test } from "vitest";

import { readStory } from "./read-story.ts";

const register = { at: "2027-01-01T10:00:00+00:00", do: "register", member: "ann" };

function failureOf(file: object) {
  const read = readStory(JSON.stringify({ story: "test", ...file }), "file");
  return read.ok ? "ok" : read.failed;
}

const stepFailure = (step: unknown) => failureOf({ steps: [register, step] });

test("a story may leave its settings out", () => {
  expect(failureOf({ steps: [register] })).toBe("ok");
});

test("an unknown verb names its step", () => {
  expect(stepFailure({ do: "dance" })).toEqual([{ step: 1, key: "do", expected: "a known verb", actual: "\"dance\"" }]);
});

test("an unknown key names its step, also inside another step", () => {
  expect(stepFailure({ do: "deposit", member: "ann", amount: "1.00", colour: "red" })).toEqual([{ step: 1, key: "colour", expected: "a known key", actual: "an unknown key" }]);
  expect(stepFailure({ do: "refused", code: "not_active", step: { do: "deposit", member: "ann", amuont: "1.00", amount: "1.00" } })).toEqual([{ step: 1, key: "amuont", expected: "a known key", actual: "an unknown key" }]);
  expect(stepFailure({ do: "expect", treasury: { name: "returns", balance: "1.00", sum: "1.00" } })).toEqual([{ step: 1, key: "treasury.sum", expected: "a known key", actual: "an unknown key" }]);
  expect(stepFailure({ do: "expect", weather: "fine" })).toEqual([{ step: 1, key: "weather", expected: "a known form of expect", actual: "an unknown key" }]);
});

test("a missing key is named with what it should be", () => {
  expect(stepFailure({ do: "deposit", member: "ann" })).toMatchObject([{ step: 1, key: "amount", actual: "nothing" }]);
  expect(stepFailure({ member: "ann" })).toEqual([{ step: 1, key: "do", expected: "a verb", actual: "nothing" }]);
  expect(stepFailure("rest")).toMatchObject([{ step: 1, key: "step", actual: "\"rest\"" }]);
});

test("amounts are text, counts are numbers", () => {
  expect(stepFailure({ do: "deposit", member: "ann", amount: 5 })).toMatchObject([{ step: 1, key: "amount", actual: "5" }]);
  expect(stepFailure({ do: "expect", journals: { kind: "deposit", count: "1" } })).toMatchObject([{ step: 1, key: "journals.count", actual: "\"1\"" }]);
  expect(failureOf({ settings: { sign_on_bonus: 10 }, steps: [] })).toMatchObject([{ step: null, key: "sign_on_bonus", actual: "10" }]);
});

test("a payout names its gross amount, and a quarter its year", () => {
  expect(stepFailure({ do: "payout", member: "ann" })).toMatchObject([{ step: 1, key: "gross", actual: "nothing" }]);
  expect(stepFailure({ do: "expect", payout: "june", status: "lost" })).toMatchObject([{ step: 1, key: "status", actual: "\"lost\"" }]);
  expect(stepFailure({ do: "expect", tax_register: { member: "ann", quarter: "2027-4", sum: "1.00" } })).toMatchObject([{ step: 1, key: "tax_register.quarter" }]);
});

test("who joins is one member or so many, and a slot has a parent and a side", () => {
  expect(stepFailure({ do: "join" })).toMatchObject([{ step: 1, expected: "either `member` or `n`" }]);
  expect(stepFailure({ do: "join", member: "ann", parent: "bo" })).toMatchObject([{ step: 1, expected: "`parent` and `side` together" }]);
  expect(failureOf({ settings: { pair_value: "500.00", count_on: "placement" }, steps: [register] })).toBe("ok");
});

test("one form per expectation", () => {
  expect(stepFailure({ do: "expect", member: "ann", wallets: {}, books: { balanced: true } })).toEqual([{ step: 1, key: "expect", expected: "one form per step", actual: "member and books" }]);
});

test("an instant needs its offset, and a day has to exist", () => {
  expect(stepFailure({ at: "2027-01-01T10:00:00", do: "run_day", date: "2027-01-01" })).toMatchObject([{ step: 1, key: "at", actual: "\"2027-01-01T10:00:00\"" }]);
  expect(stepFailure({ do: "run_day", date: "2027-02-29" })).toMatchObject([{ step: 1, key: "date", actual: "\"2027-02-29\"" }]);
});

test("an unknown setting is refused", () => {
  expect(failureOf({ settings: { weather: "fine" }, steps: [] })).toEqual([{ step: null, key: "weather", expected: "a known key", actual: "an unknown key" }]);
});
