/** Packs for outside auditors (spec 7.3): of one moment, verified without the database they were made from; whatever is changed in one is found. */
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase, useDatabase } from "~/db/db.server";
import { fileStore } from "~/files/file-store.server";

import { openDesk, refusalOf, refused, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { verifyPack } from "../../tools/verify/pack.ts";
import { verifyLedger } from "../../tools/verify/verify.ts";
import type { TaskTools } from "../task";
import { officePack } from "../tasks/office__pack";
import { changed, edit, manifestOf, repack, rowsOf, unpack } from "./support/pack-files";

let database: TestDatabase;
let admin: pg.Client;
let desk: Desk;
let store: string;
let auditor: { token: string };
let whole: Buffer;

const tools = (more: Partial<TaskTools> = {}) =>
  ({ log: pino({ level: "silent" }), alone: async (_: string, work: () => Promise<void>) => (await work(), true), stopping: () => false, ...more }) as TaskTools;
const kept = () => readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name));
const ask = async (from: string | null = null, until: string | null = null, key = randomUUID()) => (await desk.ask("staff_pack_ask", { token: auditor.token, from, until, key })).pack as string;
const stateOf = async (pack: string) => ((await desk.ask("staff_packs", { token: auditor.token })).items as { id: string; state: string; sha256: string }[]).find(({ id }) => id === pack);
const bytesOf = async (pack: string): Promise<Buffer> => {
  const { storage_key } = await desk.ask("staff_pack_file", { token: auditor.token, pack });
  return Buffer.from((await fileStore().get(storage_key as string)) ?? new Uint8Array());
};
const made = async (from: string | null = null, until: string | null = null): Promise<Buffer> => {
  const pack = await ask(from, until);
  await officePack({ export: pack }, tools());
  return bytesOf(pack);
};

/** Seals everything; transactions of other databases on the server hold the horizon back for a moment. */
async function sealed(): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    await desk.job("worker_seal");
    await desk.job("worker_audit_seal");
    const [left] = await desk.sql("select exists (select from ledger.journals j where not exists (select from ledger.seals s where j.id <@ s.journal_ids)) or exists (select from audit.log e where not exists (select from audit.seals s where e.id <@ s.entry_ids)) as some");
    if (left?.some === false) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error("not everything was sealed");
}

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), "coffer-packs-"));
  process.env.STORAGE_URL = `file:${store}`;
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url("postgres").replace(/[^/]*$/, "postgres") });
  await admin.connect();
  desk = await openDesk(database, 4);
  await desk.set({ sign_on_bonus: "0" });
  await desk.clock("2027-02-01T10:00:00Z");
  const [finance, operations, bank] = [await desk.staff("finance"), await desk.staff("operations"), await desk.method()];
  auditor = await desk.staff("auditor");
  const ann = await desk.member("ann");
  const bo = await desk.member("bo", ann.code);
  await desk.fund("returns", "USD", "500.00", bank, operations, finance);
  await desk.fund("commission", "USD", "500.00", bank, operations, finance);
  const plan = await desk.plan(operations, finance);
  await desk.deposit(ann, "1000.00", bank, finance);
  await desk.deposit(bo, "1000.00", bank, finance);
  await desk.invest(ann, plan, "400.00");
  const destination = await desk.destination(ann);
  await sealed();
  await desk.clock("2027-02-02T10:00:00Z");
  await desk.invest(bo, plan, "333.33");
  await desk.accrue("2027-02-02");
  const withdrawn = await desk.withdraw(ann, "DEPOSIT", "10.00", destination);
  await desk.decide(finance, withdrawn.request as string, "reject");
  // A reason with everything that CSV and record text quote, and an empty text.
  await desk.sql("select audit.write(now(), row(null, null, 'staff', 'finance', 2::smallint, null)::identity.caller, 'try', '', '', E'say \"no\", \\\\ back\\nand (on), é')");
  await sealed();
  await desk.clock("2027-02-03T10:00:00Z");
  await desk.accrue("2027-02-03");
  await sealed();
  await desk.clock("2027-02-04T10:00:00Z");
  await useDatabase({ url: database.url("coffer_worker"), connections: 3 });
  whole = await made();
}, 120_000);
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await admin.end();
  await database.drop();
  rmSync(store, { recursive: true, force: true });
});

/** Verifies in a database of its own. */
async function verified(archive: Buffer, roots: Parameters<typeof verifyPack>[2] = {}) {
  const name = `coffer_pack_${randomUUID().slice(0, 8)}`;
  const file = path.join(store, name);
  writeFileSync(file, archive);
  await admin.query(`create database ${name} template template0`);
  try {
    return await verifyPack(file, database.url("postgres").replace(/[^/]*$/, name), roots);
  } finally {
    rmSync(file);
    await admin.query(`drop database ${name} with (force)`);
  }
}
const rules = (result: Awaited<ReturnType<typeof verified>>): string[] => [...new Set(result.findings.map(({ rule }) => rule))];

test("a pack of everything is verified without the database, and says what the live books say", async () => {
  const live = await verifyLedger(database.url("postgres"));
  const { seals, audit_seals } = manifestOf(await unpack(whole));
  const result = await verified(whole, { trusted: new Map([[BigInt(seals.last), seals.root]]), trustedAudit: new Map([[BigInt(audit_seals.last), audit_seals.root]]) });
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ ok: true, journals: live.journals, lines: live.lines, seals: live.seals, last: live.last });
  expect(result.audit.entries).toBeGreaterThan(10n);
});

test("every row of the tables is in it, texts as they were written", async () => {
  const files = await unpack(whole);
  const [counts] = await desk.sql<Record<string, string>>("select (select count(*) from ledger.lines)::text as lines, (select count(*) from identity.members)::text as members, (select count(*) from invest.accruals)::text as accruals, (select count(*) from approval.decisions)::text as decisions");
  for (const [name, count] of Object.entries(counts ?? {})) expect(`${name} ${rowsOf(files, name).length}`).toBe(`${name} ${count}`);
  expect(rowsOf(files, "audit_log").find(({ action }) => action === "try")).toMatchObject({ reason: 'say "no", \\ back\nand (on), é', object_kind: "" });
  const [sums] = await desk.sql<{ debit: string }>("select sum(amount)::text as debit from ledger.lines l where amount > 0");
  expect(manifestOf(files).sums).toMatchObject([{ currency: "USD", debit: sums?.debit, credit: sums?.debit }]);
  expect(files.get("README.md")?.toString("utf8")).toContain("npm run ledger:verify -- --pack");
});

test("it says nothing of who a member is", async () => {
  const files = await unpack(whole);
  for (const [name, bytes] of files) expect(`${name} ${/members\.test|\bann\b|\+1555/i.test(bytes.toString("utf8"))}`).toBe(`${name} false`);
});

test("a pack of one day holds what its seals hold, and what stood on accounts before", async () => {
  const day = await made("2027-02-02", "2027-02-02");
  const files = await unpack(day);
  expect(rowsOf(files, "journals").length).toBeGreaterThan(1);
  expect(rowsOf(files, "journals").length).toBeLessThan(rowsOf(await unpack(whole), "journals").length);
  expect(rowsOf(files, "balances").some(({ opening }) => opening !== "0")).toBe(true);
  expect(rowsOf(files, "seals")[0]).toMatchObject({ seal: "1", secret: "" });
  const result = await verified(day);
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ ok: true, journals: BigInt(rowsOf(files, "journals").length) });
  const wrong = await changed(day, (of) => edit(of, "balances", (lines) => lines.map((line, n) => (n === 1 ? line.replace(/,(-?\d+),(-?\d+),(-?\d+)$/, ",1$1,$2,1$3") : line))));
  expect(rules(await verified(wrong))).toEqual(expect.arrayContaining(["accounts sum to zero per currency"]));
});

test("a changed byte is found", async () => {
  const files = await unpack(whole);
  edit(files, "requests", (lines) => lines.map((line, n) => (n === 1 ? line.replace("approved", "rejected") : line)));
  expect(rules(await verified(await repack(files)))).toEqual(["a file is what the list says"]);
  const torn = Buffer.from(whole);
  torn[torn.length >> 1] = (torn[torn.length >> 1] ?? 0) ^ 1;
  expect((await verified(torn)).ok).toBe(false);
  expect((await verified(whole.subarray(0, whole.length - 100))).ok).toBe(false);
  expect(rules(await verified(Buffer.from("no archive")))).toEqual(["a pack can be read"]);
});

test("what is missing, double or of another form is found", async () => {
  expect(rules(await verified(await changed(whole, (files) => void files.delete("holds.csv"))))).toContain("a pack holds the files of its list");
  expect(rules(await verified(await changed(whole, (files, manifest) => { files.delete("lines.csv"); manifest.files = manifest.files.filter(({ name }) => name !== "lines.csv"); })))).toContain("a pack holds what it is verified by");
  expect(rules(await verified(await changed(whole, (files) => void files.set("more.csv", Buffer.from("a\n")))))).toContain("a pack holds the files of its list");
  expect(rules(await verified(await changed(whole, (files) => edit(files, "lines", (lines) => lines.map((line, n) => (n === 2 ? `${line},` : line))))))).toEqual(["a pack can be read"]);
});

test("a line that is missing is found though the list was written anew", async () => {
  const result = await verified(await changed(whole, (files) => edit(files, "lines", (lines) => lines.filter((_, n) => n !== 3))));
  expect(rules(result)).toEqual(expect.arrayContaining(["a journal has all its lines", "a seal's tree is that of its journals", "the sums of the list are those of the lines"]));
});

test("an amount that was changed throughout, sums, balances and list with it, is found by its seal", async () => {
  const result = await verified(await changed(whole, (files, manifest) => {
    const [first] = rowsOf(files, "lines").filter(({ amount }) => (amount ?? "").length > 3);
    const of = rowsOf(files, "lines").filter(({ journal_id }) => journal_id === first?.journal_id);
    const by = (account: string | undefined) => of.filter(({ account_id }) => account_id === account).reduce((sum, { amount }) => sum + (amount?.startsWith("-") ? -100n : 100n), 0n);
    const add = (text: string, more: bigint) => String(BigInt(text) + more);
    edit(files, "lines", (lines) => lines.map((line) => (line.startsWith(`${first?.journal_id},`) ? line.replace(/,(-?)(\d+)(,\d{4}-)/, (_, sign: string, amount: string, rest: string) => `,${sign}${add(amount, 100n)}${rest}`) : line)));
    edit(files, "balances", (lines) => lines.map((line) => line.replace(/^(\d+),([A-Z]+),(-?\d+),(-?\d+),(-?\d+)$/, (_, account: string, currency: string, opening: string, moved: string, closing: string) => `${account},${currency},${opening},${add(moved, by(account))},${add(closing, by(account))}`)));
    const sides = new Map(rowsOf(files, "accounts").map(({ account_id, side }) => [account_id, BigInt(side ?? "1")]));
    edit(files, "accounts", (lines) => lines.map((line) => {
      const cells = line.split(",");
      const more = by(cells[0]) * (sides.get(cells[0]) ?? 1n);
      return more === 0n ? line : cells.map((cell, n) => (n === 5 || n === 7 ? add(cell, more) : cell)).join(",");
    }));
    const on = of[0]?.value_on ?? "";
    edit(files, "trial_balance", (lines) => lines.map((line) => {
      const [day, kind, currency, debit = "0", credit = "0", count] = line.split(",");
      const touched = of.filter((row) => row.account_kind === kind && day === on);
      return touched.length === 0 ? line : [day, kind, currency, add(debit, BigInt(100 * touched.filter(({ amount }) => !amount?.startsWith("-")).length)), add(credit, BigInt(100 * touched.filter(({ amount }) => amount?.startsWith("-")).length)), count].join(",");
    }));
    const [sum] = manifest.sums;
    if (sum) Object.assign(sum, { debit: add(sum.debit ?? "0", 100n), credit: add(sum.credit ?? "0", 100n) });
  }));
  expect(rules(result)).toEqual(["a seal's tree is that of its journals"]);
});

test("the last seal taken away with all it holds is found by a root that was kept", async () => {
  const files = await unpack(whole);
  const { seals } = manifestOf(files);
  const result = await verified(whole, { trusted: new Map([[BigInt(seals.last) + 1n, "ab".repeat(32)]]) });
  expect(result.findings).toMatchObject([{ rule: "a root taken earlier is still the root", found: "no such seal" }]);
  // A day's pack ends before the last seal, as one would whose end was cut off: without the root nobody could tell.
  const cut = await made("2027-02-01", "2027-02-02");
  expect((await verified(cut)).ok).toBe(true);
  expect(rules(await verified(cut, { trusted: new Map([[BigInt(seals.last), seals.root]]) }))).toEqual(["a root taken earlier is still the root"]);
});

test("an entry of the log that was changed, and one that was taken out, is found", async () => {
  const reworded = await changed(whole, (files) => edit(files, "audit_log", (lines) => lines.map((line) => line.replace("say ", "said "))));
  expect(rules(await verified(reworded))).toEqual(["the log is what was sealed"]);
  const without = await changed(whole, (files) => edit(files, "audit_log", (lines) => lines.filter((_, n) => n !== 2)));
  expect(rules(await verified(without))).toEqual(["the log is what was sealed"]);
});

test("a credit that does not follow from its contract is found", async () => {
  const result = await verified(await changed(whole, (files) => edit(files, "accruals", (lines) => lines.map((line, n) => (n === 1 ? line.replace(/^(\d+,\d+,[\d-]+,USD),\d+/, "$1,9999") : line)))));
  expect(rules(result)).toEqual(["a credit follows from principal, rate and day"]);
});

test("asked twice with one key it is one pack; one that was cut off leaves nothing behind", async () => {
  const key = randomUUID();
  const pack = await ask(null, null, key);
  expect(await ask(null, null, key)).toBe(pack);
  const before = kept().length;
  expect(await officePack({ export: pack }, tools({ stopping: () => true }))).toBe(false);
  expect(kept().length).toBe(before);
  expect(await stateOf(pack)).toMatchObject({ state: "running" });
  await officePack({ export: pack }, tools());
  await officePack({ export: pack }, tools());
  expect(kept().length).toBe(before + 1);
  const bytes = await bytesOf(pack);
  expect(await stateOf(pack)).toMatchObject({ state: "finished", sha256: createHash("sha256").update(bytes).digest("hex") });
  expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith("coffer-pack-"))).toEqual([]);
});

test("packs are for auditors and administrators, asking and taking are in the log, and reports do not show them", async () => {
  const finance = await desk.staff("finance");
  expect(await refused(desk.ask("staff_pack_ask", { token: finance.token, from: null, until: null, key: randomUUID() }))).toBe("not_permitted");
  expect(await refused(desk.ask("staff_packs", { token: finance.token }))).toBe("not_permitted");
  const pack = await ask();
  await officePack({ export: pack }, tools());
  expect(await refused(desk.ask("staff_pack_file", { token: finance.token, pack }))).toBe("not_permitted");
  expect(await refused(desk.ask("staff_export_file", { token: auditor.token, export: pack }))).toBe("not_found");
  expect(((await desk.ask("staff_exports", { token: auditor.token })).items as { id: string }[]).some(({ id }) => id === pack)).toBe(false);
  await bytesOf(pack);
  expect(await desk.sql("select action from audit.log where object_id = $1 order by id", [pack])).toEqual([{ action: "audit_pack_ask" }, { action: "audit_pack_take" }]);
});

test("days that make no sense are refused at their field", async () => {
  const at = (from: string | null, until: string | null) => ask(from, until).then(() => null, refusalOf);
  expect(await at("2027-02-02", null)).toMatchObject({ code: "invalid_input", field: "until" });
  expect(await at(null, "2027-02-02")).toMatchObject({ code: "invalid_input", field: "from" });
  expect(await at("2027-02-02", "2027-02-09")).toMatchObject({ code: "invalid_input", field: "until" });
  expect(await at("2027-02-02", "2027-02-01")).toMatchObject({ code: "period_reversed", field: "until" });
  expect(await at("2026-02-02", "2026-02-03")).toMatchObject({ code: "nothing_to_export" });
});

test("the file in the store is the file on the page", () => {
  // Written by copying: whole, under its id, readable by us alone.
  expect(kept().length).toBeGreaterThan(2);
  for (const name of kept()) expect(readFileSync(path.join(store, name)).subarray(0, 2).toString("hex")).toBe("1f8b");
});
