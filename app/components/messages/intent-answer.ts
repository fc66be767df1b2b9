/** Of several forms on one page only the one that was sent shows its answer; which one says the `intent` it carried. */
export function answerFor(answer: unknown, intent: string): unknown {
  const sent = (answer as { result?: { initialValue?: { intent?: unknown } | null } } | undefined)?.result?.initialValue?.intent;
  return sent === intent ? answer : undefined;
}
