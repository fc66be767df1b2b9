/**
 * The audit log against its seals, from the rows alone (docs/seals.md, "The audit log"): entry by entry hashed again, seal by seal chained,
 * and roots that somebody kept compared.
 */
import type pg from "pg";

import type { Findings } from "./findings.ts";
import { int8, sha256 } from "./hashes.ts";
import { readRanges } from "./seals.ts";

type SealRow = { id: string; entry_ids: string; entries: string; sealed_at: Buffer; entries_hash: Buffer; previous_root: Buffer; root: Buffer; secret: Buffer | null };
type EntryRow = {
  id: string; number: Buffer; at: Buffer; actor: Buffer; behalf: Buffer; session: Buffer | null; before_hash: Buffer | null; after_hash: Buffer | null;
  reason: string | null; action: string; object_kind: string; object_id: string;
};

const zeros = (length: number) => Buffer.alloc(length);
const bytes = (hash: string) => Buffer.from(hash, "latin1");

/** Leaf of an entry: every field has a fixed place, the texts come last, a reason only as a salted hash. */
export function entryLeaf(entry: EntryRow, secret: Buffer): string {
  const salt = bytes(sha256(Buffer.concat([secret, entry.number]))).subarray(0, 16);
  const reason = entry.reason === null ? zeros(32) : bytes(sha256(Buffer.concat([salt, Buffer.from(entry.reason, "utf8")])));
  return sha256(Buffer.concat([
    Buffer.from([5]), entry.number, entry.at, entry.actor, entry.behalf, entry.session ?? zeros(16), entry.before_hash ?? zeros(32), entry.after_hash ?? zeros(32), reason,
    Buffer.from(`${entry.action}\n${entry.object_kind}\n${entry.object_id}`, "utf8"),
  ]));
}

/** Entries of one range of numbers that a seal holds, in their order. */
async function entriesOf(client: pg.Client, [from, to]: [bigint, bigint]): Promise<EntryRow[]> {
  return (await client.query<EntryRow>(
    `select id::text, int8send(id) as number, timestamptz_send(at) as at, int8send(coalesce(actor_id, 0)) as actor, int8send(coalesce(on_behalf_of, 0)) as behalf, uuid_send(session_id) as session, before_hash, after_hash, reason, action, object_kind, object_id
       from audit.log where id >= $1 and id < $2 order by audit.log.id`,
    [String(from), String(to)],
  )).rows;
}

/** Numbers read at a time. */
const step = 16_384n;

export type AuditVerification = { entries: bigint; seals: number; last: { number: bigint; root: string } | null };

/** Reads every seal of the log and the entries it holds; `trusted`: number to root in hex. Of seals up to `after` only the chain is verified. */
export async function verifyAudit(client: pg.Client, trusted: ReadonlyMap<bigint, string>, findings: Findings, after = 0n): Promise<AuditVerification> {
  const { rows } = await client.query<SealRow>(`
    select s.id::text, s.entry_ids::text, s.entries::text, timestamptz_send(s.sealed_at) as sealed_at, s.entries_hash, s.previous_root, s.root, x.secret
      from audit.seals s left join audit.seal_secrets x on x.seal_id = s.id order by s.id`);
  let previous: Buffer = zeros(32);
  let total = 0n;
  for (const [n, row] of rows.entries()) {
    const name = `log seal ${row.id}`;
    if (row.id !== String(n + 1)) findings.add("seals of the log are numbered without a gap", name, String(n + 1), row.id);
    if (!row.previous_root.equals(previous)) findings.add("a seal of the log contains the root before it", name, previous.toString("hex"), row.previous_root.toString("hex"));
    previous = row.root;
    const root = bytes(sha256(Buffer.concat([Buffer.from([6]), int8(BigInt(row.id)), row.previous_root, int8(BigInt(row.entries)), row.sealed_at, row.entries_hash])));
    if (!root.equals(row.root)) findings.add("a root of the log is the hash of its facts", name, root.toString("hex"), row.root.toString("hex"));
    if (BigInt(row.id) <= after) continue;
    if (row.secret?.length !== 32) findings.add("every seal of the log has its secret", name, "32 bytes", `${row.secret?.length ?? 0} bytes`);
    const leaves: Buffer[] = [];
    for (const [from, to] of readRanges(row.entry_ids)) {
      for (let at = from; at < to; at += step) {
        for (const entry of await entriesOf(client, [at, at + step < to ? at + step : to])) leaves.push(bytes(entryLeaf(entry, row.secret ?? zeros(32))));
      }
    }
    total += BigInt(leaves.length);
    const hash = bytes(sha256(Buffer.concat(leaves)));
    if (String(leaves.length) !== row.entries || !hash.equals(row.entries_hash)) findings.add("the log is what was sealed", `${name}, entries ${row.entry_ids}`, `${row.entries} ${row.entries_hash.toString("hex")}`, `${leaves.length} ${hash.toString("hex")}`);
  }
  const roots = new Map(rows.map((row) => [BigInt(row.id), row.root.toString("hex")]));
  for (const [number, root] of trusted) {
    const found = roots.get(number) ?? "no such seal";
    if (found !== root) findings.add("a root of the log taken earlier is still the root", `log seal ${number}`, root, found);
  }
  const unsealed = await client.query<{ id: string }>("select e.id::text from audit.log e, (select max(s.horizon) as horizon, range_agg(s.entry_ids) as ids from audit.seals s) a where e.xid < a.horizon and not e.id <@ a.ids order by e.id limit 10");
  for (const { id } of unsealed.rows) findings.add("what has finished is sealed", `log entry ${id}`, "a seal", "none");
  const last = rows.at(-1);
  return { entries: total, seals: rows.length, last: last ? { number: BigInt(last.id), root: last.root.toString("hex") } : null };
}
