/**
 * Verifies a pack for auditors without the database it was made from: reads its files into an empty database, compares each with the list, and lets the
 * verifier of the live ledger read the rows there. Trusts nothing that the pack says of itself but compares it.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { Transform, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import tar from "tar-stream";
import { z } from "zod";

import { Findings } from "./findings.ts";
import { ledgerOf, neededColumns, packLaws, tableOf } from "./pack-tables.ts";
import { verifyLedger, type Options, type Verification } from "./verify.ts";

const digits = z.string().regex(/^\d{1,18}$/);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const word = z.string().regex(/^[a-z][a-z_]{0,62}$/);
const seals = z.object({ first: digits, last: digits, root: hex }).nullable();
const manifestShape = z.object({
  format: z.literal("coffer-audit-pack-1"),
  period: z.object({ from: z.iso.date(), until: z.iso.date() }).nullable(),
  seals,
  audit_seals: seals,
  sums: z.array(z.object({ currency: z.string(), debit: z.string(), credit: z.string(), lines: z.string() })),
  files: z.array(z.object({ name: z.string().regex(/^[a-z][a-z_]{0,62}\.csv$/), rows: digits, bytes: digits, sha256: hex, columns: z.array(word).min(1) })),
});
type Manifest = z.output<typeof manifestShape>;

/** The list comes first, so that every other file can be read as it passes. It is small. */
const longestManifest = 1_000_000;
const small = (stream: Readable, most: number): Promise<string> => {
  let read = 0;
  return text(stream.pipe(new Transform({ transform(chunk: Buffer, _, done) { read += chunk.length; done(read > most ? new Error("manifest.json is too long") : null, chunk); } })));
};

type Read = { bytes: number; sha256: string; rows: bigint };

/** Reads a file of CSV into its table; the server counts its rows and holds its head against the columns. Rejects when it is not CSV of these columns. */
async function load(client: pg.Client, entry: Readable, name: string, columns: readonly string[]): Promise<Read> {
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({ transform(chunk: Buffer, _, done) { hash.update(chunk); bytes += chunk.length; done(null, chunk); } });
  await client.query(tableOf(name, columns));
  await pipeline(entry, counted, client.query(copyFrom(`copy pack.${name} from stdin (format csv, header match)`)));
  const { rows } = await client.query<{ rows: string }>(`select count(*)::text as rows from pack.${name}`);
  return { bytes, sha256: hash.digest("hex"), rows: BigInt(rows[0]?.rows ?? "0") };
}

/** Reads the archive; answers its list, or null when there is none that can be read. */
async function unpack(file: string, client: pg.Client, findings: Findings): Promise<Manifest | null> {
  let manifest: Manifest | null = null;
  const seen = new Set<string>();
  const extract = tar.extract();
  const unpacking = pipeline(createReadStream(file), createGunzip(), extract);
  // A damaged archive ends the loop below too.
  unpacking.catch(() => undefined);
  try {
    for await (const entry of extract) {
      const { name } = entry.header;
      const stream = entry as unknown as Readable;
      if (manifest === null) {
        if (name !== "manifest.json") throw new Error(`the first file is ${name}, not manifest.json`);
        manifest = manifestShape.parse(JSON.parse(await small(stream, longestManifest)));
        continue;
      }
      const listed = manifest.files.find((one) => one.name === name);
      if (seen.has(name) || (!listed && name !== "README.md")) findings.add("a pack holds the files of its list", name, "once, as listed", seen.has(name) ? "twice" : "not listed");
      if (!listed || seen.has(name)) {
        stream.resume();
        seen.add(name);
        continue;
      }
      seen.add(name);
      const read = await load(client, stream, name.replace(/\.csv$/, ""), listed.columns).catch((error: unknown) => { throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`); });
      if (read.sha256 !== listed.sha256 || String(read.bytes) !== listed.bytes) findings.add("a file is what the list says", name, `${listed.bytes} bytes, SHA-256 ${listed.sha256}`, `${read.bytes} bytes, SHA-256 ${read.sha256}`);
      if (String(read.rows) !== listed.rows) findings.add("a file has as many rows as the list says", name, listed.rows, String(read.rows));
    }
    await unpacking;
  } catch (error) {
    findings.add("a pack can be read", "archive", "a whole archive of a known form", error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error));
    return null;
  }
  if (manifest === null) findings.add("a pack can be read", "archive", "manifest.json", "nothing");
  for (const { name } of manifest?.files ?? []) if (!seen.has(name)) findings.add("a pack holds the files of its list", name, "a file", "none");
  return manifest;
}

/** Whether everything is there that the ledger is made of. */
function complete(manifest: Manifest, findings: Findings): boolean {
  const before = findings.count;
  for (const [name, columns] of Object.entries(neededColumns)) {
    const found = manifest.files.find((file) => file.name === `${name}.csv`)?.columns ?? [];
    for (const column of columns) if (!found.includes(column)) findings.add("a pack holds what it is verified by", `${name}.csv`, column, "no such column");
  }
  return findings.count === before;
}

async function compare(client: pg.Client, manifest: Manifest, findings: Findings): Promise<void> {
  for (const { rule, query } of packLaws) {
    const { rows } = await client.query<string[]>({ text: query, values: [manifest.seals?.first ?? "0"], rowMode: "array" });
    for (const [object = "", expected = "", found = ""] of rows) findings.add(rule, object, expected, found);
  }
  const { rows: sums } = await client.query<Record<string, string>>("select currency, coalesce(sum(amount) filter (where amount > 0), 0)::text as debit, coalesce(-sum(amount) filter (where amount < 0), 0)::text as credit, count(*)::text as lines from pack.lines group by currency order by currency");
  const told = (of: Record<string, string>[]) => of.map(({ currency, debit, credit, lines }) => `${currency} ${debit} ${credit} ${lines}`).join(", ");
  if (told(sums) !== told(manifest.sums)) findings.add("the sums of the list are those of the lines", "manifest.json", told(sums), told(manifest.sums));
  for (const [table, of, name] of [["seals", manifest.seals, "seal"], ["audit_seals", manifest.audit_seals, "log seal"]] as const) {
    const { rows } = await client.query<{ last: string }>(`select seal || ':' || root as last from pack.${table} order by seal desc limit 1`);
    const expected = of === null ? "none" : `${of.last}:${of.root}`;
    if ((rows[0]?.last ?? "none") !== expected) findings.add("the last seal of the list is the last of its file", name, expected, rows[0]?.last ?? "none");
  }
  if (manifest.period !== null) {
    const { rows } = await client.query<{ id: string }>("select journal_id::text as id from pack.journals where seal is null limit 100");
    for (const { id } of rows) findings.add("a pack of some days holds sealed journals only", `journal ${id}`, "a seal", "none");
  }
}

const before = (number: string | undefined): bigint => (number === undefined ? 0n : BigInt(number) - 1n);

/** Verifies `file` with the help of an empty database of a superuser. Kept roots as for `verifyLedger`. */
export async function verifyPack(file: string, emptyDatabase: string, { trusted, trustedAudit }: Pick<Options, "trusted" | "trustedAudit"> = {}): Promise<Verification> {
  const started = performance.now();
  const findings = new Findings();
  const client = new pg.Client({ connectionString: emptyDatabase });
  let manifest: Manifest | null = null;
  let readable = false;
  await client.connect();
  try {
    await client.query("create schema pack");
    manifest = await unpack(file, client, findings);
    // What is missing would only be found again as a thousand differences.
    readable = manifest !== null && complete(manifest, findings) && !findings.list.some(({ rule }) => rule === "a pack holds the files of its list");
    if (manifest !== null && readable) {
      await client.query(ledgerOf(manifest.period === null));
      await compare(client, manifest, findings);
    }
  } finally {
    await client.end();
  }
  const seconds = () => (performance.now() - started) / 1000;
  if (manifest === null || !readable) {
    return { ok: false, journals: 0n, lines: 0n, seals: 0, last: null, audit: { entries: 0n, seals: 0, last: null }, findings: findings.list, count: findings.count, seconds: seconds() };
  }
  const days = manifest.period === null ? {} : { after: before(manifest.seals?.first), auditAfter: before(manifest.audit_seals?.first), balancesSince: true };
  const ledger = await verifyLedger(emptyDatabase, { trusted, trustedAudit, ...days });
  const count = findings.count + ledger.count;
  return { ...ledger, ok: count === 0, findings: [...findings.list, ...ledger.findings], count, seconds: seconds() };
}
