/**
 * The hashes of docs/seals.md, written here a second time on purpose: verification shares no code with what it verifies. A hash is a
 * string of 32 characters, one a byte: Node makes those in half the time of a Buffer.
 */
import { hash } from "node:crypto";

const width = 16;
const bytesOfHash = 32;

export function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes, "binary");
}

/** One level of a tree: the hashes that have no node above them yet, behind the byte that says a node. */
type Level = { bytes: Buffer; held: number };

/** A tree with sixteen children a node, fed leaf by leaf. It keeps one node a level, not the leaves. */
export class Tree {
  private readonly levels: Level[] = [];
  leaves = 0;

  add(leaf: string): void {
    this.leaves += 1;
    this.put(0, leaf);
  }

  private put(height: number, child: string): void {
    let level = this.levels[height];
    if (!level) {
      level = { bytes: Buffer.alloc(1 + width * bytesOfHash, 1), held: 0 };
      this.levels.push(level);
    }
    if (level.held === width) {
      this.put(height + 1, sha256(level.bytes));
      level.held = 0;
    }
    level.bytes.write(child, 1 + level.held * bytesOfHash, "latin1");
    level.held += 1;
  }

  /** The top; one leaf is its own, without leaves it is empty. Afterwards the tree takes no more leaves. */
  root(): string {
    for (let height = 0; height < this.levels.length; height += 1) {
      const { bytes, held } = this.levels[height] as Level;
      if (height === this.levels.length - 1 && held === 1) return bytes.toString("latin1", 1, 1 + bytesOfHash);
      this.put(height + 1, sha256(bytes.subarray(0, 1 + held * bytesOfHash)));
    }
    return "";
  }
}

/** Eight bytes, the most significant first. */
export function int8(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

export const lineBytes = 28;

// Filled anew for every line: secret, number of the journal, number of the line; prefix, salt, line.
const salting = Buffer.alloc(32 + 8 + 4);
const salted = Buffer.alloc(1 + 16 + lineBytes, 2);

/** A line of a compound journal, salted: what it costs to say nothing about its neighbours. `journal` is its number, eight bytes. */
export function saltedLine(secret: Uint8Array, journal: Uint8Array, line: Uint8Array): string {
  salting.set(secret, 0);
  salting.set(journal, 32);
  salting.set(line.subarray(0, 4), 40);
  salted.write(sha256(salting), 1, 16, "latin1");
  salted.set(line, 17);
  return sha256(salted);
}

/** Leaf of a compound journal: its form and the root of the tree over its lines. */
export function compoundLeaf(form: Uint8Array, linesRoot: string): string {
  return sha256(Buffer.concat([Buffer.from([3]), form, Buffer.from(linesRoot, "latin1")]));
}

export type SealFacts = { number: bigint; previous: Buffer; journals: bigint; lines: bigint; sealedAt: Buffer; merkleRoot: Buffer };

export function sealRoot(seal: SealFacts): Buffer {
  return Buffer.from(sha256(Buffer.concat([Buffer.from([4]), int8(seal.number), seal.previous, int8(seal.journals), int8(seal.lines), seal.sealedAt, seal.merkleRoot])), "latin1");
}
