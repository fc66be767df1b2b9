/** Long files of members (spec 7.2, 5.5): the text a member who waits is given, made once by a job, for its member alone, gone after a week or with the account. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";

import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { closeDatabase, useDatabase } from "~/db/db.server";
import { memberStatement } from "~/db/ledger-statement.server";
import { ownReads } from "~/db/own-export.server";
import { fileStore } from "~/files/file-store.server";
import { createI18n } from "~/i18n/i18n.server";
import { memberData } from "~/member-data/export.server";
import { linesAtOnce, statementFile } from "~/member-statement/file.server";

import { openDesk, refused, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import type { TaskTools } from "../task";
import { officeOwn } from "../tasks/office__own";
import { officeSweep } from "../tasks/office__sweep";

let database: TestDatabase;
let desk: Desk;
let store: string;
let ann: { token: string; id: string; email: string };
let bo: { token: string };
let finance: { token: string };

const logged: string[] = [];
const log = pino({}, new Writable({ write: (chunk: Buffer, _encoding, done) => (logged.push(chunk.toString()), done()) }));
const tools = (more: Partial<TaskTools> = {}) => ({ log, alone: async (_: string, work: () => Promise<void>) => (await work(), true), stopping: () => false, ...more }) as TaskTools;
const run = (asked: string, more: Partial<TaskTools> = {}) => officeOwn({ export: asked }, tools(more));
const kept = () => readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f-]{36}$/.test(name)).map((name) => path.basename(name));

const days = { from: "2027-01-01", until: "2027-01-31", wallet: null, currency: null };
type Wish = { report?: string; format?: string; from?: string | null; until?: string | null; language?: string };
const ask = async ({ report = "statement", format = "csv", ...more }: Wish = {}, key = randomUUID(), token = ann.token): Promise<string> =>
  (await desk.ask("member_export_ask", { token, report, ...(report === "statement" ? days : { from: null, until: null, wallet: null, currency: null }), format, language: "en", key, ...more })).export as string;
type Listed = { id: string; state: string; total: number; done: number };
const stateOf = async (asked: string, token = ann.token) => ((await desk.ask("member_exports", { token })).items as Listed[]).find(({ id }) => id === asked);
const fileOf = async (asked: string): Promise<Buffer> => {
  const { storage_key } = await desk.ask("member_export_file", { token: ann.token, export: asked });
  return Buffer.from((await fileStore().get(storage_key as string)) ?? new Uint8Array());
};
const notices = async () => (await desk.sql("select n.template, n.facts ->> 'export' as export from messaging.notices n where n.template like 'export%' order by n.told_at, n.id")) as { template: string; export: string }[];

/** The whole of what is written part by part, by the web and its session. */
async function direct(parts: () => AsyncGenerator<string | Buffer, void> | Promise<AsyncGenerator<string | Buffer, void>>): Promise<Buffer> {
  await useDatabase({ url: database.url("coffer_web"), connections: 2 });
  try {
    const all: Buffer[] = [];
    for await (const part of await parts()) all.push(Buffer.from(part as string));
    return Buffer.concat(all);
  } finally {
    await useDatabase({ url: database.url("coffer_worker"), connections: 2 });
  }
}

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), "coffer-own-"));
  process.env.STORAGE_URL = `file:${store}`;
  process.env.PUBLIC_URL = "https://coffer.example";
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.set({ sign_on_bonus: "0", export_rows_at_once: "100" });
  await desk.clock("2027-02-01T10:00:00Z");
  [finance, ann, bo] = [await desk.staff("finance"), await desk.member("ann"), await desk.member("bo")];
  await desk.deposit(ann, "100.00", await desk.method(), finance);
  // More lines than are read at once, in whatever format.
  await desk.sql(`select count(ledger.move((select min(s.id) from identity.staff s), gen_random_uuid(), 'adjustment', '2027-01-20', b.id, w.id, g)) from generate_series(1, 620) g,
    (select id from ledger.accounts where kind like 'bank:client:%') b, (select a.id from ledger.accounts a join identity.members m on m.id = a.member_id where a.kind = 'DEPOSIT' and m.email = '${ann.email}') w`);
  await useDatabase({ url: database.url("coffer_worker"), connections: 2 });
});
beforeEach(async () => {
  // What one test has asked for is no part of the next one's ten.
  await desk.sql("update office.exports set asked_at = asked_at - interval '25 hours' where state not in ('waiting', 'running')");
});
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await database.drop();
  rmSync(store, { recursive: true, force: true });
});

test.each(["csv", "json", "pdf"] as const)("a statement as %s made by a job is the one that is made at once, to the byte", async (format) => {
  const asked = await ask({ format, language: "es" });
  expect(await stateOf(asked)).toMatchObject({ state: "waiting", total: 620, done: 0 });
  await run(asked);
  expect(await stateOf(asked)).toMatchObject({ state: "finished", total: 620, done: 620 });
  const read = (cursor: string | null) => memberStatement(ann.token, { period: "dates", from: days.from, to: days.until, wallet: null, currency: null }, { cursor, limit: linesAtOnce[format] });
  const whole = await direct(async () => statementFile(createI18n("es"), format, await read(null), read));
  expect(whole.byteLength).toBeGreaterThan(20_000);
  expect((await fileOf(asked)).equals(whole)).toBe(true);
}, 120_000);

test("all data made by a job is what is made at once, and a job's reading leaves no trace of a session", async () => {
  const whole = await direct(() => memberData(ownReads(ann.token)));
  const asked = await ask({ report: "my_data", format: "json" });
  await run(asked);
  expect((await fileOf(asked)).toString()).toBe(whole.toString());
  const { items, rows, rows_at_once } = await desk.ask("member_exports", { token: ann.token });
  expect((items as Listed[])[0]).toMatchObject({ id: asked, state: "finished", total: rows, done: rows });
  expect(rows).toBeGreaterThan(rows_at_once as number);
  expect(await desk.sql("select from identity.errands")).toEqual([]);
});

test("asked twice at once it is one file, whatever the keys; another of its kind waits, one of another kind does not", async () => {
  const key = randomUUID();
  const asked = new Set(await Promise.all([ask({}, key), ask({}, key), ask(), ask()]));
  expect(asked.size).toBe(1);
  const [one = ""] = asked;
  expect(await desk.sql("select from outbox.jobs where task = 'office__own' and payload ->> 'export' = $1", [one])).toHaveLength(1);
  expect(await refused(ask({ format: "json" }))).toBe("export_under_way");
  expect(await refused(ask({ language: "hi" }))).toBe("export_under_way");
  await run(await ask({ report: "my_data", format: "json" }));
  await run(one);
  await run(await ask({ format: "json" }));
});

test("two jobs for one file make it once, and its member is told once", async () => {
  const asked = await ask();
  const before = kept().length;
  await Promise.all([run(asked), run(asked)]);
  await run(asked);
  expect(await stateOf(asked)).toMatchObject({ state: "finished", done: 620 });
  expect(kept()).toHaveLength(before + 1);
  expect((await notices()).filter((notice) => notice.export === asked)).toEqual([{ template: "export_ready", export: asked }]);
});

test("an attempt that was cut off leaves nothing behind and reads no more", async () => {
  const asked = await ask();
  const dead = randomUUID();
  await desk.job("worker_export_begin", { export: asked, file: dead });
  const read = { export: asked, file: dead, done: 500, what: "statement", args: { from: days.from, until: days.until, limit: "5" } };
  expect(await desk.job("worker_own_read", read)).toMatchObject({ current: true, answer: { member: { email: ann.email } } });
  expect(await stateOf(asked)).toMatchObject({ state: "running", done: 500 });
  await fileStore().put(dead, new Uint8Array([1]));
  await run(asked);
  expect(kept()).not.toContain(dead);
  expect(await desk.job("worker_own_read", read)).toEqual({ current: false, answer: null });
});

test("a job reads what a file about a member is made of, and nothing else", async () => {
  const asked = await ask();
  const file = randomUUID();
  await desk.job("worker_export_begin", { export: asked, file });
  expect(await refused(desk.job("worker_own_read", { export: asked, file, done: 0, what: "frame", args: {} }))).toBe("not_found");
  expect(await refused(desk.job("worker_own_read", { export: randomUUID(), file, done: 0, what: "record", args: {} }))).toBe("not_found");
  // Nothing is left of what was refused, and no word of an errand opens a door to anybody.
  expect(await desk.sql("select from identity.errands")).toEqual([]);
  const [errand] = await desk.sql<{ token: string }>("select identity.begin_errand((select id from identity.members where email = $1)) as token", [ann.email]);
  expect(await refused(desk.ask("member_record", { token: errand?.token }))).toBe("signed_out");
  await desk.sql("delete from identity.errands");
  await run(asked);
});

test("told to stop it ends soon, and goes on later", async () => {
  const asked = await ask();
  expect(await run(asked, { stopping: () => true })).toBe(false);
  expect(await stateOf(asked)).toMatchObject({ state: "running" });
  expect(await run(asked)).toBeUndefined();
  expect(await stateOf(asked)).toMatchObject({ state: "finished" });
});

test("what cannot be made ends after five attempts, its member is told, and it does not count", async () => {
  const asked = await ask();
  for (let attempt = 0; attempt < 5; attempt += 1) await desk.job("worker_export_begin", { export: asked, file: randomUUID() });
  await run(asked);
  expect(await stateOf(asked)).toMatchObject({ state: "failed" });
  expect((await notices()).filter((notice) => notice.export === asked)).toEqual([{ template: "export_failed", export: asked }]);
});

test("ten files in 24 hours, and no more", async () => {
  for (let n = 0; n < 10; n += 1) await run(await ask({ from: `2027-01-${String(n + 10)}`, until: "2027-01-31" }));
  expect(await refused(ask())).toBe("too_many_exports");
  expect(await refused(ask({ report: "my_data", format: "json" }))).toBe("too_many_exports");
}, 60_000);

test("what is asked for badly is refused where it is wrong", async () => {
  for (const wish of [{ format: "xlsx" }, { format: "tar.gz" }, { report: "days" }, { report: "my_data", format: "csv" }, { language: "xx" }, { until: "2027-12-31" }, { from: null }]) {
    expect(await refused(ask(wish)), JSON.stringify(wish)).toBe("invalid_input");
  }
  expect(await refused(ask({ from: "2026-01-01", until: "2026-01-02" }))).toBe("nothing_to_export");
});

test("a file is its member's alone", async () => {
  const asked = await ask();
  await run(asked);
  expect(await refused(desk.ask("member_export_file", { token: bo.token, export: asked }))).toBe("not_found");
  expect(await stateOf(asked, bo.token)).toBeUndefined();
  expect(await refused(desk.ask("staff_export_file", { token: finance.token, export: asked }))).toBe("not_found");
  expect((await desk.ask("staff_exports", { token: finance.token })).items).toEqual([]);
  expect(await fileOf(asked)).not.toHaveLength(0);
});

test("nothing of a member is in the log", () => {
  expect(logged.length).toBeGreaterThan(5);
  expect(logged.join("")).not.toContain(ann.email);
});

test("a week later it is gone from the store, but who is downloading gets the rest", async () => {
  const asked = await ask();
  await run(asked);
  const { storage_key } = await desk.ask("member_export_file", { token: ann.token, export: asked });
  const half = await fileStore().stream(storage_key as string);
  const reader = half?.body.getReader();
  let bytes = (await reader?.read())?.value?.byteLength ?? 0;
  await desk.clock("2027-02-08T10:00:01Z");
  expect(kept(), "nothing has swept yet").not.toEqual([]);
  expect(await stateOf(asked)).toMatchObject({ state: "removed" });
  expect(await refused(desk.ask("member_export_file", { token: ann.token, export: asked }))).toBe("not_found");
  await officeSweep({}, tools());
  await officeSweep({}, tools());
  expect(kept()).toEqual([]);
  expect(await stateOf(asked)).toMatchObject({ state: "removed" });
  expect(await refused(desk.ask("member_export_file", { token: ann.token, export: asked }))).toBe("not_found");
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) bytes += next.value.byteLength;
  expect(bytes).toBe(half?.bytes);
});

test("with the account go its files, those that are there and those being made", async () => {
  const ready = await ask();
  await run(ready);
  const running = await ask({ report: "my_data", format: "json" });
  const file = randomUUID();
  await desk.job("worker_export_begin", { export: running, file });
  await desk.sql("update identity.members set status = 'closed', closed_at = now() where email = $1", [ann.email]);
  expect(await refused(desk.job("worker_own_read", { export: running, file, done: 0, what: "record", args: {} }))).toBe("signed_out");
  await run(running);
  await officeSweep({}, tools());
  expect(kept()).toEqual([]);
  expect(await desk.sql("select state from office.exports where id = any ($1) order by state", [[ready, running]])).toEqual([{ state: "failed" }, { state: "removed" }]);
});
