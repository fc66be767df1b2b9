/** The runner notices what it should notice. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";

import { testDatabase } from "../sql/tests/support/database.ts";
import { openDatabase } from "./runner/database.ts";
import { changedTables, digest } from "./runner/digest.ts";
import { faultsOfBooks } from "./runner/look.ts";
import { readStory } from "./runner/read-story.ts";
import { runStory } from "./runner/run-story.ts";
import { settingsSchema } from "./runner/settings.ts";
import { openWorld } from "./runner/world.ts";

const opening = [
  { at: "2027-03-01T09:00:00+00:00", do: "register", member: "ann" },
  { do: "deposit", member: "ann", amount: "100.00" },
];

async function run(...steps: object[]) {
  const story = readStory(JSON.stringify({ story: "test", settings: { sign_on_bonus: "0.00" }, steps }), "test");
  if (!story.ok) return story.failed;
  const database = await testDatabase();
  try {
    return await runStory(story.read, database);
  } finally {
    await database.drop();
  }
}

async function openedDatabase() {
  const database = await testDatabase();
  const db = await openDatabase(database);
  onTestFinished(async () => {
    await db.close();
    await database.drop();
  });
  return db;
}

test("a failed expectation names step, key, expected and actual, and the story goes on", async () => {
  const failed = await run(...opening,
    { do: "expect", member: "ann", wallets: { DEPOSIT: "99.00", INTEREST: "0.00" } },
    { do: "expect", journals: { kind: "deposit", member: "ann", count: 2 } });
  expect(failed).toEqual([
    { step: 2, key: "wallets.DEPOSIT", expected: "99.00", actual: "100.00" },
    { step: 3, key: "journals.count", expected: 2, actual: 1 },
  ]);
});

test("a step that is refused ends the story with its code", async () => {
  const failed = await run(...opening, { do: "withdraw", member: "ann", wallet: "DEPOSIT", amount: "100.01" }, { do: "expect", member: "ann", wallets: { DEPOSIT: "5.00" } });
  expect(failed).toEqual([{ step: 2, key: "withdraw", expected: "accepted", actual: "insufficient_available" }]);
});

test("a step that should be refused and is not, or with another code, is a failure", async () => {
  const withdrawal = (amount: string) => ({ do: "withdraw", member: "ann", wallet: "DEPOSIT", amount });
  const failed = await run(...opening, { do: "refused", code: "below_minimum", step: withdrawal("40.00") }, { do: "refused", code: "below_minimum", step: withdrawal("60.01") });
  expect(failed).toEqual([
    { step: 2, key: "code", expected: "below_minimum", actual: "accepted" },
    { step: 3, key: "code", expected: "below_minimum", actual: "insufficient_available" },
  ]);
});

test("a repetition counts who succeeded and how the others were refused", async () => {
  const withdrawal = { do: "withdraw", member: "ann", wallet: "DEPOSIT", amount: "60.00" };
  const failed = await run(...opening, { do: "repeat", times: 3, concurrently: true, step: withdrawal, succeed: 2, code: "not_active" });
  expect(failed).toEqual([
    { step: 2, key: "succeed", expected: 2, actual: 1 },
    { step: 2, key: "code", expected: "not_active", actual: ["insufficient_available"] },
  ]);
});

test("time never goes back", async () => {
  const failed = await run(...opening, { at: "2027-03-01T09:59:59+01:00", do: "run_day", date: "2027-03-01" });
  expect(failed).toEqual([{ step: 2, key: "at", expected: "no earlier than 2027-03-01T09:00:00+00:00", actual: "2027-03-01T09:59:59+01:00" }]);
});

test("a label nobody has used is named", async () => {
  expect(await run(...opening, { do: "deposit", member: "bob", amount: "1.00" })).toEqual([{ step: 2, key: "member", expected: "a registered member", actual: "unknown label \"bob\"" }]);
});

test("books with a planted fault are not balanced", async () => {
  const db = await openedDatabase();
  const world = await openWorld(db, settingsSchema.parse({}), "2027-01-01T00:00:00+00:00");
  await db.admin.run("select treasury.queue('returns', 'USD')");
  expect(await faultsOfBooks(world)).toEqual([]);
  // As no role of the application could: half a movement, past every trigger.
  await db.admin.run("alter table ledger.lines disable trigger all");
  await db.admin.run("insert into ledger.lines (journal_id, account_id, amount, line_no, value_on) select 1, id, -5, 1, '2027-01-01' from ledger.accounts where kind = 'treasury:returns'");
  expect(await faultsOfBooks(world)).toEqual([
    expect.stringMatching(/^balance is the sum of lines: account \d+, expected 5, found 0$/),
    "a line belongs to a journal: line 1/1, expected a journal of 2027-01-01, found none",
    "coverage is what the lines say: coverage in USD, expected 0 0 5 0, found 0 0 0 0",
    "trial balance USD: 0, by lines -5",
  ]);
});

test("the digest sees a changed row and a mail to be sent, and not a counted attempt", async () => {
  const { admin } = await openedDatabase();
  const before = await digest(admin);
  await admin.run("insert into identity.rate_counters (bucket, subject, started_at, used) values ('test', '\\x00', now(), 1)");
  expect(changedTables(before, await digest(admin))).toEqual([]);
  await admin.run("update core.settings set value = 'Other' where key = 'company'");
  await admin.run("select outbox.mail('welcome', 'a@story.test', 'en', '{}')");
  expect(changedTables(before, await digest(admin))).toEqual(["core.settings", "outbox.jobs", "outbox.mails"]);
});

test("the command prints one object per file and exits 1 when one of them fails", async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), "stories-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  const write = (name: string, text: string) => writeFile(path.join(dir, name), text);
  await write("good.json", JSON.stringify({ story: "good", steps: opening }));
  await write("bad.json", JSON.stringify({ story: "bad", steps: [...opening, { do: "dance" }] }));
  await write("broken.json", "{");
  const child = spawn(process.execPath, ["--import", "tsx", "stories/run.ts", ...["good", "bad", "broken", "missing"].map((name) => path.join(dir, `${name}.json`))]);
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  const reports = Buffer.concat(output).toString().trim().split("\n")
    .map((line) => z.object({ story: z.string(), ok: z.boolean(), steps: z.int(), failed: z.array(z.object({ step: z.int().nullable(), key: z.string() })), ms: z.int() }).parse(JSON.parse(line)));
  expect(code).toBe(1);
  expect(reports.map(({ story, ok, steps, failed }) => ({ story, ok, steps, failed: failed.map(({ step, key }) => `${step} ${key}`) }))).toEqual([
    { story: "good", ok: true, steps: 2, failed: [] },
    { story: "bad", ok: false, steps: 3, failed: ["2 do"] },
    { story: "broken", ok: false, steps: 0, failed: ["null file"] },
    { story: "missing", ok: false, steps: 0, failed: ["null file"] },
  ]);
});
