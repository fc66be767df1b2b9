/** Random choices that a seed repeats (mulberry32). */
export type Random = { int(most: number): number; pick<T>(list: readonly T[]): T | undefined; chance(percent: number): boolean; amount(most: number): string; uuid(): string };

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const int = (most: number): number => (most <= 0 ? 0 : next() % most);
  const hex = (digits: number): string => Array.from({ length: digits }, () => int(16).toString(16)).join("");
  return {
    int,
    pick: (list) => list[int(list.length)],
    chance: (percent) => int(100) < percent,
    /** decimal text from 0.01 to `most` units */
    amount: (most) => `${int(most)}.${String(1 + int(99)).padStart(2, "0")}`,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
