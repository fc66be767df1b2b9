/**
 * `npm run fault -- --suite all --minutes 10 --seed 7`: the attacks of spec page 8 against a real server with the durability of
 * production. Prints a report as JSON; exits 1 when anything was violated. `--report` keeps the report in docs/reports/.
 * Of the suite `mutation`: `--shard 1/3` tries a third, `--resume FILE` goes on where that file ends, `--most 12` draws twelve,
 * `--only "trigger: ledger"` tries what is named so.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import pg from "pg";

import { Findings } from "./fault/findings";
import { startServer, type Ground, type Server, type Settings, type Suite } from "./fault/suite";
import { suites } from "./fault/suites";

const { values } = parseArgs({ options: { suite: { type: "string", default: "all" }, minutes: { type: "string", default: "10" }, seed: { type: "string", default: "7" }, report: { type: "boolean", default: false }, shard: { type: "string" }, resume: { type: "string" }, most: { type: "string" }, only: { type: "string" } } });

function settings(): { seed: number; seconds: number; chosen: { suite: Suite; seconds: number }[] } {
  if (!/^[0-9]{1,4}(\.[0-9]{1,2})?$/.test(values.minutes)) throw new Error("--minutes is a number, e.g. 10 or 0.5");
  if (!/^[1-9][0-9]{0,5}$/.test(values.seed)) throw new Error("--seed is a whole number above zero");
  const seconds = Number.parseFloat(values.minutes) * 60;
  const found = values.suite === "all" ? suites : suites.filter(({ suite }) => suite.name === values.suite);
  if (found.length === 0) throw new Error(`--suite is all or one of ${suites.map(({ suite }) => suite.name).join(", ")}`);
  const shares = found.reduce((sum, { share }) => sum + share, 0);
  return { seed: Number.parseInt(values.seed, 10), seconds, chosen: found.map(({ suite, share }) => ({ suite, seconds: (seconds * share) / shares })) };
}

/** What only some suites look at. */
function more(): Omit<Settings, "seed" | "seconds"> {
  const shard = values.shard === undefined ? null : /^([1-9][0-9]?)\/([1-9][0-9]?)$/.exec(values.shard);
  if (values.shard !== undefined && !shard) throw new Error("--shard is a part of a whole, e.g. 1/3");
  if (values.most !== undefined && !/^[1-9][0-9]{0,4}$/.test(values.most)) throw new Error("--most is a whole number above zero");
  return {
    ...(shard ? { shard: { part: Number.parseInt(shard[1] ?? "1", 10), of: Number.parseInt(shard[2] ?? "1", 10) } } : {}),
    ...(values.resume === undefined ? {} : { resume: values.resume }), ...(values.only === undefined ? {} : { only: values.only }), ...(values.most === undefined ? {} : { most: Number.parseInt(values.most, 10) }),
  };
}

async function postgresVersion(server: Server): Promise<string> {
  const client = new pg.Client({ connectionString: server.cluster().url("postgres", "postgres") });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  await client.end();
  return rows[0]?.version ?? "";
}

async function attack(suite: Suite, shared: Server, seed: number, seconds: number) {
  const findings = new Findings();
  const own: Server[] = [];
  const ground: Ground = {
    database: () => shared.database(),
    server: async () => {
      const made = await startServer();
      own.push(made);
      return made;
    },
  };
  const begun = performance.now();
  // A suite that cannot go on has found something.
  await suite.run(ground, { seed, seconds, ...more() }, findings).catch((error: unknown) => findings.violation(`the suite broke off: ${error instanceof Error ? error.stack ?? error.message : String(error)}`));
  await Promise.all(own.map((server) => server.stop()));
  return { suite: suite.name, rows: suite.rows, seconds: Math.round((performance.now() - begun) / 100) / 10, ...findings.summary() };
}

async function main(): Promise<number> {
  const { seed, chosen } = settings();
  const shared = await startServer();
  const about = { versions: { postgres: await postgresVersion(shared), node: process.version }, machine: { cores: os.availableParallelism(), platform: `${process.platform}-${process.arch}` }, seed, minutes: values.minutes };
  const reports: Awaited<ReturnType<typeof attack>>[] = [];
  try {
    for (const { suite, seconds } of chosen) {
      process.stderr.write(`${suite.name} (rows ${suite.rows}), ${Math.round(seconds)} s\n`);
      const report = await attack(suite, shared, seed, seconds);
      reports.push(report);
      process.stderr.write(`  ${report.total} operations, ${report.checked_operations_total} checked, ${report.faults_total} faults, ${report.violations_total} violations\n`);
      if (values.report) {
        const dir = path.join(import.meta.dirname, "../docs/reports");
        mkdirSync(dir, { recursive: true });
        writeFileSync(path.join(dir, `${suite.name}.json`), `${JSON.stringify({ repeat: `npm run fault -- --suite ${suite.name} --minutes ${Math.round(seconds / 0.6) / 100} --seed ${seed}`, ...about, ...report }, null, 2)}\n`);
      }
    }
  } finally {
    await shared.stop();
  }
  const total = (of: (report: (typeof reports)[number]) => number) => reports.reduce((sum, report) => sum + of(report), 0);
  const violated = total((report) => report.violations_total);
  process.stdout.write(`${JSON.stringify({ repeat: `npm run fault -- --suite ${values.suite} --minutes ${values.minutes} --seed ${seed}`, ...about, violations: violated, operations: total((report) => report.total), checked_operations: total((report) => report.checked_operations_total), faults: total((report) => report.faults_total), suites: reports }, null, 2)}\n`);
  return violated === 0 ? 0 : 1;
}

process.exitCode = await main();
