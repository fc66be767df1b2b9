/** Which seal holds which number, and the tree of each seal while its journals are read in order of their numbers. */
import type { Findings } from "./findings.ts";
import { Tree } from "./hashes.ts";
import type { Seal } from "./seals.ts";

type Open = { tree: Tree; lines: bigint };

export class SealTrees {
  private readonly ranges: { from: bigint; to: bigint; index: number }[];
  private next = 0;
  /** by place in the range of numbers being read: index of the seal, -1 for none */
  private readonly sealOf: Int32Array;
  private readonly open = new Map<number, Open>();
  /** seals still to be closed, by highest number */
  private readonly toClose: number[];
  private closed = 0;

  /** Seals up to `after` are taken as verified. */
  constructor(private readonly size: number, private readonly seals: Seal[], private readonly after: bigint, private readonly findings: Findings) {
    this.sealOf = new Int32Array(size);
    this.ranges = seals.flatMap((seal, index) => seal.ranges.map(([from, to]) => ({ from, to, index }))).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    this.ranges.forEach((range, n) => {
      const after = this.ranges[n + 1];
      if (after && after.from < range.to) findings.add("a journal is in one seal", `journal ${after.from}`, `seal ${seals[range.index]?.number}`, `also seal ${seals[after.index]?.number}`);
    });
    const highest = (index: number) => seals[index]?.highest ?? 0n;
    this.toClose = seals.map((_, index) => index).filter((index) => !this.isVerified(index)).sort((a, b) => (highest(a) < highest(b) ? -1 : highest(a) > highest(b) ? 1 : a - b));
  }

  /** Index of the seal of each of the numbers that begin with `from`, -1 where there is none; valid until the next call. */
  begin(from: bigint): Int32Array {
    const place = (number: bigint): number => (number <= from ? 0 : number - from >= BigInt(this.size) ? this.size : Number.parseInt((number - from).toString(), 10));
    this.sealOf.fill(-1);
    for (let range = this.ranges[this.next]; range && range.to <= from; range = this.ranges[this.next]) this.next += 1;
    for (let n = this.next; ; n += 1) {
      const range = this.ranges[n];
      if (!range || place(range.from) === this.size) break;
      this.sealOf.fill(range.index, place(range.from), place(range.to));
    }
    return this.sealOf;
  }

  isVerified(index: number): boolean {
    return (this.seals[index]?.number ?? 0n) <= this.after;
  }

  secret(index: number): Buffer {
    return (this.seals[index] as Seal).secret;
  }

  add(index: number, leaf: string, lines: number): void {
    let open = this.open.get(index);
    if (!open) this.open.set(index, (open = { tree: new Tree(), lines: 0n }));
    open.tree.add(leaf);
    open.lines += BigInt(lines);
  }

  /** Compares every seal whose highest number has been read; null: every seal that is left. */
  closeTo(number: bigint | null): void {
    for (; this.closed < this.toClose.length; this.closed += 1) {
      const index = this.toClose[this.closed] ?? 0;
      const seal = this.seals[index] as Seal;
      if (number !== null && seal.highest > number) return;
      const { tree, lines } = this.open.get(index) ?? { tree: new Tree(), lines: 0n };
      this.open.delete(index);
      const name = `seal ${seal.number}`;
      if (BigInt(tree.leaves) !== seal.journals) this.findings.add("a seal holds as many journals as it says", name, String(seal.journals), String(tree.leaves));
      if (lines !== seal.lines) this.findings.add("a seal holds as many lines as it says", name, String(seal.lines), String(lines));
      const root = Buffer.from(tree.root(), "latin1");
      if (!root.equals(seal.merkleRoot)) this.findings.add("a seal's tree is that of its journals", name, seal.merkleRoot.toString("hex"), root.toString("hex"));
    }
  }
}
