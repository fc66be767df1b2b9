import { expect, test } from "vitest";

import { half, roundedUp, shareOf } from "~/money/decimal";
import { balanceShape } from "./balance-shape.server";

const days = (...totals: [string, string][]) => ({ days: totals.map(([total, invested], at) => ({ on: `2027-03-0${at + 1}`, total, invested })) });

test("an axis ends at a round number that no balance exceeds", () => {
  expect(["0", "0.01", "9", "10", "10.01", "8964.20", "2500", "90000000000000.01"].map(roundedUp)).toEqual(["1", "0.01", "10", "10", "20", "10000", "2500", "100000000000000"]);
  expect(half("25")).toBe("12.5");
  expect(shareOf("1.00", "0")).toBe(0);
  expect(shareOf("90000000000000.00", "100000000000000")).toBe(0.9);
});

test("nothing is drawn of nothing", () => {
  expect(balanceShape(days())).toBeNull();
  expect(balanceShape(days(["0.00", "0.00"], ["0.00", "0.00"]))).toBeNull();
});

test("each day holds until it ends, the last one too, and heights are shares of the axis", () => {
  const shape = balanceShape(days(["50.00", "0.00"], ["100.00", "25.00"]));
  expect(shape).toMatchObject({ top: "100", middle: "50", edge: "M0,50L50,50L50,0L100,0L100,0", days: ["2027-03-01", "2027-03-02", "2027-03-02"] });
  expect(shape?.invested).toContain("L50,75");
});

test("names stand inside the drawing and apart, whatever the heights", () => {
  for (const [total, invested] of [["100.00", "100.00"], ["100.00", "0.01"], ["0.01", "0.01"], ["60.00", "59.00"], ["100.00", "0.00"]] as const) {
    const labels = balanceShape(days(["100.00", "50.00"], [total, invested]))?.labels;
    const heights = [labels?.total ?? -1, ...(labels?.invested === null ? [] : [labels?.invested ?? -1])];
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(6), expect(height).toBeLessThanOrEqual(94);
    if (heights.length > 1) expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThanOrEqual(11.9);
  }
});
