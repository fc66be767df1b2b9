/** Spec page 8: two sessions, every pair of money operations, all 20 interleavings of begin, call and commit, each equal to a serial order. */
import pg from "pg";

import { openDesk } from "../../sql/tests/support/builders";
import { interleavings, openTable, type Outcome } from "./pairs/interleave";
import { buildCompany, type Operation } from "./pairs/operations";
import { keepState, stateOf } from "./pairs/reset";
import type { Ground, Settings, Suite } from "./suite";
import type { Findings } from "./findings";

type Result = { outcomes: [Outcome, Outcome]; state: string[] };
const same = (a: Result, b: Result): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is different between a state and another, in a few lines. */
function difference(found: Result, serial: Result): string {
  const rest = [...serial.state];
  const more = found.state.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return `answers ${found.outcomes.join(" / ")} for ${serial.outcomes.join(" / ")}; more: ${more.slice(0, 6).join("; ")}; less: ${rest.slice(0, 6).join("; ")}`;
}

/** The names of operations to pair; absent: all of them. */
export async function playPairs(ground: Pick<Ground, "database">, { seed, seconds }: Settings, findings: Findings, names?: readonly string[]): Promise<void> {
  const database = await ground.database();
  const desk = await openDesk(database, 4);
  const operations = (await buildCompany(desk, seed)).filter(({ name }) => names === undefined || names.includes(name));
  await desk.close();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const table = await openTable(database, db);
  try {
    const reset = await keepState(db);
    const play = async (order: string, a: Operation, b: Operation): Promise<Result> => {
      await reset();
      const begun = performance.now();
      const { outcomes, waited } = await table.play(order, a.call("A"), b.call("B"));
      findings.operation("two transactions", waited ? "one waited" : "none waited", performance.now() - begun);
      return { outcomes, state: await stateOf(db) };
    };
    const pairs = operations.flatMap((a, n) => operations.slice(n).map((b) => [a, b] as const));
    const until = performance.now() + seconds * 1_000;
    let done = 0;
    // Where a shorter run begins depends on the seed, so that several of them see all.
    for (const [a, b] of pairs.map((_, n) => pairs[(n + seed * 31) % pairs.length] ?? pairs[0]).filter((pair) => pair !== undefined)) {
      if (performance.now() > until) break;
      const serial = [await play("AAABBB", a, b), await play("BBBAAA", a, b)];
      for (const [first, result] of [[a, serial[0]?.outcomes[0]], [b, serial[1]?.outcomes[1]]] as const) findings.check("an operation that comes first is accepted", result?.startsWith("refused") === false, () => `${first.name}: ${result ?? ""}`);
      for (const order of interleavings) {
        const found = await play(order, a, b);
        const clean = found.outcomes.every((outcome) => !/^refused: (40|[0-9A-Z]{5}$)/.test(outcome)) && !found.state.some((line) => line.startsWith("books "));
        findings.answer("two transactions", "an interleaving is a serial order", clean && serial.some((one) => same(one, found)), () => `${a.name} | ${b.name} in ${order}: ${serial.map((one) => difference(found, one)).join(" OR ")}`);
      }
      done += 1;
    }
    Object.assign(findings.facts, { operations: operations.length, pairs: pairs.length, pairs_played: done, interleavings: interleavings.length, exhaustive: done === pairs.length });
  } finally {
    await table.close();
    await db.end();
    await database.drop();
  }
}

export const pairs: Suite = { name: "pairs", rows: "2, 3, 9, 11, 13", run: (ground, settings, findings) => playPairs(ground, settings, findings) };
