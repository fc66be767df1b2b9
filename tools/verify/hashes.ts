/** The hashes of docs/seals.md, written here a second time on purpose: verification shares no code with what it verifies. */
import { createHash, hash } from "node:crypto";

const width = 16;

export function sha256(bytes: Buffer): Buffer {
  // One call instead of three where Node has it (20.12 and later).
  return typeof hash === "function" ? hash("sha256", bytes, "buffer") : createHash("sha256").update(bytes).digest();
}

const prefix = (byte: number): Buffer => Buffer.from([byte]);

/** Root of a tree with sixteen children a node; one leaf is its own root, none is empty. */
export function merkleRoot(leaves: Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let at = 0; at < level.length; at += width) next.push(sha256(Buffer.concat([prefix(1), ...level.slice(at, at + width)])));
    level = next;
  }
  return level[0] ?? Buffer.alloc(0);
}

export function int8(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

export function int4(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A line of a compound journal, salted: what it costs to say nothing about its neighbours. */
export function saltedLine(secret: Buffer, journal: Buffer, line: Buffer): Buffer {
  const salt = sha256(Buffer.concat([secret, journal, line.subarray(0, 4)])).subarray(0, 16);
  return sha256(Buffer.concat([prefix(2), salt, line]));
}

export function compoundLeaf(form: Buffer, lines: Buffer[]): Buffer {
  return sha256(Buffer.concat([prefix(3), form, merkleRoot(lines)]));
}

export type SealFacts = { number: bigint; previous: Buffer; journals: bigint; lines: bigint; sealedAt: Buffer; merkleRoot: Buffer };

export function sealRoot(seal: SealFacts): Buffer {
  return sha256(Buffer.concat([prefix(4), int8(seal.number), seal.previous, int8(seal.journals), int8(seal.lines), seal.sealedAt, seal.merkleRoot]));
}
