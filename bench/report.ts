/** How every benchmark reports: a ratio inside one alternating run, with its median and range. */

export type Figure = {
  metric: string;
  /** median of ours */
  value: number;
  unit: string;
  baseline: string | null;
  /** ours ÷ baseline, or baseline ÷ ours where less is better: above 1 is better than the baseline */
  ratio: number | null;
  /** range of the ratio; without a baseline, of the value */
  min: number | null;
  max: number | null;
  reps: number;
};

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? sorted[middle], sorted[middle]];
  if (high === undefined || low === undefined) throw new Error("no measurements");
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The value that 95 of 100 do not exceed (nearest rank). */
export function p95(values: number[]): number {
  const found = [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];
  if (found === undefined) throw new Error("no measurements");
  return found;
}

/** Seconds that something takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** 1000000 → 1,000,000, for units. */
export const grouped = (count: number) => count.toLocaleString("en-US");

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Ratios are taken pair by pair, so that a machine that slows down in the middle slows both sides. */
export function compare(metric: string, unit: string, baseline: string, ours: number[], theirs: number[], lessIsBetter = false): Figure {
  if (ours.length !== theirs.length) throw new Error(`${metric}: ${ours.length} measurements against ${theirs.length} of ${baseline}`);
  const ratios = ours.map((value, n) => (lessIsBetter ? (theirs[n] ?? NaN) / value : value / (theirs[n] ?? NaN)));
  return { metric, value: round(median(ours)), unit, baseline, ratio: round(median(ratios)), min: round(Math.min(...ratios)), max: round(Math.max(...ratios)), reps: ours.length };
}

/** A figure that has a goal of its own and no baseline. */
export function plain(metric: string, unit: string, values: number[]): Figure {
  return { metric, value: round(median(values)), unit, baseline: null, ratio: null, min: round(Math.min(...values)), max: round(Math.max(...values)), reps: values.length };
}

export function print(figure: Figure, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    return;
  }
  const against = figure.baseline === null ? (figure.reps > 1 ? `  (${figure.min}–${figure.max})` : "") : `  ${figure.ratio} of ${figure.baseline} (${figure.min}–${figure.max})`;
  process.stdout.write(`${figure.metric.padEnd(26)} ${String(figure.value).padStart(12)} ${figure.unit.padEnd(14)}${against}  n=${figure.reps}\n`);
}
