/** The short form of a suite of `npm run fault`, on the run's test cluster; a server that is to be killed is its own. */
import { expect } from "vitest";

import { Findings } from "../../../bench/fault/findings";
import { startServer, type Server, type Settings, type Suite } from "../../../bench/fault/suite";
import { testDatabase } from "../support/database";

export async function short(suite: Suite, seed: number, seconds: number, more: Partial<Settings> = {}) {
  const findings = new Findings();
  const own: Server[] = [];
  try {
    await suite.run({ database: testDatabase, server: async () => {
      const made = await startServer();
      own.push(made);
      return made;
    } }, { ...more, seed, seconds }, findings);
  } finally {
    await Promise.all(own.map((server) => server.stop()));
  }
  const summary = findings.summary();
  process.stdout.write(`${suite.name}: ${summary.total} operations, ${summary.checked_operations_total} checked, ${summary.faults_total} faults\n`);
  expect(summary.violations).toEqual([]);
  return summary;
}
