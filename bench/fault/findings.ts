/** What a suite saw: operations by kind and outcome, checks, faults, times and violations. Everything in a report comes from here. */

/** Milliseconds. */
export type Spread = { p50: number; p95: number; p99: number; max: number };
export type Summary = {
  operations: Record<string, Record<string, number>>;
  total: number;
  /** operations whose answer or effect was compared with a model, each once, by kind */
  checked_operations: Record<string, number>;
  checked_operations_total: number;
  /** every single comparison that was made, by law */
  comparisons: Record<string, number>;
  comparisons_total: number;
  faults: Record<string, number>;
  faults_total: number;
  milliseconds: Record<string, Spread>;
  recovery_milliseconds: Record<string, Spread & { count: number }>;
  facts: Record<string, unknown>;
  violations: string[];
  violations_total: number;
};

/** More of them than this say nothing new; their number is kept. */
const mostKept = 50;
/** A long run has more times than memory is worth: from here on every k-th is kept. */
const mostTimes = 20_000;

class Times {
  private readonly kept: number[] = [];
  private every = 1;
  private seen = 0;
  private max = 0;
  add(milliseconds: number): void {
    this.max = Math.max(this.max, milliseconds);
    if (this.seen % this.every === 0) this.kept.push(milliseconds);
    this.seen += 1;
    if (this.kept.length > mostTimes) {
      for (let at = 0; at < this.kept.length / 2; at += 1) this.kept[at] = this.kept[at * 2] ?? 0;
      this.kept.length = Math.ceil(this.kept.length / 2);
      this.every *= 2;
    }
  }
  get count(): number {
    return this.seen;
  }
  spread(): Spread {
    const sorted = [...this.kept].sort((a, b) => a - b);
    const tenths = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
    const at = (share: number) => tenths(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: tenths(this.max) };
  }
}

type Counts = Map<string, number>;
const bump = (counts: Counts, word: string, by = 1) => counts.set(word, (counts.get(word) ?? 0) + by);
const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0);
const sorted = <T>(map: Map<string, T>): Record<string, T> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

export class Findings {
  private readonly operations = new Map<string, Counts>();
  private readonly checkedOperations: Counts = new Map();
  private readonly comparisons: Counts = new Map();
  private readonly faultCounts: Counts = new Map();
  private readonly times = new Map<string, Times>();
  private readonly recoveries = new Map<string, Times>();
  private readonly kept: string[] = [];
  private wrong = 0;
  readonly facts: Record<string, unknown> = {};

  /** One operation of a kind ended with this word; milliseconds when it was timed. */
  operation(kind: string, outcome: string, milliseconds?: number): void {
    const counts = this.operations.get(kind) ?? new Map<string, number>();
    this.operations.set(kind, counts);
    bump(counts, outcome);
    if (milliseconds !== undefined) this.time(this.times, kind, milliseconds);
  }
  /** The answers of so many operations were compared. */
  checked(kind: string, count = 1): void {
    bump(this.checkedOperations, kind, count);
  }
  fault(kind: string): void {
    bump(this.faultCounts, kind);
  }
  recovered(kind: string, milliseconds: number): void {
    this.time(this.recoveries, kind, milliseconds);
  }
  violation(text: string): void {
    this.wrong += 1;
    if (this.kept.length < mostKept) this.kept.push(text.slice(0, 1_500));
  }
  /** Counts one comparison and, unless it held, a violation. */
  check(law: string, holds: boolean, otherwise: () => string): boolean {
    bump(this.comparisons, law);
    if (!holds) this.violation(`${law}: ${otherwise()}`);
    return holds;
  }
  /** The same for the answer of one operation. */
  answer(kind: string, law: string, holds: boolean, otherwise: () => string): boolean {
    this.checked(kind);
    return this.check(law, holds, otherwise);
  }
  count(kind: string, outcome: string): number {
    return this.operations.get(kind)?.get(outcome) ?? 0;
  }
  get violations(): number {
    return this.wrong;
  }
  get faults(): number {
    return sum(this.faultCounts.values());
  }

  private time(into: Map<string, Times>, kind: string, milliseconds: number): void {
    const times = into.get(kind) ?? new Times();
    into.set(kind, times);
    times.add(milliseconds);
  }

  summary(): Summary {
    return {
      operations: Object.fromEntries(Object.entries(sorted(this.operations)).map(([kind, counts]) => [kind, sorted(counts)])),
      total: sum([...this.operations.values()].flatMap((counts) => [...counts.values()])),
      checked_operations: sorted(this.checkedOperations), checked_operations_total: sum(this.checkedOperations.values()),
      comparisons: sorted(this.comparisons), comparisons_total: sum(this.comparisons.values()),
      faults: sorted(this.faultCounts), faults_total: sum(this.faultCounts.values()),
      milliseconds: Object.fromEntries(Object.entries(sorted(this.times)).map(([kind, times]) => [kind, times.spread()])),
      recovery_milliseconds: Object.fromEntries(Object.entries(sorted(this.recoveries)).map(([kind, times]) => [kind, { count: times.count, ...times.spread() }])),
      facts: this.facts, violations: this.kept, violations_total: this.wrong,
    };
  }
}

/** A one-time code that was wrong is answered and counted, with no effect and nothing kept under the request key: sent again, the answer says so again with one attempt less. */
export const hadEffect = (answer: { outcome?: unknown } | null): boolean => !["wrong", "used", "locked", "expired"].includes(String(answer?.outcome));
