/** How every benchmark reports: a ratio inside one alternating run, with its median and range. */

export type Figure = {
  metric: string;
  /** median of ours */
  value: number;
  unit: string;
  baseline: string | null;
  /** ours ÷ baseline, or baseline ÷ ours where less is better: above 1 is better than the baseline */
  ratio: number | null;
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

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Ratios are taken pair by pair, so that a machine that slows down in the middle slows both sides. */
export function compare(metric: string, unit: string, baseline: string, ours: number[], theirs: number[], lessIsBetter = false): Figure {
  const ratios = ours.map((value, n) => (lessIsBetter ? (theirs[n] ?? NaN) / value : value / (theirs[n] ?? NaN)));
  return { metric, value: round(median(ours)), unit, baseline, ratio: round(median(ratios)), min: round(Math.min(...ratios)), max: round(Math.max(...ratios)), reps: ours.length };
}

export function print(figure: Figure, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    return;
  }
  const against = figure.baseline === null ? "" : `  ${figure.ratio} of ${figure.baseline} (${figure.min}–${figure.max})`;
  process.stdout.write(`${figure.metric.padEnd(26)} ${String(figure.value).padStart(12)} ${figure.unit.padEnd(14)}${against}  n=${figure.reps}\n`);
}
