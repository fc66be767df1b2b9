/** Counts calls to Postgres per web request: a page may take at most three, and a test holds us to it. */
import { AsyncLocalStorage } from "node:async_hooks";

type Count = { calls: number };

const storage = new AsyncLocalStorage<Count>();

/** Runs `work` (a whole web request) with a counter of its own. */
export function withRoundTrips<T>(work: () => T): T {
  return storage.run({ calls: 0 }, work);
}

/** Calls made so far in this request; 0 outside of one. */
export function roundTrips(): number {
  return storage.getStore()?.calls ?? 0;
}

export function countRoundTrip(): void {
  const count = storage.getStore();
  if (count) count.calls += 1;
}
