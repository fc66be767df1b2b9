/** The short form of `npm run hammer`: every operation at once, then the rows are checked. A seed that fails is kept in `seeds`. */
import { expect, test } from "vitest";

import { complaints, hammer } from "../../bench/hammer/run";
import { openDesk } from "./support/builders";
import { testDatabase } from "./support/database";

const seeds = [7];

test.each(seeds)("five seconds of everything at once, seed %d: books balance, nothing is below zero, every outcome has a name", async (seed) => {
  const database = await testDatabase();
  const desk = await openDesk(database, 24);
  try {
    const report = await hammer(desk, { seconds: 5, clients: 24, seed });
    expect(complaints(report)).toEqual([]);
    expect(report.total).toBeGreaterThan(100);
  } finally {
    await desk.close();
    await database.drop();
  }
}, 120_000);
