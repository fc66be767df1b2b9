import { setTimeout as sleep } from "node:timers/promises";

export type Repeating = {
  /** no further round begins; settles when the present one is done */
  stop: () => Promise<void>;
  /** begins the next round now */
  nudge: () => void;
};

/**
 * Does `work` now and again `everyMs` after it has finished, one round at a time. The work may answer how long to wait
 * instead. It must handle its own errors: a round that throws ends the process, which is what an unforeseen error should do.
 */
export function repeat(everyMs: number, work: () => Promise<number | void>): Repeating {
  let stopped = false;
  let alarm = new AbortController();
  const rounds = (async () => {
    while (!stopped) {
      const wait = (await work()) ?? everyMs;
      if (stopped) return;
      await sleep(wait, undefined, { signal: alarm.signal }).catch(() => undefined);
      alarm = new AbortController();
    }
  })();
  const nudge = () => alarm.abort();
  return {
    nudge,
    stop: async () => {
      stopped = true;
      nudge();
      await rounds;
    },
  };
}
