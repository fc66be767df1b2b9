import { expect, test } from "vitest";

import { quarterBefore, quarterOf } from "./quarter";
import { quarterIn } from "./quarters.server";

test("a day lies in a quarter, and quarters follow each other over the years", () => {
  expect(["2027-01-01", "2027-03-31", "2027-04-01", "2027-12-31"].map(quarterOf)).toEqual(["2027-Q1", "2027-Q1", "2027-Q2", "2027-Q4"]);
  expect([0, 1, 4, -1, -3].map((back) => quarterBefore("2027-02-14", back))).toEqual(["2027-Q1", "2026-Q4", "2026-Q1", "2027-Q2", "2027-Q4"]);
});

test("an address names a quarter by its first day, or none", () => {
  expect(["2027-Q1", "2027-Q4", "2027-Q5", "1999-Q1", "2027-q1", "", null].map(quarterIn)).toEqual(["2027-01-01", "2027-10-01", null, null, null, null, null]);
});
