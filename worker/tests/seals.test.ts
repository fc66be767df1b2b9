/** The file of roots: every root once, whoever is killed and however many append; and not one line more when it is contradicted. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { closeDatabase, useDatabase } from "~/db/db.server";

import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { makeMailer } from "../mailer";
import { holdAlone } from "../queue-sql";
import type { TaskTools } from "../task";
import { ledgerSeal } from "../tasks/ledger__seal";
import { ledgerSnapshot } from "../tasks/ledger__snapshot";

let database: TestDatabase;
let pool: pg.Pool;
let folder: string;
let sealsFile: string;
let errors: Record<string, unknown>[];

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url("postgres"), max: 6 });
  await useDatabase({ url: database.url("coffer_worker"), connections: 6, name: "coffer-worker" });
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "coffer-seals-"));
  sealsFile = path.join(folder, "kept", "seals.log");
  errors = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await closeDatabase();
  await pool.end();
  await database.drop();
});

const tools = (): TaskTools => ({
  log: pino({ level: "error" }, { write: (line: string) => errors.push(JSON.parse(line) as Record<string, unknown>) }),
  mailer: makeMailer({ smtpUrl: undefined, from: "Coffer <no-reply@coffer.test>", mailbox: true }),
  sealsFile,
  call: async () => undefined,
  retry: async () => undefined,
  alone: async (what, work) => {
    const client = await pool.connect();
    try {
      return await holdAlone(client, what, work);
    } finally {
      client.release();
    }
  },
  stopping: () => false,
});
/** As two processes would: each with connections of its own. */
const seal = () => ledgerSeal({}, tools());
const lines = () => readFileSync(sealsFile, "utf8").split("\n");
const fromDatabase = async (): Promise<string[]> =>
  (await pool.query<{ line: string }>("select format('%s %s %s %s', id, ledger.exact_time(sealed_at), journals, encode(root, 'hex')) as line from ledger.seals order by id")).rows.map(({ line }) => line);

/** Movements, and as many seals over them. */
async function sealed(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await pool.query("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5, null)::ledger.line, (ledger.operator_account('equity:operator', 'USD'), -5, null)::ledger.line])");
    const before = (await fromDatabase()).length;
    await vi.waitFor(async () => {
      await pool.query("select ledger.seal(1, clock_timestamp())");
      expect((await fromDatabase()).length).toBe(before + 1);
    }, { timeout: 20_000, interval: 50 });
  }
}

test("the job seals what is finished and the file gets each root once, in order, as a line", async () => {
  await pool.query("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5, null)::ledger.line, (ledger.operator_account('equity:operator', 'USD'), -5, null)::ledger.line])");
  await vi.waitFor(async () => {
    await seal();
    expect(await fromDatabase()).toHaveLength(1);
  }, { timeout: 20_000, interval: 50 });
  await sealed(3);
  await seal();
  await seal();
  expect(lines()).toEqual([...(await fromDatabase()), ""]);
  expect(lines()[0]).toMatch(/^1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z 1 [0-9a-f]{64}$/);
});

test("more roots than one call gives are all appended", async () => {
  await pool.query("alter table ledger.seals disable trigger all");
  const most = (await fromDatabase()).length;
  await pool.query(`insert into ledger.seals select s.id + n, int8multirange(int8range(1000000 + n, 1000001 + n)), 1000000 + n, s.closed_to, 1, s.lines, s.merkle_root, s.root, sha256(n::text::bytea), s.horizon, s.next_xid, s.last_number, s.posted_until, s.sealed_at
                      from ledger.seals s cross join generate_series(1, 2100) n where s.id = $1`, [most]);
  await pool.query("alter table ledger.seals enable trigger all");
  await seal();
  expect(lines()).toEqual([...(await fromDatabase()), ""]);
  expect(lines().length).toBeGreaterThan(2100);
  await pool.query("alter table ledger.seals disable trigger all");
  await pool.query("delete from ledger.seals where id > $1", [most]);
  await pool.query("alter table ledger.seals enable trigger all");
});

test("cut off anywhere in its last line, the file goes on after a newline and means the same", async () => {
  await seal();
  const whole = readFileSync(sealsFile);
  const all = await fromDatabase();
  const last = Buffer.byteLength(all.at(-1) ?? "") + 1;
  for (const missing of [1, 2, 30, last - 3, last - 1, last]) {
    writeFileSync(sealsFile, whole);
    truncateSync(sealsFile, whole.length - missing);
    const torn = readFileSync(sealsFile, "utf8");
    await seal();
    expect(readFileSync(sealsFile, "utf8").startsWith(torn), "nothing is rewritten").toBe(true);
    const shape = /^\d+ \S+Z \d+ [0-9a-f]{64}$/;
    // A line that lacks only its newline is whole.
    expect(lines().filter((line) => shape.test(line))).toEqual(all);
    expect(lines().filter((line) => line !== "" && !shape.test(line)), `${missing} bytes missing`).toEqual(missing > 1 && missing < last ? [torn.split("\n").at(-1)] : []);
  }
});

test("several that append at once write each root once", async () => {
  await seal();
  for (let round = 0; round < 5; round += 1) {
    await sealed(2);
    await Promise.all(Array.from({ length: 4 }, seal));
    await seal();
    expect(lines()).toEqual([...(await fromDatabase()), ""]);
  }
});

test("a file whose last root is not the database's, or of a seal it does not have, gets nothing more and the job fails aloud", async () => {
  await seal();
  const kept = readFileSync(sealsFile, "utf8");
  const count = (await fromDatabase()).length;
  for (const line of [kept.trimEnd().split("\n").at(-1)?.replace(/.{4}$/, "0000") ?? "", `${count + 7} 2027-03-01T00:00:00.000000Z 1 ${"a".repeat(64)}`]) {
    writeFileSync(sealsFile, kept);
    appendFileSync(sealsFile, `${line}\n`);
    errors = [];
    await expect(seal()).rejects.toThrow(/in the file of roots/);
    expect(errors).toMatchObject([{ alarm: "seals", kept: line.slice(-64) }]);
    await sealed(1);
    await expect(seal()).rejects.toThrow(/in the file of roots/);
    expect(readFileSync(sealsFile, "utf8")).toBe(`${kept}${line}\n`);
  }
});

test("a file that lost its roots behind rubbish is not begun anew", async () => {
  await seal();
  writeFileSync(sealsFile, "x".repeat(70_000));
  await expect(seal()).rejects.toThrow(/holds no root/);
  expect(readFileSync(sealsFile, "utf8")).toBe("x".repeat(70_000));
});

test("snapshots count what has just been sealed", async () => {
  const post = async () => (await pool.query<{ id: string }>("select ledger.post('adjustment', '2027-03-01', null, null, array[(ledger.operator_account('bank:operator', 'USD'), 5, null)::ledger.line, (ledger.operator_account('equity:operator', 'USD'), -5, null)::ledger.line])::text as id")).rows[0]?.id;
  const first = await post();
  // A seal closes no further than transactions of other databases let it that were open then; the next movement's seal does.
  await vi.waitFor(async () => {
    await post();
    await ledgerSnapshot({}, tools());
    const { rows } = await pool.query<{ counted: boolean }>("select sum(s.balance) filter (where s.closed_to = r.closed_to) is not null and r.closed_to >= $1 as counted from (select max(closed_to) as closed_to from ledger.snapshot_runs) r, ledger.snapshots s group by r.closed_to", [first]);
    expect(rows).toEqual([{ counted: true }]);
  }, { timeout: 20_000, interval: 50 });
});
