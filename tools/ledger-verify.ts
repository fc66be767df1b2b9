/**
 * `npm run ledger:verify` recomputes balances, sums and all seals from the rows and names the first difference.
 *
 *   --root 12:9f86…  a root that was taken earlier (number:hex); may be repeated
 *   --root FILE      a file of roots, as the worker keeps it (seals.log) or /seals.txt gives it
 *   --audit-root …   the same for the audit log (audit-seals.log)
 *   --after N        only what came after seal N; balances need a full run
 *   --url URL        another database than DATABASE_URL or the one of this folder
 *   --pack FILE      a pack for auditors instead of a database (docs/audit-packs.md); needs nothing of the operator's
 *   --json           one JSON object instead of text
 *
 * Exit code: 0 the books are true, 1 they are not, 2 they could not be read.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { startCluster } from "./cluster";
import { readSettings } from "./settings";
import { verifyPack } from "./verify/pack";
import { verifyLedger, type Verification } from "./verify/verify";

/** Roots given on the command line, each as number:root or as a file of them. */
function givenRoots(option: string, given: string[]): Map<bigint, string> {
  return new Map(given.flatMap((one) => {
    const roots = readRoots(existsSync(one) ? readFileSync(one, "utf8") : one);
    if (roots.size === 0) throw new Error(`${option} ${one}: neither number:root nor a file of roots`);
    return [...roots];
  }));
}

/** Lines of a file of roots: number first, root (64 hex digits) last; what does not read so is passed over. */
export function readRoots(text: string): Map<bigint, string> {
  return new Map(text.split("\n").flatMap((line): [bigint, string][] => {
    const [, number, root] = /^(\d{1,18})[:\s](?:.*\s)?([0-9a-f]{64})$/.exec(line.trim()) ?? [];
    return number !== undefined && root !== undefined ? [[BigInt(number), root]] : [];
  }));
}

async function withDatabase<T>(url: string | undefined, work: (url: string) => Promise<T>): Promise<T> {
  if (url !== undefined) return work(url);
  const { environment, superuserPassword } = readSettings();
  if (environment.DATABASE_URL) return work(environment.DATABASE_URL);
  const dir = path.join(environment.COFFER_HOME, "postgres");
  if (!existsSync(dir)) throw new Error("there is no database here yet: npm start makes one, --url names another");
  const cluster = await startCluster({ dir, superuserPassword });
  try {
    return await work(cluster.url("postgres", "coffer", superuserPassword));
  } finally {
    if (!cluster.adopted) await cluster.stop();
  }
}

/** A server for this once, in a folder that goes with it. */
async function withThrowaway<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-verify-"));
  try {
    const cluster = await startCluster({ dir: path.join(dir, "postgres"), settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } });
    try {
      return await work(cluster.url("postgres", "postgres"));
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function told(result: Verification): string {
  const read = `${result.journals} journals, ${result.lines} lines, ${result.seals} seals, ${result.audit.entries} entries of the audit log in ${result.audit.seals} seals in ${result.seconds.toFixed(1)} s`;
  if (result.ok) return `The books are true: ${read}.${result.last ? `\nLast root: ${result.last.number}:${result.last.root}` : ""}${result.audit.last ? `\nLast root of the audit log: ${result.audit.last.number}:${result.audit.last.root}` : ""}\n`;
  const first = result.findings[0];
  return [`The books are NOT true: ${result.count} differences in ${read}.`, `First: ${first?.rule}: ${first?.object}: expected ${first?.expected}, found ${first?.found}`,
    ...result.findings.slice(1, 20).map((one) => `       ${one.rule}: ${one.object}: expected ${one.expected}, found ${one.found}`), ""].join("\n");
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { root: { type: "string", multiple: true, default: [] }, "audit-root": { type: "string", multiple: true, default: [] }, after: { type: "string" }, url: { type: "string" }, pack: { type: "string" }, json: { type: "boolean", default: false } } });
  const [trusted, trustedAudit] = [givenRoots("--root", values.root), givenRoots("--audit-root", values["audit-root"])];
  if (values.after !== undefined && !/^\d{1,18}$/.test(values.after)) throw new Error("--after is the number of a seal");
  if (values.pack !== undefined && (values.url ?? values.after) !== undefined) throw new Error("--pack stands alone: a pack says itself what it is of, and needs no database");
  if (values.pack !== undefined && !existsSync(values.pack)) throw new Error(`--pack ${values.pack}: there is no such file`);
  const { pack } = values;
  const result = pack !== undefined ? await withThrowaway((url) => verifyPack(pack, url, { trusted, trustedAudit })) : await withDatabase(values.url, (url) => verifyLedger(url, { trusted, trustedAudit, after: values.after === undefined ? undefined : BigInt(values.after) }));
  process.stdout.write(values.json ? `${JSON.stringify(result, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}\n` : told(result));
  return result.ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`The ledger could not be verified: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
