import { scaleLinear } from "d3-scale";

import { addAmounts, compareAmounts, roundedUp, shareOf } from "~/money/decimal";
import { isNegative } from "~/money/format";
import type { ReportRow } from "~/reports/reports";

type Bar = { x: number; y: number; width: number; height: number };

/** Bars beside each other in a field of 100 by 100 that is stretched to its place; made on the server, so that no library reaches the browser. */
export type ReportShape = {
  /** one list for each drawn column, in its order */
  series: Bar[][];
  /** where zero is, in percent from the top */
  zero: number;
  top: string;
  /** null: nothing is below zero */
  bottom: string | null;
  /** days named under the axis: the first, a middle and the last */
  days: string[];
};

/** Part of a period's width that its bars fill. */
const filled = 0.76;

/** The drawn columns added up over all rows of a period. Null: there is nothing to draw. */
export function reportShape(rows: readonly ReportRow[], bars: readonly string[]): ReportShape | null {
  const periods = new Map<string, string[]>();
  for (const row of rows) {
    const on = String(row.on);
    const before = periods.get(on) ?? bars.map(() => "0");
    periods.set(on, bars.map((key, at) => addAmounts(before[at] ?? "0", String(row[key] ?? 0))));
  }
  const values = [...periods.values()].flat();
  const most = values.reduce((max, value) => (compareAmounts(value, max) > 0 ? value : max), "0");
  const least = values.reduce((min, value) => (compareAmounts(value, min) < 0 ? value : min), "0");
  if (most === "0" && least === "0") return null;
  const top = compareAmounts(most, "0") > 0 ? roundedUp(most) : "0";
  const bottom = isNegative(least) ? roundedUp(least.slice(1)) : null;
  // Lengths only: the figures themselves stand in the table.
  const unit = compareAmounts(top, bottom ?? "0") > 0 ? top : (bottom ?? "1");
  const y = scaleLinear([bottom === null ? 0 : -shareOf(bottom, unit), shareOf(top, unit)], [100, 0]);
  const x = scaleLinear([0, periods.size], [0, 100]);
  const width = ((x(1) - x(0)) * filled) / bars.length;
  const series = bars.map((_, nth) =>
    [...periods.values()].map((drawn, at): Bar => {
      const height = y(shareOf(drawn[nth] ?? "0", unit));
      return { x: rounded(x(at + (1 - filled) / 2) + nth * width), y: rounded(Math.min(height, y(0))), width: rounded(width), height: rounded(Math.abs(height - y(0))) };
    }),
  );
  const days = [...periods.keys()];
  return { series, zero: rounded(y(0)), top, bottom, days: [days[0], days[Math.floor(days.length / 2)], days.at(-1)].flatMap((day, at, all) => (day && all.indexOf(day) === at ? [day] : [])) };
}

const rounded = (length: number): number => Math.round(length * 100) / 100;

/** A kind of movement with the lengths of its two bars, in percent of the longest. */
export type KindBar<Kind> = Kind & { inWidth: number; outWidth: number };

export function kindBars<Kind extends { in: string; out: string }>(kinds: readonly Kind[]): KindBar<Kind>[] {
  const most = kinds.flatMap((kind) => [kind.in, kind.out]).reduce((max, value) => (compareAmounts(value, max) > 0 ? value : max), "0");
  return kinds.map((kind) => ({ ...kind, inWidth: rounded(shareOf(kind.in, most) * 100), outWidth: rounded(shareOf(kind.out, most) * 100) }));
}
