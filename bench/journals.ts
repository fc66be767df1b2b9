/**
 * A two-line journal with all guards against pgbench's built-in tpcb and against one bare function call (one insert, two updates,
 * no guard), which costs the client the same as ours. Eight clients, prepared, alternating.
 */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { mkdtempSync } from "node:fs";
import os from "node:os";

import { compare, type Figure } from "./report.ts";
import type { World } from "./world.ts";

const run = promisify(execFile);

export async function journals(world: World, seconds: number, reps: number): Promise<Figure[]> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-pgbench-"));
  const script = (name: string, text: string) => {
    const file = path.join(dir, `${name}.sql`);
    writeFileSync(file, text);
    return ["-f", file];
  };
  const { firstAccount: first, lastAccount: last, bank } = world;
  const pair = `\\set a random(${first}, ${last})\n\\set b random(${first}, ${last})\n\\set b case when :a = :b then case when :a = ${last} then ${first} else :a + 1 end else :b end\n\\set m random(1, 1000)\n`;
  const scripts: Record<string, string[]> = {
    tpcb: [],
    bare: script("bare", "\\set a random(1, 10000)\n\\set b random(1, 10000)\n\\set m random(1, 1000)\nselect bench.bare(:a, :b, :m);\n"),
    journal_random: script("random", `${pair}select ledger.move(1, gen_random_uuid(), 'own_transfer', '2026-11-20', :a, :b, :m);\n`),
    journal_shared_account: script("shared", `${pair}select ledger.move(1, gen_random_uuid(), 'deposit', '2026-11-20', ${bank}, :b, :m);\n`),
  };
  const address = ["-h", "127.0.0.1", "-p", String(world.cluster.port), "-U", "postgres", "bench"];
  await run("pgbench", ["-i", "-q", "-s", "10", ...address]);
  const rates: Record<string, number[]> = {};
  for (let rep = 0; rep < reps; rep += 1) {
    for (const [name, file] of Object.entries(scripts)) {
      const { stdout } = await run("pgbench", ["-n", "-c", "8", "-j", "2", "-M", "prepared", "-T", String(seconds), ...file, ...address]);
      const rate = /tps = ([0-9.]+)/.exec(stdout)?.[1];
      if (rate === undefined) throw new Error(`pgbench said no rate: ${stdout}`);
      (rates[name] ??= []).push(Number.parseFloat(rate));
    }
    await world.sql.query("select desk.worker_fold()");
  }
  const of = (name: string) => rates[name] ?? [];
  return [
    compare("journal_random", "journals/s", "tpcb", of("journal_random"), of("tpcb")),
    compare("journal_random", "journals/s", "bare", of("journal_random"), of("bare")),
    compare("journal_shared_account", "journals/s", "journal_random", of("journal_shared_account"), of("journal_random")),
  ];
}
