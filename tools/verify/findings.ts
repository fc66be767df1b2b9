/** What verification says when the books are not true: the rule, the thing, what the rows should say and what they say. */
export type Finding = { rule: string; object: string; expected: string; found: string };

const kept = 100;

/** Keeps the first findings and counts the rest. */
export class Findings {
  readonly list: Finding[] = [];
  count = 0;

  add(rule: string, object: string, expected: string, found: string): void {
    this.count += 1;
    if (this.list.length < kept) this.list.push({ rule, object, expected, found });
  }
}
