/** When things happen. The story ends now, so it is told in days and minutes before now. */
import type { World } from "./world";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export type Happening = { at: Date; what: (world: World, at: Date) => Promise<void> };

export class Timeline {
  private readonly happenings: Happening[] = [];
  constructor(private readonly now: Date) {}

  /** On the day that many days ago, at a time of day in UTC. */
  day(daysAgo: number, time: `${number}:${number}`, what: Happening["what"]): void {
    const midnight = Date.parse(`${new Date(this.now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10)}T00:00:00Z`);
    const [hours = 0, minutes = 0] = time.split(":").map((part) => Number.parseInt(part, 10));
    this.happenings.push({ at: new Date(midnight + (hours * 60 + minutes) * minuteMs), what });
  }

  /** That many minutes ago: for what waits on the desk this morning. */
  minutesAgo(minutes: number, what: Happening["what"]): void {
    this.happenings.push({ at: new Date(this.now.getTime() - minutes * minuteMs), what });
  }

  /** Everything in its order; what falls on the same minute in the order it was told. */
  inOrder(): Happening[] {
    return this.happenings
      .filter(({ at }) => at <= this.now)
      .map((happening, told) => ({ happening, told }))
      .sort((a, b) => a.happening.at.getTime() - b.happening.at.getTime() || a.told - b.told)
      .map(({ happening }) => happening);
  }
}
