/**
 * Journals and their lines, range by range of their numbers: the balance law of each, sums per account, and the tree of each seal. Lines
 * come in the order in which they lie on disk, which spares the server a sort; each goes straight to the place of its journal.
 */
import type { Accounts } from "./accounts.ts";
import { CompoundLines } from "./compound.ts";
import type { TakeRow } from "./copies.ts";
import type { Finding, Findings } from "./findings.ts";
import { compoundLeaf, lineBytes, saltedLine, sha256, Tree } from "./hashes.ts";
import { SealTrees } from "./seal-trees.ts";
import type { Seal } from "./seals.ts";

/** Journals numbered from `from` to `to`, both included. */
export type Range = { from: bigint; to: bigint };

const two32 = 4_294_967_296;
/** Below 2^53, so that the sign and size of an amount can be told from a float; sums are kept in two halves and exact. */
const largest = 9_000_000_000_000_000;

const fixedBytes = 1 + 8 + 8 + 8 + 4 + 4 + 8 + 16;
/** A label of an enum has at most so many bytes. */
const longestKind = 63;
const formBytes = fixedBytes + longestKind + 2 * lineBytes;

export const rangeQueries = ({ from, to }: Range): string[] => [
  `select id, posted_at, value_on, line_count, kind, actor_id, reverses_id, cause from ledger.journals where id between ${from} and ${to}`,
  `select journal_id, account_id, amount, line_no, value_on, source_id from ledger.lines where journal_id between ${from} and ${to}`,
];

export class JournalReader {
  journals = 0n;
  lines = 0n;
  private readonly trees: SealTrees;
  private range: Range = { from: 0n, to: 0n };
  private baseHigh = 0;
  private baseLow = 0;
  private rangeLines = 0;
  private readonly compound = new CompoundLines();
  private readonly found: { place: number; finding: Finding }[] = [];

  // One place a number of the range. `forms` holds a prefix byte and the canonical bytes of the journal; if it has two lines, theirs follow.
  private readonly forms: Buffer;
  private readonly formsView: DataView;
  private readonly views: Uint8Array[] = [];
  private readonly there: Uint8Array;
  private readonly lineCount: Int32Array;
  private readonly valueOn: Int32Array;
  private readonly formEnd: Uint8Array;
  private readonly read: Int32Array;
  private readonly numbered: Uint8Array;
  /** Sum in the currency of the first line that came; what is in others stands in `others`. */
  private readonly currency: Uint16Array;
  private readonly sumHigh: Float64Array;
  private readonly sumLow: Uint32Array;
  private readonly others = new Map<number, Map<number, bigint>>();

  /** Ranges hold at most `size` numbers. Seals up to `after` are taken as verified. */
  constructor(size: number, private readonly accounts: Accounts, seals: Seal[], private readonly closedTo: bigint, after: bigint, private readonly findings: Findings) {
    this.trees = new SealTrees(size, seals, after, findings);
    this.forms = Buffer.alloc(size * formBytes);
    this.formsView = new DataView(this.forms.buffer, this.forms.byteOffset, this.forms.length);
    [this.there, this.formEnd, this.numbered] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
    [this.lineCount, this.valueOn, this.read] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    [this.currency, this.sumHigh, this.sumLow] = [new Uint16Array(size), new Float64Array(size), new Uint32Array(size)];
  }

  begin(range: Range): void {
    this.range = range;
    this.baseHigh = Number.parseInt((range.from >> 32n).toString(), 10);
    this.baseLow = Number.parseInt((range.from & 0xffffffffn).toString(), 10);
    this.rangeLines = 0;
    for (const places of [this.there, this.numbered, this.lineCount, this.valueOn, this.read, this.currency, this.sumHigh, this.sumLow]) places.fill(0);
    this.others.clear();
    this.compound.clear();
    this.found.length = 0;
  }

  private place(high: number, low: number): number {
    return (high - this.baseHigh) * two32 + (low - this.baseLow);
  }

  private name(place: number): string {
    return `journal ${this.range.from + BigInt(place)}`;
  }

  /** Noted in whatever order rows come, told in the order of the journals. */
  private note(place: number, rule: string, expected: string, found: string): void {
    this.found.push({ place, finding: { rule, object: this.name(place), expected, found } });
  }

  readonly takeJournal: TakeRow = (bytes, view, at) => {
    const place = this.place(view.getInt32(at + 4), view.getUint32(at + 8));
    const { forms, formsView } = this;
    const form = place * formBytes;
    formsView.setInt32(form + 1, view.getInt32(at + 4));
    formsView.setInt32(form + 5, view.getInt32(at + 8));
    formsView.setInt32(form + 9, view.getInt32(at + 16));
    formsView.setInt32(form + 13, view.getInt32(at + 20));
    const valueOn = view.getInt32(at + 28);
    const lineCount = view.getInt32(at + 36);
    formsView.setInt32(form + 25, valueOn);
    formsView.setInt32(form + 29, lineCount);
    const kindLength = Math.min(view.getInt32(at + 40), longestKind);
    let from = at + 44;
    for (let n = 0; n < kindLength; n += 1) forms[form + fixedBytes + n] = bytes[from + n] ?? 0;
    from += kindLength;
    from = this.optional(view, from, form + 17, 8);
    from = this.optional(view, from, form + 33, 8);
    this.optional(view, from, form + 41, 16);
    forms[form] = lineCount === 2 ? 0 : 3;
    this.there[place] = 1;
    this.lineCount[place] = lineCount;
    this.valueOn[place] = valueOn;
    this.formEnd[place] = fixedBytes + kindLength;
  };

  /** Copies a field of 8 or 16 bytes, or zeros when it is null, and answers where the next one begins. */
  private optional(view: DataView, at: number, to: number, width: number): number {
    const missing = view.getInt32(at) === -1;
    for (let n = 0; n < width; n += 4) this.formsView.setInt32(to + n, missing ? 0 : view.getInt32(at + 4 + n));
    return missing ? at + 4 : at + 4 + width;
  }

  readonly takeLine: TakeRow = (_, view, at) => {
    const place = this.place(view.getInt32(at + 4), view.getUint32(at + 8));
    const [accountHigh, accountLow] = [view.getInt32(at + 16), view.getUint32(at + 20)];
    const [amountHigh, amountLow] = [view.getInt32(at + 28), view.getUint32(at + 32)];
    const number = view.getInt32(at + 40);
    const currency = this.accounts.add(accountHigh, accountLow, amountHigh, amountLow);
    this.rangeLines += 1;
    if (this.there[place] !== 1) {
      this.note(place, "a line belongs to a journal", "a journal", "none");
      return;
    }
    const amount = amountHigh * two32 + amountLow;
    if (currency === 0) this.note(place, "a line belongs to an account", "an account", String(view.getBigInt64(at + 16)));
    if (amount === 0 || amount > largest || amount < -largest) this.note(place, "an amount is not zero and not above the cap", "an amount", String(view.getBigInt64(at + 28)));
    const valueOn = this.valueOn[place] ?? 0;
    if (view.getInt32(at + 48) !== valueOn) this.note(place, "a line is dated as its journal", String(valueOn), String(view.getInt32(at + 48)));
    const read = this.read[place] ?? 0;
    this.read[place] = read + 1;
    if (read === 0) this.currency[place] = currency;
    if (this.currency[place] === currency) {
      const low = (this.sumLow[place] ?? 0) + amountLow;
      this.sumLow[place] = low;
      this.sumHigh[place] = (this.sumHigh[place] ?? 0) + amountHigh + (low >= two32 ? 1 : 0);
    } else this.addOther(place, currency, view.getBigInt64(at + 28));
    let target = this.formsView;
    let to: number;
    if (this.lineCount[place] === 2) {
      if (number < 1 || number > 2 || ((this.numbered[place] ?? 0) & number) !== 0) {
        this.note(place, "lines are numbered from 1", "line 1 and line 2", `line ${number}`);
        return;
      }
      this.numbered[place] = (this.numbered[place] ?? 0) | number;
      to = place * formBytes + (this.formEnd[place] ?? 0) + (number - 1) * lineBytes;
    } else {
      to = this.compound.add(place);
      target = this.compound.view;
    }
    target.setInt32(to, number);
    target.setInt32(to + 4, accountHigh);
    target.setInt32(to + 8, accountLow);
    target.setInt32(to + 12, amountHigh);
    target.setInt32(to + 16, amountLow);
    const source = view.getInt32(at + 52) !== -1;
    target.setInt32(to + 20, source ? view.getInt32(at + 56) : 0);
    target.setInt32(to + 24, source ? view.getInt32(at + 60) : 0);
  };

  private addOther(place: number, currency: number, amount: bigint): void {
    let sums = this.others.get(place);
    if (!sums) this.others.set(place, (sums = new Map<number, bigint>()));
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }

  /** When all rows of the range have come. Answers how many lines there were. */
  end(): number {
    this.compound.sort();
    const ofRange = this.trees.begin(this.range.from);
    const size = Number.parseInt((this.range.to - this.range.from + 1n).toString(), 10);
    let journals = 0;
    for (let place = 0; place < size; place += 1) {
      if (this.there[place] !== 1) continue;
      journals += 1;
      this.finish(place, ofRange[place] ?? -1);
    }
    this.journals += BigInt(journals);
    this.lines += BigInt(this.rangeLines);
    for (const { finding } of this.found.sort((a, b) => a.place - b.place)) this.findings.add(finding.rule, finding.object, finding.expected, finding.found);
    this.trees.closeTo(this.range.to);
    return this.rangeLines;
  }

  private finish(place: number, sealed: number): void {
    const [read, lineCount] = [this.read[place] ?? 0, this.lineCount[place] ?? 0];
    if (read !== lineCount) this.note(place, "a journal has all its lines", String(lineCount), String(read));
    if (this.sumLow[place] !== 0 || this.sumHigh[place] !== 0 || this.others.size > 0) this.balance(place);
    if (sealed === -1) {
      if (this.range.from + BigInt(place) <= this.closedTo) this.note(place, "every finished journal is sealed", "a seal", "none");
      return;
    }
    if (this.trees.isVerified(sealed)) return;
    const form = place * formBytes;
    const end = form + (this.formEnd[place] ?? 0);
    if (lineCount === 2) this.trees.add(sealed, sha256(this.hashed(place, form, end + 2 * lineBytes)), read);
    else this.trees.add(sealed, this.compoundLeaf(place, sealed, form + 1, end), read);
  }

  /** What is hashed of a journal of two lines. Kinds are few, so that the view of a place mostly fits the next range too. */
  private hashed(place: number, from: number, end: number): Uint8Array {
    let view = this.views[place];
    if (view?.length !== end - from) this.views[place] = view = this.forms.subarray(from, end);
    return view;
  }

  private balance(place: number): void {
    const own = (BigInt(this.sumHigh[place] ?? 0) << 32n) + BigInt(this.sumLow[place] ?? 0);
    const wrong = [[this.currency[place] ?? 0, own] as const, ...(this.others.get(place) ?? [])].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => a - b)[0];
    if (wrong) this.note(place, "a journal balances per currency", "0", String(wrong[1]));
  }

  private compoundLeaf(place: number, sealed: number, form: number, end: number): string {
    const secret = this.trees.secret(sealed);
    const number = this.forms.subarray(form, form + 8);
    let expected = 0;
    const lines = new Tree();
    this.compound.of(place, (line, no) => {
      expected += 1;
      if (no !== expected) this.note(place, "lines are numbered from 1", `line ${expected}`, `line ${no}`);
      lines.add(saltedLine(secret, number, line));
    });
    return compoundLeaf(this.forms.subarray(form, end), lines.root());
  }

  /** After the last range: seals whose highest journal never came. */
  close(): void {
    this.trees.closeTo(null);
  }
}
