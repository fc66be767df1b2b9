/**
 * Verifies a ledger from its rows alone, in one snapshot and reading only: every journal balances, every balance is the sum of its
 * lines, every seal is what its journals hash to, and roots that somebody kept are still there. Trusts no function, view, trigger or
 * constraint of the database, and shares no code with what wrote the rows (docs/seals.md is the contract).
 */
import pg from "pg";

import { Accounts } from "./accounts.ts";
import { verifyAudit, type AuditVerification } from "./audit.ts";
import { Copies } from "./copies.ts";
import { Findings, type Finding } from "./findings.ts";
import { JournalReader, rangeQueries, type Range } from "./journals.ts";
import { readSeals } from "./seals.ts";

export type Verification = { ok: boolean; journals: bigint; lines: bigint; seals: number; last: { number: bigint; root: string } | null; audit: AuditVerification; findings: Finding[]; count: number; seconds: number };

export type Options = {
  /** roots taken earlier: seal number to root in hex */
  trusted?: ReadonlyMap<bigint, string>;
  /** the same of the audit log */
  trustedAudit?: ReadonlyMap<bigint, string>;
  /** verify only what came after this seal: journals, lines and seals, not balances, which need every line */
  after?: bigint;
  /** the same for the audit log, whose earlier entries are not read */
  auditAfter?: bigint;
  /** balances are sums of the lines after that seal alone, and are compared with them */
  balancesSince?: boolean;
  /** how many numbers are read at a time */
  step?: bigint;
};

/** Numbers of one range: what is kept of a range, and what waits in the sockets, stays small. */
const usualStep = 16_384n;
const [lowest, highest] = [-(2n ** 63n), 2n ** 63n - 1n];

/** The ranges to read. Numbers that were drawn and never used are few; a planted number far away is reached by a jump, not step by step. */
class Ranges {
  readonly gaps: Range[] = [];

  constructor(private readonly sql: pg.Client, private at: bigint, readonly last: bigint, private readonly step: bigint) {}

  async next(): Promise<Range | null> {
    if (this.at >= this.last) return null;
    const { rows } = await this.sql.query<{ id: string | null }>("select min(id)::text as id from ledger.journals where id > $1", [String(this.at)]);
    const from = BigInt(rows[0]?.id ?? String(this.last + 1n));
    if (from > this.at + 1n) this.gaps.push({ from: this.at + 1n, to: from - 1n });
    this.at = from - 1n + this.step < this.last ? from - 1n + this.step : this.last;
    return from > this.last ? null : { from, to: this.at };
  }
}

/**
 * Two connections read every other range each: while the rows of one range are verified, the server already writes the next one's into
 * the other socket, and stops when that is full.
 */
async function readRanges(ranges: Ranges, connections: Copies[], reader: JournalReader): Promise<void> {
  const asked: { copies: Copies; range: Range }[] = [];
  const ask = async (copies: Copies | undefined) => {
    const range = copies ? await ranges.next() : null;
    if (!copies || !range) return;
    copies.ask(...rangeQueries(range));
    asked.push({ copies, range });
  };
  for (const copies of connections) await ask(copies);
  for (let one = asked.shift(); one; one = asked.shift()) {
    reader.begin(one.range);
    await one.copies.read(reader.takeJournal, reader.takeLine);
    await ask(one.copies);
    reader.end();
  }
  reader.close();
}

/** What no range has read: lines of numbers that no journal has, and whatever is not numbered from one. */
async function strays(sql: pg.Client, { gaps, last }: Ranges, whole: boolean, findings: Findings): Promise<void> {
  const outside = [...(whole ? [{ from: lowest, to: 0n }] : []), ...gaps, { from: last + 1n, to: highest }];
  // Through the index of blocks, also where the planner holds the whole table for small.
  await sql.query("set local enable_seqscan = off");
  const { rows } = await sql.query<{ id: string }>(
    `select x.id::text from (select l.journal_id as id from unnest($1::bigint[], $2::bigint[]) g (first, last) join ledger.lines l on l.journal_id between g.first and g.last
      union select j.id from ledger.journals j where $3 and j.id <= 0) x order by x.id limit 10`,
    [outside.map(({ from }) => String(from)), outside.map(({ to }) => String(to)), whole],
  );
  for (const { id } of rows) findings.add("a line belongs to a journal", `journal ${id}`, "a journal", "none");
}

export async function verifyLedger(connectionString: string, { trusted = new Map(), trustedAudit = new Map(), after, auditAfter = 0n, balancesSince = false, step = usualStep }: Options = {}): Promise<Verification> {
  const started = performance.now();
  const client = new pg.Client({ connectionString });
  const opening: Promise<Copies>[] = [];
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: snapshots } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
    opening.push(...[1, 2].map(() => Copies.open(connectionString, snapshots[0]?.snapshot ?? "")));
    const findings = new Findings();
    const [first, second, { seals, closedTo }] = await Promise.all([...(opening as [Promise<Copies>, Promise<Copies>]), readSeals(client, trusted, findings, after)]);
    // A late journal's number may lie below those of an earlier seal.
    const from = after === undefined ? 0n : seals.filter((seal) => seal.number > after).reduce((lowest, seal) => ((seal.ranges[0]?.[0] ?? lowest) < lowest ? (seal.ranges[0]?.[0] ?? lowest) : lowest), closedTo + 1n) - 1n;
    const accounts = new Accounts();
    await accounts.load(first);
    const { rows } = await client.query<{ last: string }>("select coalesce(max(id), 0)::text as last from ledger.journals");
    const ranges = new Ranges(client, from, BigInt(rows[0]?.last ?? "0"), step);
    const reader = new JournalReader(Number.parseInt(step.toString(), 10), accounts, seals, closedTo, after ?? 0n, findings);
    await readRanges(ranges, [first, second], reader);
    await strays(client, ranges, after === undefined, findings);
    if (after === undefined || balancesSince) await accounts.compare(first, findings);
    const audit = await verifyAudit(client, trustedAudit, findings, auditAfter);
    const lastSeal = seals.at(-1);
    const { rows: root } = await client.query<{ root: string }>("select encode(root, 'hex') as root from ledger.seals order by id desc limit 1");
    await client.query("commit");
    return {
      ok: findings.count === 0, journals: reader.journals, lines: reader.lines, seals: seals.length, last: lastSeal && root[0] ? { number: lastSeal.number, root: root[0].root } : null,
      audit,
      findings: findings.list, count: findings.count, seconds: (performance.now() - started) / 1000,
    };
  } finally {
    for (const opened of await Promise.allSettled(opening)) if (opened.status === "fulfilled") await opened.value.close();
    await client.end();
  }
}
