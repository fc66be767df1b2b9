/**
 * `npm run hammer -- --seconds 60 --clients 32 --seed 7 --keys 200`: every operation of the money path at once against a real server, then
 * the rows are checked by sums that share no code with the application; then each of so many request keys is used a hundred times at
 * once. Prints a report as JSON; exits 1 when anything is wrong.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import pg from "pg";

import { migrate } from "../sql/migrate";
import { openDesk } from "../sql/tests/support/builders";
import { cloneDatabase } from "../sql/tests/support/database";
import { startCluster } from "../tools/cluster";
import { keyRounds } from "./hammer/keys";
import { complaints, hammer } from "./hammer/run";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" }, clients: { type: "string", default: "32" }, seed: { type: "string", default: "7" }, keys: { type: "string", default: "200" } } });
const whole = (text: string, name: string): number => {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new Error(`--${name} is a whole number above zero`);
  return Number.parseInt(text, 10);
};

async function main(): Promise<number> {
  const options = { seconds: whole(values.seconds, "seconds"), clients: whole(values.clients, "clients"), seed: whole(values.seed, "seed") };
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-hammer-"));
  // Durability as in production: what is measured is what would be acknowledged.
  const cluster = await startCluster({ dir: path.join(dir, "postgres"), settings: { max_connections: String(options.clients * 2 + 160) } });
  try {
    const admin = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
    await admin.connect();
    await admin.query("create database coffer_template");
    const { rows } = await admin.query<{ version: string }>("select current_setting('server_version') as version");
    await admin.end();
    await migrate({ adminUrl: cluster.url("postgres", "coffer_template") });
    const desk = await openDesk(await cloneDatabase(cluster), options.clients);
    const report = await hammer(desk, options);
    await desk.close();
    const crowd = await openDesk(await cloneDatabase(cluster), 100);
    const keys = await keyRounds(crowd, whole(values.keys, "keys"));
    await crowd.close();
    const wrong = [...complaints(report), ...keys.wrong];
    process.stdout.write(`${JSON.stringify({ ok: wrong.length === 0, complaints: wrong, postgres: rows[0]?.version, node: process.version, cores: os.availableParallelism(), ...report, request_keys: keys }, null, 2)}\n`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
