/** The chain of seals as the rows tell it, and which seal holds which journal number. */
import type pg from "pg";

import { sealRoot } from "./hashes.ts";
import type { Findings } from "./findings.ts";

export type Seal = { number: bigint; ranges: [bigint, bigint][]; highest: bigint; journals: bigint; lines: bigint; merkleRoot: Buffer; secret: Buffer };

type SealRow = {
  id: string; journal_ids: string; highest: string; closed_to: string; journals: string; lines: string;
  merkle_root: Buffer; previous_root: Buffer; root: Buffer; sealed_at: Buffer; secret: Buffer | null;
};

/** `{[1,4),[7,9)}` as pairs, the second end excluded. */
export function readRanges(text: string): [bigint, bigint][] {
  return [...text.matchAll(/\[(-?\d+),(-?\d+)\)/g)].map(([, from, to]) => [BigInt(from ?? "0"), BigInt(to ?? "0")]);
}

const nothing = Buffer.alloc(32);

/**
 * Reads every seal and checks numbers, chain and roots, and the roots that somebody kept (`trusted`: number to root in hex). Seals up to `after` are
 * taken as verified and need no secret.
 * Answers the seals in order and up to which number every journal must be in one of them.
 */
export async function readSeals(client: pg.Client, trusted: ReadonlyMap<bigint, string>, findings: Findings, after = 0n): Promise<{ seals: Seal[]; closedTo: bigint }> {
  const { rows } = await client.query<SealRow>(`
    select s.id::text, s.journal_ids::text, s.highest::text, s.closed_to::text, s.journals::text, s.lines::text, s.merkle_root, s.previous_root, s.root, timestamptz_send(s.sealed_at) as sealed_at, x.secret
      from ledger.seals s left join ledger.seal_secrets x on x.seal_id = s.id order by s.id`);
  let previous: Buffer = nothing;
  let closedTo = 0n;
  const seals = rows.map((row, n): Seal => {
    const number = BigInt(row.id);
    const name = `seal ${row.id}`;
    if (number !== BigInt(n + 1)) findings.add("seals are numbered without a gap", name, String(n + 1), row.id);
    if (!row.previous_root.equals(previous)) findings.add("a seal contains the root before it", name, previous.toString("hex"), row.previous_root.toString("hex"));
    const root = sealRoot({ number, previous: row.previous_root, journals: BigInt(row.journals), lines: BigInt(row.lines), sealedAt: row.sealed_at, merkleRoot: row.merkle_root });
    if (!root.equals(row.root)) findings.add("a seal's root is the hash of its facts", name, root.toString("hex"), row.root.toString("hex"));
    previous = row.root;
    const ranges = readRanges(row.journal_ids);
    const highest = ranges.at(-1)?.[1] ?? 0n;
    if (BigInt(row.highest) !== highest - 1n) findings.add("a seal knows its highest number", name, String(highest - 1n), row.highest);
    if (BigInt(row.closed_to) < closedTo) findings.add("what is closed stays closed", name, String(closedTo), row.closed_to);
    closedTo = BigInt(row.closed_to);
    const secret = row.secret?.length === nothing.length ? row.secret : null;
    if (secret === null && number > after) findings.add("every seal has its secret", name, "32 bytes", row.secret === null ? "none" : `${row.secret.length} bytes`);
    return { number, ranges, highest: highest - 1n, journals: BigInt(row.journals), lines: BigInt(row.lines), merkleRoot: row.merkle_root, secret: secret ?? nothing };
  });
  const roots = new Map(rows.map((row) => [BigInt(row.id), row.root.toString("hex")]));
  for (const [number, root] of trusted) {
    const found = roots.get(number) ?? "no such seal";
    if (found !== root) findings.add("a root taken earlier is still the root", `seal ${number}`, root, found);
  }
  return { seals, closedTo };
}
