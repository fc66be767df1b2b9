/**
 * Journals and their lines, in order of their numbers: the balance law of each, sums per account, and the tree of each seal.
 */
import type pg from "pg";

import type { Accounts } from "./accounts.ts";
import { copyBytes, copyOut, int32At, int64At, zeroBytes } from "./copy-out.ts";
import type { Findings } from "./findings.ts";
import { compoundLeaf, merkleRoot, saltedLine, sha256 } from "./hashes.ts";
import type { Seal } from "./seals.ts";

/** One journal while its lines are read. `form` holds a prefix byte and the canonical bytes; the first lines are written behind them. */
type Journal = { id: bigint; high: number; low: number; form: Buffer; formEnd: number; lineCount: number; valueOn: number; read: number; sums: Map<number, bigint> | null; currency: number; sum: bigint; salted: Buffer[] | null };

const lineBytes = 28;
const largest = 9_000_000_000_000_000n;

const journalQuery = (from: bigint, to: bigint) =>
  `select id, posted_at, actor_id, value_on, line_count, reverses_id, cause, kind::text from ledger.journals where id > ${from} and id <= ${to} order by id`;
const lineQuery = (from: bigint, to: bigint) =>
  `select journal_id, line_no, account_id, amount, source_id, value_on from ledger.lines where journal_id > ${from} and journal_id <= ${to} order by journal_id, line_no`;

/** Which seal holds a number: ranges of all seals in order, looked up by a pointer that only goes forward. */
class Membership {
  private readonly ranges: { from: bigint; to: bigint; seal: Seal }[];
  private at = 0;

  constructor(seals: Seal[], findings: Findings) {
    this.ranges = seals.flatMap((seal) => seal.ranges.map(([from, to]) => ({ from, to, seal }))).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    this.ranges.forEach((range, n) => {
      const next = this.ranges[n + 1];
      if (next && next.from < range.to) findings.add("a journal is in one seal", `journal ${next.from}`, `seal ${range.seal.number}`, `also seal ${next.seal.number}`);
    });
  }

  of(id: bigint): Seal | null {
    for (;;) {
      const range = this.ranges[this.at];
      if (!range || id < range.from) return null;
      if (id < range.to) return range.seal;
      this.at += 1;
    }
  }
}

export type Progress = { journals: bigint; lines: bigint };

export class JournalReader {
  readonly progress: Progress = { journals: 0n, lines: 0n };
  private readonly membership: Membership;
  private readonly leaves = new Map<Seal, { leaves: Buffer[]; lines: bigint }>();
  private queue: Journal[] = [];
  private head = 0;

  /** Seals up to `after` are taken as verified. */
  constructor(private readonly accounts: Accounts, private readonly seals: Seal[], private readonly closedTo: bigint, private readonly after: bigint, private readonly findings: Findings) {
    this.membership = new Membership(seals, findings);
  }

  /** Reads the journals numbered above `from` and up to `to`, and their lines. */
  async range(client: pg.Client, from: bigint, to: bigint): Promise<void> {
    this.queue = [];
    this.head = 0;
    await copyOut(client, journalQuery(from, to), 8, ({ bytes, at, length }) => {
      const [id = 0, posted = 0, actor = 0, valueOn = 0, count = 0, reverses = 0, cause = 0, kind = 0] = at;
      const lineCount = int32At(bytes, count);
      const kindLength = length[7] ?? 0;
      const formEnd = 1 + 8 + 8 + 8 + 4 + 4 + 8 + 16 + kindLength;
      const form = Buffer.allocUnsafe(formEnd + (lineCount === 2 ? 2 * lineBytes : 0));
      form[0] = lineCount === 2 ? 0 : 3;
      copyBytes(form, 1, bytes, id, 8);
      copyBytes(form, 9, bytes, posted, 8);
      if (length[2] === -1) zeroBytes(form, 17, 8);
      else copyBytes(form, 17, bytes, actor, 8);
      copyBytes(form, 25, bytes, valueOn, 4);
      copyBytes(form, 29, bytes, count, 4);
      if (length[5] === -1) zeroBytes(form, 33, 8);
      else copyBytes(form, 33, bytes, reverses, 8);
      if (length[6] === -1) zeroBytes(form, 41, 16);
      else copyBytes(form, 41, bytes, cause, 16);
      copyBytes(form, 57, bytes, kind, kindLength);
      this.queue.push({ id: int64At(bytes, id), high: int32At(bytes, id), low: int32At(bytes, id + 4) >>> 0, form, formEnd, lineCount, valueOn: int32At(bytes, valueOn), read: 0, sums: null, currency: 0, sum: 0n, salted: lineCount === 2 ? null : [] });
    });
    let secret: Buffer | null = null;
    let lines = 0;
    await copyOut(client, lineQuery(from, to), 6, ({ bytes, at, length }) => {
      const [journalAt = 0, lineAt = 0, accountAt = 0, amountAt = 0, sourceAt = 0, valueAt = 0] = at;
      const high = int32At(bytes, journalAt);
      const low = int32At(bytes, journalAt + 4) >>> 0;
      let journal = this.queue[this.head];
      while (journal && (journal.high < high || (journal.high === high && journal.low < low))) {
        this.finish(journal);
        this.head += 1;
        secret = null;
        journal = this.queue[this.head];
      }
      lines += 1;
      const amount = int64At(bytes, amountAt);
      const currency = this.accounts.add(int32At(bytes, accountAt), int32At(bytes, accountAt + 4) >>> 0, amount);
      if (!journal || journal.high !== high || journal.low !== low) {
        this.findings.add("a line belongs to a journal", `journal ${int64At(bytes, journalAt)}`, "a journal", "none");
        return;
      }
      if (currency === 0) this.findings.add("a line belongs to an account", `journal ${journal.id}`, "an account", String(int64At(bytes, accountAt)));
      if (amount === 0n || amount > largest || amount < -largest) this.findings.add("an amount is not zero and not above the cap", `journal ${journal.id}`, "an amount", String(amount));
      if (int32At(bytes, valueAt) !== journal.valueOn) this.findings.add("a line is dated as its journal", `journal ${journal.id}`, String(journal.valueOn), String(int32At(bytes, valueAt)));
      if (journal.read === 0) journal.currency = currency;
      if (currency === journal.currency) journal.sum += amount;
      else {
        journal.sums ??= new Map();
        journal.sums.set(currency, (journal.sums.get(currency) ?? 0n) + amount);
      }
      const compound = journal.salted !== null;
      const line = compound ? Buffer.allocUnsafe(lineBytes) : journal.form;
      const offset = compound ? 0 : journal.formEnd + journal.read * lineBytes;
      journal.read += 1;
      if (offset + lineBytes > line.length) return;
      copyBytes(line, offset, bytes, lineAt, 4);
      copyBytes(line, offset + 4, bytes, accountAt, 8);
      copyBytes(line, offset + 12, bytes, amountAt, 8);
      if (length[4] === -1) zeroBytes(line, offset + 20, 8);
      else copyBytes(line, offset + 20, bytes, sourceAt, 8);
      if (journal.salted) {
        secret ??= this.membership.of(journal.id)?.secret ?? null;
        if (secret) journal.salted.push(saltedLine(secret, journal.form.subarray(1, 9), line));
      }
    });
    this.progress.lines += BigInt(lines);
    this.progress.journals += BigInt(this.queue.length);
    for (; this.head < this.queue.length; this.head += 1) {
      const journal = this.queue[this.head];
      if (journal) this.finish(journal);
    }
  }

  private finish(journal: Journal): void {
    const name = `journal ${journal.id}`;
    if (journal.read !== journal.lineCount) this.findings.add("a journal has all its lines", name, String(journal.lineCount), String(journal.read));
    if (journal.sum !== 0n || (journal.sums && [...journal.sums.values()].some((sum) => sum !== 0n))) this.findings.add("a journal balances per currency", name, "0", String(journal.sum));
    const seal = this.membership.of(journal.id);
    if (!seal) {
      if (journal.id <= this.closedTo) this.findings.add("every finished journal is sealed", name, "a seal", "none");
      return;
    }
    if (seal.number <= this.after) return;
    const leaf = journal.salted === null ? sha256(journal.form) : compoundLeaf(journal.form.subarray(1), journal.salted);
    const held = this.leaves.get(seal);
    if (held) {
      held.leaves.push(leaf);
      held.lines += BigInt(journal.read);
    } else this.leaves.set(seal, { leaves: [leaf], lines: BigInt(journal.read) });
    if (journal.id === seal.highest) this.close(seal);
  }

  /** A seal is complete when its highest number has been read; what is missing there is noticed at the end. */
  private close(seal: Seal): void {
    const { leaves, lines } = this.leaves.get(seal) ?? { leaves: [], lines: 0n };
    this.leaves.delete(seal);
    const name = `seal ${seal.number}`;
    if (BigInt(leaves.length) !== seal.journals) this.findings.add("a seal holds as many journals as it says", name, String(seal.journals), String(leaves.length));
    if (lines !== seal.lines) this.findings.add("a seal holds as many lines as it says", name, String(seal.lines), String(lines));
    const root = merkleRoot(leaves);
    if (!root.equals(seal.merkleRoot)) this.findings.add("a seal's tree is that of its journals", name, seal.merkleRoot.toString("hex"), root.toString("hex"));
    this.closed.add(seal);
  }

  private readonly closed = new Set<Seal>();

  /** After the last range: seals whose highest journal never came. */
  end(): void {
    for (const seal of this.seals) if (!this.closed.has(seal) && seal.number > this.after) this.close(seal);
  }
}
