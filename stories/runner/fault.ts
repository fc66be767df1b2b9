/** Something wrong with a story rather than with the books: it names the step, what was expected there and what stands there. */
export class StoryFault extends Error {
  constructor(
    readonly key: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`${key}: expected ${expected}, found ${actual}`);
    this.name = "StoryFault";
  }
}

/** One line of a report's `failed`. `step` is the index in `steps`; null is the file as a whole. */
export type Failure = { step: number | null; key: string; expected: unknown; actual: unknown };

export function failureOf(step: number | null, fault: StoryFault): Failure {
  return { step, key: fault.key, expected: fault.expected, actual: fault.actual };
}
