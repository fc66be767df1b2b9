import { expect, test } from "vitest";

import { kindBars, reportShape } from "./report-shape.server";

test("rows of one period are drawn together, above and below zero, in their order", () => {
  const rows = [
    { on: "2026-01-01", in: "40.00", left: "10.00" },
    { on: "2026-01-01", in: "60.00", left: "0.00" },
    { on: "2026-02-01", in: "0.00", left: "-50.00" },
  ];
  const shape = reportShape(rows, ["in", "left"]);
  expect(shape).toMatchObject({ top: "100", bottom: "50", days: ["2026-01-01", "2026-02-01"] });
  // A hundred above and fifty below: zero stands at two thirds.
  expect(shape?.zero).toBeCloseTo(66.67, 1);
  expect(shape?.series[0]?.[0]).toMatchObject({ y: 0, height: 66.67 });
  expect(shape?.series[1]?.[1]).toMatchObject({ y: 66.67, height: 33.33 });
  expect(shape?.series[0]?.[1]?.height).toBe(0);
});

test("nothing is drawn of nothing", () => {
  expect(reportShape([], ["in"])).toBeNull();
  expect(reportShape([{ on: "2026-01-01", in: "0.00" }], ["in"])).toBeNull();
});

test("the longest bar of all kinds is whole", () => {
  expect(kindBars([{ in: "10.00", out: "0.00" }, { in: "5.00", out: "20.00" }])).toMatchObject([{ inWidth: 50, outWidth: 0 }, { inWidth: 25, outWidth: 100 }]);
});
