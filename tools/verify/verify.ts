/**
 * Verifies a ledger from its rows alone, in one snapshot and reading only: every journal balances, every balance is the sum of its
 * lines, every seal is what its journals hash to, and roots that somebody kept are still there. Trusts no function, view, trigger or
 * constraint of the database, and shares no code with what wrote the rows (docs/seals.md is the contract).
 */
import pg from "pg";

import { Accounts } from "./accounts.ts";
import { Findings, type Finding } from "./findings.ts";
import { JournalReader } from "./journals.ts";
import { readSeals } from "./seals.ts";

export type Verification = { ok: boolean; journals: bigint; lines: bigint; seals: number; last: { number: bigint; root: string } | null; findings: Finding[]; count: number; seconds: number };

export type Options = {
  /** roots taken earlier: seal number to root in hex */
  trusted?: ReadonlyMap<bigint, string>;
  /** verify only what came after this seal: journals, lines and seals, not balances, which need every line */
  after?: bigint;
};

const step = 50_000n;

export async function verifyLedger(connectionString: string, { trusted = new Map(), after }: Options = {}): Promise<Verification> {
  const started = performance.now();
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    // Ranges of numbers are read through a block range index; a sort of what is nearly sorted stays in memory.
    await client.query("set local work_mem = '256MB'; set local max_parallel_workers_per_gather = 0; set local enable_seqscan = off");
    const findings = new Findings();
    const { seals, closedTo } = await readSeals(client, trusted, findings);
    // A late journal's number may lie below those of an earlier seal.
    const from = after === undefined ? 0n : seals.filter((seal) => seal.number > after).reduce((lowest, seal) => ((seal.ranges[0]?.[0] ?? lowest) < lowest ? (seal.ranges[0]?.[0] ?? lowest) : lowest), closedTo + 1n) - 1n;
    const accounts = new Accounts();
    await accounts.load(client);
    const { rows } = await client.query<{ last: string }>("select greatest((select max(id) from ledger.journals), (select max(highest) from ledger.seals), 0)::text as last");
    const last = BigInt(rows[0]?.last ?? "0");
    const reader = new JournalReader(accounts, seals, closedTo, after ?? 0n, findings);
    for (let at = from; at < last; at += step) await reader.range(client, at, at + step < last ? at + step : last);
    reader.end();
    if (after === undefined) {
      // Ranges see numbers above zero only, and nothing above the highest journal.
      const { rows: strays } = await client.query<{ id: string }>("select journal_id::text as id from ledger.lines where journal_id <= 0 or journal_id > $1 union all select id::text from ledger.journals where id <= 0 limit 10", [String(last)]);
      for (const { id } of strays) findings.add("a line belongs to a journal", `journal ${id}`, "a journal", "none");
      await accounts.compare(client, findings);
    }
    const lastSeal = seals.at(-1);
    const { rows: root } = await client.query<{ root: string }>("select encode(root, 'hex') as root from ledger.seals order by id desc limit 1");
    await client.query("commit");
    return {
      ok: findings.count === 0, ...reader.progress, seals: seals.length, last: lastSeal && root[0] ? { number: lastSeal.number, root: root[0].root } : null,
      findings: findings.list, count: findings.count, seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await client.end();
  }
}
