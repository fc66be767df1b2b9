/** Proofs by the real database, verified by the file that people get: what holds, and where a changed one breaks. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { verifyProof, type ProofStep } from "../../../public/verify-proof.mjs";
import { openDesk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

type Level = { place: number; hashes: string[] };
type Fields = Record<string, string | number>;
type Whole = { format: string; seal: Fields; journal: Fields; lines: Fields[]; line_path: Level[] | null; path: Level[] };

let database: TestDatabase;
let db: pg.Client;
let folder: string;
/** A transfer, and the seventeenth of twenty lines of one journal: both in trees of two levels. */
let two: Whole;
let many: Whole;
/** The only journal of its seal: a tree without levels. */
let only: Whole;

/** The second has a number that a float could not hold. */
const ids: string[] = [];
const post = async (amounts: string[]): Promise<string> =>
  (await db.query<{ id: string }>("select ledger.post('adjustment', '2027-03-01', 7, $3, array(select (u.a, u.m, null)::ledger.line from unnest($1::bigint[], $2::bigint[]) with ordinality u (a, m, n) order by n))::text as id",
    [amounts.map((_, n) => ids[n % ids.length]), amounts, "01990000-0000-7000-8000-00000000c0de"])).rows[0]?.id ?? "";
const proofOf = async (journal: string, line: number): Promise<Whole> => {
  await vi.waitFor(async () => {
    await db.query("select ledger.seal(4096, clock_timestamp())");
    expect((await db.query("select from ledger.seals s where $1::bigint <@ s.journal_ids", [journal])).rowCount).toBe(1);
  }, { timeout: 20_000, interval: 50 });
  const { rows } = await db.query<{ proof: Whole }>("select ledger.proof($1, $2) as proof", [journal, line]);
  if (!rows[0]?.proof) throw new Error("no proof");
  return rows[0].proof;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "coffer-proof-"));
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows } = await db.query<{ id: string }>("select ledger.operator_account(k, 'USD')::text as id from unnest(array['bank:operator', 'treasury:promo']) k");
  ids.push(...rows.map(({ id }) => id));
  only = await proofOf(await post(["1", "-1"]), 1);
  // In one transaction, so that one seal holds all of it.
  await db.query("begin");
  for (let n = 0; n < 20; n += 1) await post(["3", "-3"]);
  const transfer = await post(["9000000000000000", "-9000000000000000"]);
  const compound = await post(Array.from({ length: 20 }, (_, n) => String(n % 2 === 0 ? 1000 + n : -999 - n)));
  await db.query("commit");
  two = await proofOf(transfer, 1);
  many = await proofOf(compound, 17);
});
afterAll(async () => {
  await db.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const verify = (proof: unknown, root?: string) => verifyProof(JSON.stringify(proof), root);
const brokenAt = async (proof: unknown, root?: string): Promise<string> => {
  const { ok, steps } = await verify(proof, root);
  const { place, level } = steps.at(-1) as ProofStep;
  expect(steps.slice(0, -1).every((step) => step.ok)).toBe(true);
  return ok ? "holds" : level === undefined ? place : `${place} ${level}`;
};

test("proofs of a transfer, of a line among twenty and of a seal's only journal hold, also against the root kept from earlier", async () => {
  for (const [proof, places] of [
    [two, ["format", "journal", "level 1", "level 2", "seal"]],
    [many, ["format", "line", "line_level 1", "journal", "level 1", "level 2", "seal"]],
    [only, ["format", "journal", "seal"]],
  ] as const) {
    const root = String(proof.seal.root);
    const { ok, steps } = await verify(proof, root);
    expect(ok).toBe(true);
    expect(steps.map(({ place, level }) => (level === undefined ? place : `${place} ${level}`))).toEqual([...places, "published"]);
    expect(await brokenAt(proof, ` ${proof.seal.number} ${proof.seal.sealed_at} ${proof.seal.journals} ${root}\n`)).toBe("holds");
    expect(await brokenAt(proof, "0".repeat(64))).toBe("published");
  }
  expect(many.lines).toHaveLength(1);
  expect(many.line_path).toHaveLength(2);
});

/** Another value of the same form: what a careful forger would write. */
function other(value: string | number): string | number {
  if (typeof value === "number") return value + 1;
  if (/^([0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f-]{36})$/.test(value)) return value.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  if (/^-?\d+$/.test(value)) return String(BigInt(value) + 1n);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return "2027-03-02";
  if (value.endsWith("Z")) return value.replace(/\d(?=Z$)/, (digit) => (digit === "9" ? "8" : "9"));
  return `${value}x`;
}

/** All strings and numbers, however deep. */
const values = (node: unknown): unknown[] => (node === null ? [] : typeof node === "object" ? Object.values(node).flatMap(values) : [node]);

/** Every value in a proof, with the place where changing it has to be noticed. */
function* changes(proof: Whole): Generator<[string, Whole, string]> {
  const change = (name: string, place: string, work: (copy: Whole) => void): [string, Whole, string] => {
    const copy = structuredClone(proof);
    work(copy);
    return [name, copy, place];
  };
  const compound = proof.line_path !== null;
  const top = proof.path.length === 0 ? "journal" : `level ${proof.path.length}`;
  yield change("format", "format", (copy) => { copy.format = "coffer-proof-2"; });
  for (const field of Object.keys(proof.seal)) yield change(`seal.${field}`, field === "merkle_root" ? top : "seal", (copy) => { copy.seal[field] = other(copy.seal[field] ?? ""); });
  // A journal of two lines that says it has three is no proof any more: it would show one line.
  for (const field of Object.keys(proof.journal)) yield change(`journal.${field}`, !compound && field === "line_count" ? "format" : "journal", (copy) => { copy.journal[field] = other(copy.journal[field] ?? ""); });
  for (const [n, line] of proof.lines.entries()) for (const field of Object.keys(line)) yield change(`lines[${n}].${field}`, compound ? "line" : "journal", (copy) => { const own = copy.lines[n] ?? {}; own[field] = other(own[field] ?? ""); });
  const trees = [["line_path", proof.line_path ?? [], "line", "line_level", "journal"], ["path", proof.path, "journal", "level", `level ${proof.path.length}`]] as const;
  for (const [tree, levels, first, later, last] of trees) {
    for (const [n, { place, hashes }] of levels.entries()) {
      const enters = n === 0 ? first : `${later} ${n}`;
      const leaves = n === levels.length - 1 ? last : `${later} ${n + 1}`;
      yield change(`${tree}[${n}].place`, enters, (copy) => { const level = copy[tree]?.[n]; if (level) level.place = place === 0 ? 1 : 0; });
      for (const at of hashes.keys()) yield change(`${tree}[${n}].hashes[${at}]`, at === place ? enters : leaves, (copy) => { const own = copy[tree]?.[n]?.hashes; if (own) own[at] = String(other(own[at] ?? "")); });
    }
  }
}

test("every value of a proof, changed by itself, is refused where it breaks", async () => {
  let tried = 0;
  for (const proof of [two, many, only]) {
    for (const [name, changed, place] of changes(proof)) {
      expect(JSON.stringify(changed), name).not.toBe(JSON.stringify(proof));
      expect(`${name}: ${await brokenAt(changed)}`).toBe(`${name}: ${place}`);
      tried += 1;
    }
  }
  expect(tried).toBe([two, many, only].flatMap(values).length);
});

test("a member gets the proof of an own movement when a seal holds it, and of nothing else", async () => {
  const desk = await openDesk(database, 2);
  const finance = await desk.staff("finance");
  const bank = await desk.method("USD", "Bank");
  const [ann, bo] = [await desk.member("ann"), await desk.member("bo")];
  await desk.deposit(ann, "20.00", bank, finance);
  const { items } = await desk.ask("member_movements", { token: ann.token, wallet: null, currency: null, kind: null, from: null, to: null, cursor: null, limit: 1 });
  const [{ id }] = items as [{ id: string }];
  expect(await desk.ask("member_proof", { token: ann.token, id })).toEqual({ proof: null });
  expect(await desk.ask("member_movement", { token: ann.token, id })).toMatchObject({ sealed: false });
  await proofOf(id.split("-")[0] ?? "", 1);
  expect(await desk.ask("member_movement", { token: ann.token, id })).toMatchObject({ sealed: true });
  const { proof } = await desk.ask("member_proof", { token: ann.token, id });
  expect((await verify(proof, String((proof as Whole).seal.root))).ok).toBe(true);
  const other = id.replace(/-(\d+)$/, (_, line: string) => `-${line === "1" ? "2" : "1"}`);
  for (const [token, asked] of [[bo.token, id], [ann.token, other], [ann.token, "1-999999"], [ann.token, "x"]]) {
    await expect(desk.ask("member_proof", { token, id: asked })).rejects.toMatchObject({ message: expect.stringContaining("not_found") });
  }
  await desk.close();
});

test("anybody reads the roots, with the time as it was hashed, and those below a number", async () => {
  const desk = await openDesk(database, 2);
  const { seals, count } = await desk.ask("public_seals", { before: null });
  expect(count).toBe(seals.length);
  expect(seals).toContainEqual({ number: only.seal.number, sealed_at: only.seal.sealed_at, journals: 1, lines: 2, root: only.seal.root, previous_root: only.seal.previous_root });
  expect((await desk.ask("public_seals", { before: "2" })).seals).toMatchObject([{ number: "1", root: only.seal.root }]);
  await desk.close();
});

test("there is one way to write a proof: other words for the same values, more fields and fewer are refused", async () => {
  const writings: ((copy: Whole) => void)[] = [
    (copy) => { copy.lines[0] = { ...copy.lines[0], amount: "09000000000000000" }; },
    (copy) => { copy.lines[0] = { ...copy.lines[0], amount: "9000000000000000 " }; },
    (copy) => { copy.lines[0] = { ...copy.lines[0], amount: 9 }; },
    (copy) => { copy.lines[0] = { ...copy.lines[0], amount: "9232379236109516801" }; },
    (copy) => { copy.lines[0] = { ...copy.lines[0], currency: "USD" }; },
    (copy) => { copy.lines.pop(); },
    (copy) => { copy.lines.push({ ...copy.lines[0] }); },
    (copy) => { copy.journal.value_on = "2027-02-29"; },
    (copy) => { copy.journal.posted_at = "2027-02-31T00:00:00.000000Z"; },
    (copy) => { copy.journal.cause = String(copy.journal.cause).toUpperCase(); },
    (copy) => { copy.seal.root = String(copy.seal.root).toUpperCase(); },
    (copy) => { delete copy.seal.previous_root; },
    (copy) => { copy.line_path = []; },
    (copy) => { Object.assign(copy, { note: "paid" }); },
    (copy) => { for (const level of copy.path) level.hashes.push(...Array.from({ length: 16 }, () => "0".repeat(64))); },
  ];
  for (const write of writings) {
    const copy = structuredClone(two);
    write(copy);
    expect(`${write}: ${await brokenAt(copy)}`).toBe(`${write}: format`);
  }
  for (const text of ["", "{", "null", "[]", "7", '{"__proto__": {}}']) expect((await verifyProof(text)).steps).toMatchObject([{ place: "format", ok: false }]);
});

test("the same file is a program: it says what it checked and leaves with 0 or 1", async () => {
  const file = path.join(folder, "proof.json");
  const run = async (proof: unknown, ...more: string[]) => {
    writeFileSync(file, JSON.stringify(proof));
    return promisify(execFile)(process.execPath, ["public/verify-proof.mjs", file, ...more]).then(({ stdout }) => ({ code: 0, stdout }), (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }));
  };
  expect(await run(many, String(many.seal.root))).toMatchObject({ code: 0, stdout: expect.stringContaining(`is in seal ${many.seal.number}`) });
  expect(await run(two)).toMatchObject({ code: 0, stdout: expect.stringContaining("Compare this root") });
  expect(await run(two, "0".repeat(64))).toMatchObject({ code: 1, stdout: expect.stringContaining("BROKEN it is the root published earlier") });
  expect(await run({ ...two, journal: { ...two.journal, kind: "deposit" } })).toMatchObject({ code: 1, stdout: expect.stringContaining("BROKEN the journal stands") });
  expect(await run("nonsense")).toMatchObject({ code: 1 });
});
