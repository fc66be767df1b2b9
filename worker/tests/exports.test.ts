/** Files of reports (spec 7.2): one file of one moment, however often its job runs or is cut off; nothing is left behind; gone after a week. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { parse } from "csv-parse/sync";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { useDatabase, closeDatabase } from "~/db/db.server";
import { fileStore } from "~/files/file-store.server";

import { openDesk, refused, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import type { TaskTools } from "../task";
import { officeExport } from "../tasks/office__export";
import { officeSweep } from "../tasks/office__sweep";

let database: TestDatabase;
let desk: Desk;
let store: string;
let finance: { token: string };
let ann: { token: string };
let bank: string;

const tools = (more: Partial<TaskTools> = {}) =>
  ({ log: pino({ level: "silent" }), alone: async (_: string, work: () => Promise<void>) => (await work(), true), stopping: () => false, ...more }) as TaskTools;
const run = (asked: string, more: Partial<TaskTools> = {}) => officeExport({ export: asked }, tools(more));
const kept = () => readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name)).map((name) => path.basename(name));
const ask = async (report: string, format: string, key = randomUUID()) =>
  (await desk.ask("staff_export_ask", { token: finance.token, report, from: null, until: null, by: null, currency: "USD", part: null, format, language: "en", key })).export as string;
const stateOf = async (asked: string) => ((await desk.ask("staff_exports", { token: finance.token })).items as { id: string; state: string; total: number; done: number }[]).find(({ id }) => id === asked);
const fileOf = async (asked: string): Promise<Buffer> => {
  const { storage_key } = await desk.ask("staff_export_file", { token: finance.token, export: asked });
  return Buffer.from((await fileStore().get(storage_key as string)) ?? new Uint8Array());
};
const rowsOf = (file: Buffer) => parse(file.toString("utf8").replace(/^\ufeff/, "")) as string[][];

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), "coffer-exports-"));
  process.env.STORAGE_URL = `file:${store}`;
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.set({ sign_on_bonus: "0" });
  await desk.clock("2027-02-01T10:00:00Z");
  [finance, ann, bank] = [await desk.staff("finance"), await desk.member("ann"), await desk.method()];
  await desk.deposit(ann, "100.00", bank, finance);
  // More lines than are read at once.
  await desk.sql(`select count(ledger.move((select min(s.id) from identity.staff s), gen_random_uuid(), 'adjustment', '2027-01-20', b.id, w.id, g)) from generate_series(1, 2300) g,
    (select id from ledger.accounts where kind like 'bank:client:%') b, (select id from ledger.accounts where kind = 'DEPOSIT') w`);
  await useDatabase({ url: database.url("coffer_worker"), connections: 2 });
});
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await database.drop();
  rmSync(store, { recursive: true, force: true });
});

test("asked twice with one key it is one file; made twice it is made once", async () => {
  const key = randomUUID();
  const asked = await ask("wallets", "csv", key);
  expect(await ask("wallets", "csv", key)).toBe(asked);
  expect(await desk.sql("select payload from outbox.jobs where task = 'office__export'")).toEqual([{ payload: { export: asked } }]);
  expect(await stateOf(asked)).toMatchObject({ state: "waiting", total: 2301, done: 0 });
  await run(asked);
  const [first] = kept();
  await run(asked);
  expect(kept()).toEqual([first]);
  expect(await stateOf(asked)).toMatchObject({ state: "finished", total: 2301, done: 2301 });
  const rows = rowsOf(await fileOf(asked)).slice(1);
  expect(rows.length).toBe(2301);
  // 1 + 2 + … + 2300 cents and the deposit of 100.00.
  expect(rows.reduce((sum, row) => sum + Number.parseInt((row.at(-1) ?? "").replace(".", ""), 10), 0)).toBe((2300 * 2301) / 2 + 10_000);
});

test("an attempt that was cut off leaves nothing behind, and its file is of the moment at which it began", async () => {
  const before = new Set(kept());
  const asked = await ask("wallets", "csv");
  const dead = randomUUID();
  expect(await desk.job("worker_export_begin", { export: asked, file: dead })).toMatchObject({ go: true, abandoned: null });
  expect(await desk.job("worker_export_rows", { export: asked, file: dead, done: 1000, cursor: null, limit: 1000 })).toMatchObject({ current: true });
  expect(await stateOf(asked)).toMatchObject({ state: "running", done: 1000 });
  await fileStore().put(dead, new Uint8Array([1, 2, 3]));
  // Killed here. Meanwhile life goes on.
  await desk.deposit(ann, "55.00", bank, finance);
  await run(asked);
  expect(kept().filter((file) => !before.has(file))).toHaveLength(1);
  expect(kept()).not.toContain(dead);
  expect(rowsOf(await fileOf(asked)).length).toBe(1 + 2301);
  // The one that was thought dead wakes up.
  expect(await desk.job("worker_export_rows", { export: asked, file: dead, done: 2000, cursor: null, limit: 10 })).toMatchObject({ current: false });
  expect(await desk.job("worker_export_finish", { export: asked, file: dead, rows: 1, bytes: 3, sha256: "0".repeat(64) })).toEqual({ kept: false });
  expect(rowsOf(await fileOf(asked)).length).toBe(1 + 2301);
});

test("told to stop it ends soon, and goes on later", async () => {
  const asked = await ask("wallets", "csv");
  let looked = 0;
  expect(await run(asked, { stopping: () => (looked += 1) > 1 })).toBe(false);
  expect(await stateOf(asked)).toMatchObject({ state: "running" });
  expect(await run(asked)).toBeUndefined();
  expect(await stateOf(asked)).toMatchObject({ state: "finished" });
});

test("what cannot be made ends after five attempts", async () => {
  const asked = await ask("days", "pdf");
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await desk.job("worker_export_begin", { export: asked, file: randomUUID() })).toMatchObject({ go: true });
  await run(asked);
  expect(await stateOf(asked)).toMatchObject({ state: "failed" });
  expect(await refused(desk.ask("staff_export_file", { token: finance.token, export: asked }))).toBe("not_found");
});

test("every report is written in every format", async () => {
  for (const report of ["days", "activity", "approvals", "liquidity"]) {
    for (const [format, begins] of [["csv", "\ufeff"], ["xlsx", "PK"], ["pdf", "%PDF-1.7"]] as const) {
      if (report === "liquidity") {
        expect(await refused(ask(report, format))).toBe("nothing_to_export");
        continue;
      }
      const asked = await ask(report, format);
      await run(asked);
      expect((await fileOf(asked)).toString("utf8").startsWith(begins), `${report} ${format}`).toBe(true);
    }
  }
});

test("a file is for those who may read reports, for a week, and then gone from the store", async () => {
  const asked = await ask("days", "csv");
  await run(asked);
  const support = await desk.staff("support");
  expect(await refused(desk.ask("staff_export_file", { token: support.token, export: asked }))).toBe("not_permitted");
  expect(await refused(desk.ask("staff_exports", { token: ann.token }))).toBe("not_permitted");
  const logged = await desk.sql("select object_id from audit.log where action = 'export' order by id desc limit 1");
  expect(logged).toEqual([{ object_id: asked }]);
  await desk.clock("2027-02-08T09:59:00Z");
  await officeSweep({}, tools());
  expect(kept().length).toBeGreaterThan(0);
  await desk.clock("2027-02-08T10:00:00Z");
  await officeSweep({}, tools());
  await officeSweep({}, tools());
  expect(kept()).toEqual([]);
  expect(await desk.sql("select distinct state from office.exports where state in ('finished', 'removed')")).toEqual([{ state: "removed" }]);
  finance = await desk.staff("finance");
  expect(await refused(desk.ask("staff_export_file", { token: finance.token, export: asked }))).toBe("not_found");
});
