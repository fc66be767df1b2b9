/**
 * npm run story -- FILE…
 * Runs each story on a fresh throwaway database and prints one JSON object per file. Exits 1 if any expectation fails.
 */
import { existsSync } from "node:fs";
import path from "node:path";

import { cloneDatabase, startTestCluster } from "../sql/tests/support/database.ts";
import { openDatabases } from "./runner/databases.ts";
import { reportFile } from "./runner/report.ts";

/** npm runs scripts in the project's folder; names are meant where the person stands. */
function whereAsked(file: string): string {
  const asked = path.resolve(process.env.INIT_CWD ?? ".", file);
  return existsSync(asked) ? asked : path.resolve(file);
}

async function main(files: string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write("usage: npm run story -- FILE…\n");
    return 2;
  }
  const test = await startTestCluster();
  const stop = () => void test.stop().finally(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const databases = openDatabases(() => cloneDatabase(test.cluster));
  let failed = false;
  try {
    for (const file of files) {
      const report = await reportFile(whereAsked(file), databases);
      failed ||= !report.ok;
      process.stdout.write(`${JSON.stringify(report)}\n`);
    }
  } finally {
    await databases.close();
    await test.stop();
  }
  return failed ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
