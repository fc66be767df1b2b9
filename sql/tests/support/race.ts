/** Works that are begun at the same moment, and what became of each: an answer, or the code of the refusal. Anything else is a failure. */
import { refusalOf } from "./builders";

export type Outcome<T> = { answer: T; refused: null } | { answer: null; refused: string };

export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await work, refused: null };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { answer: null, refused: refusal.code };
  }
}

export function together<T>(...works: (() => Promise<T>)[]): Promise<Outcome<T>[]> {
  return Promise.all(works.map((work) => outcomeOf(work())));
}

/** How often each thing happened. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** `accepted`, or the refusal's code, of each. */
export const words = (outcomes: readonly Outcome<unknown>[]): string[] => outcomes.map(({ refused }) => refused ?? "accepted");
