import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";

import type { History } from "~/db/ledger.server";
import { compareAmounts, half, roundedUp, shareOf } from "~/money/decimal";

/** Balances over time as paths in a field of 100 by 100 that is stretched to its place; made on the server, so that no library reaches the browser. */
export type BalanceShape = {
  total: string;
  invested: string;
  edge: string;
  /** what stands at the top of the axis and in its middle */
  top: string;
  middle: string;
  /** where the names of the last day's heights stand, in percent from the top: clear of the line and of each other */
  labels: { total: number; invested: number | null };
  /** days named under the axis */
  days: string[];
};

/** Height of a name, in percent of the smallest drawing, with some air. */
const name = 12;
const within = (height: number): number => Math.min(Math.max(height, name / 2), 100 - name / 2);

export function balanceShape({ days }: Pick<History, "days">): BalanceShape | null {
  const last = days.at(-1);
  if (!last || days.every(({ total }) => compareAmounts(total, "0") === 0)) return null;
  const top = roundedUp(days.reduce((most, { total }) => (compareAmounts(total, most) > 0 ? total : most), "0"));
  const x = scaleLinear([0, days.length], [0, 100]);
  const y = scaleLinear([0, 1], [100, 0]);
  // A day holds until it ends, so the last one has a width as well.
  const points = [...days, last].map((day, at) => ({ at: x(at), total: y(shareOf(day.total, top)), invested: y(shareOf(day.invested, top)) }));
  const under = (value: (point: (typeof points)[number]) => number) => area<(typeof points)[number]>().x(({ at }) => at).y0(100).y1(value).curve(curveStepAfter).digits(2)(points) ?? "";
  const end = points.at(-1) ?? { total: 0, invested: 100 };
  const any = days.some(({ invested }) => compareAmounts(invested, "0") !== 0);
  const above = end.total >= name ? end.total - name / 2 : end.total + name / 2;
  const total = within(Math.min(above, any ? 100 - name * 1.5 : 100));
  return {
    total: under((point) => point.total),
    invested: under((point) => point.invested),
    edge: line<(typeof points)[number]>().x(({ at }) => at).y(({ total: height }) => height).curve(curveStepAfter).digits(2)(points) ?? "",
    top,
    middle: half(top),
    labels: { total, invested: any ? within(Math.max(end.invested + name / 2, total + name)) : null },
    days: [days[0], days[Math.floor(days.length / 2)], last].flatMap((day) => (day ? [day.on] : [])),
  };
}
