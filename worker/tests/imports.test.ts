/**
 * Large imports are the worker's: checked step by step, approved by two people, posted in one transaction; cut off anywhere nothing is half there, run twice nothing
 * is there twice, and what has become impossible ends with its reason.
 */
import { randomUUID } from "node:crypto";

import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase, useDatabase } from "~/db/db.server";

import { openDesk, refusalOf, type Desk } from "../../sql/tests/support/builders.ts";
import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import type { TaskTools } from "../task";
import { officeImport } from "../tasks/office__import";

let database: TestDatabase;
let desk: Desk;
let admin: Awaited<ReturnType<Desk["staff"]>>;
let finance: typeof admin;
let second: typeof admin;
let method: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  await desk.clock("2027-03-10T10:00:00Z");
  [admin, finance, second] = [await desk.staff("admin"), await desk.staff("finance"), await desk.staff("finance")];
  method = await desk.method();
  await useDatabase({ url: database.url("coffer_worker"), connections: 2 });
});
afterAll(async () => {
  await closeDatabase();
  await desk.close();
  await database.drop();
});

const tools = (more: Partial<TaskTools> = {}) =>
  ({ log: pino({ level: "silent" }), alone: async (_: string, work: () => Promise<void>) => (await work(), true), stopping: () => false, ...more }) as TaskTools;
const run = (which: string, more: Partial<TaskTools> = {}) => officeImport({ run: which }, tools(more));
const one = async <T = string>(text: string, values: unknown[] = []): Promise<T> => Object.values((await desk.sql(text, values))[0] ?? {})[0] as T;
/** The job that was queued last: every run queues one, in the transaction of its reason. */
const queued = () => one("select payload ->> 'run' from outbox.jobs where task = 'office__import' order by outbox.jobs.id desc limit 1");
const begin = async (): Promise<string> => (await desk.ask("staff_import_begin", { token: admin.token, currency: "USD", cutover_on: "2027-02-28", method, deployed: "0", key: randomUUID() })).import as string;
const put = (which: string, kind: string, text: string) => {
  const [head = "", ...lines] = text.trim().split("\n");
  return desk.ask("staff_import_file", { token: admin.token, import: which, kind, name: `${kind}.csv`, columns: JSON.stringify(head.split(",")), rows: JSON.stringify(lines.map((line, n) => [String(n + 2), ...line.split(",")])), key: randomUUID() });
};
const look = (which: string) => desk.ask("staff_import", { token: admin.token, import: which });
const submit = async (which: string): Promise<string> => (await desk.ask("staff_import_submit", { token: admin.token, import: which, key: randomUUID() })).request as string;
const code = (asked: Promise<unknown>) => asked.then(() => "accepted", (error: unknown) => refusalOf(error)?.code);
const requestOf = async (request: string) => (await desk.sql("select state, note, executed_at is not null as executed from approval.requests where id = $1", [request]))[0];
const there = (name: string) => one("select count(*)::int from identity.members where origin like $1", [`${name}-%`]);
const whole = async () => {
  for (const domain of ["ledger", "treasury", "invest", "ev", "network", "payout", "referral", "approval", "funding", "audit"]) expect(await desk.sql(`select * from ${domain}.verify()`), domain).toEqual([]);
  expect(await desk.sql("select currency from treasury.coverage() where bank + deployed <> owed")).toEqual([]);
};

const many = 5001;
const people = (name: string, count = many) => `reference,email,first_name,last_name\n${Array.from({ length: count }, (_, n) => `${name}-${n},${name}-${n}@old.example,Old,Member`).join("\n")}`;
/** A large draft that has been checked. */
const checked = async (name: string): Promise<string> => {
  const id = await begin();
  await put(id, "members", people(name));
  await run(await queued());
  return id;
};
/** A large import that both have approved. */
const due = async (name: string): Promise<{ id: string; request: string; posting: string }> => {
  const id = await checked(name);
  const request = await submit(id);
  expect(await desk.decide(finance, request)).toMatchObject({ state: "pending", given: 1 });
  expect(await desk.decide(second, request)).toMatchObject({ state: "due", given: 2 });
  return { id, request, posting: await queued() };
};

test("ten thousand members with balances, contracts and places: checked, approved, posted once", { timeout: 300_000 }, async () => {
  const operations = await desk.staff("operations");
  await desk.plan(operations, finance, { name: "Old plan", daily_rate: "0.13", duration: 40, minimum: "10.00", maximum: "5000.00" });
  const id = await begin();
  const all = Array.from({ length: 10_000 }, (_, n) => n);
  await put(id, "members", `reference,email,first_name,last_name,referrer\n${all.map((n) => `L-${n},l-${n}@old.example,L,Many,${n > 0 ? `L-${Math.floor((n - 1) / 2)}` : ""}`).join("\n")}`);
  const former = await queued();
  expect(await look(id)).toMatchObject({ large: true, totals: null, check: { state: "waiting", done: 0, steps: 8 }, posting: null });
  await put(id, "balances", `member,wallet,amount\n${all.map((n) => `L-${n},DEPOSIT,${n + 1}.25`).join("\n")}`);
  await put(id, "investments", `reference,member,plan,version,amount,start_on,accrued\n${all.map((n) => `LK-${n},L-${n},Old plan,1,100.00,2027-02-10,2.34`).join("\n")}`);
  await put(id, "tree", `member,parent,side,sponsor\n${all.map((n) => `L-${n},${n > 0 ? `L-${Math.floor((n - 1) / 2)}` : ""},${n % 2 === 1 ? "L" : "R"},`).join("\n")}`);
  expect(await code(submit(id))).toBe("import_unchecked");
  // The check of what is no longer there comes to nothing.
  await run(former);
  expect(await desk.sql("select state, count(*)::int from office.import_runs group by state order by state")).toEqual([{ state: "dropped", count: 3 }, { state: "waiting", count: 1 }]);
  await run(await queued());
  expect(await look(id)).toMatchObject({ fault_count: 0, check: { state: "finished", done: 8 }, totals: { members: "10000", owed: "51007500.00", depth: "14" } });
  const request = await submit(id);
  await desk.decide(finance, request);
  await desk.decide(second, request);
  expect(await there("L")).toBe(0);
  expect(await requestOf(request)).toMatchObject({ state: "pending" });
  const posting = await queued();
  await run(posting);
  await run(posting);
  expect(await look(id)).toMatchObject({ import: { state: "posted" }, posting: { state: "finished", problem: null } });
  expect(await requestOf(request)).toMatchObject({ state: "approved", executed: true });
  expect(await there("L")).toBe(10_000);
  await whole();
});

test("what does not fit is told by the check and stands in the way; a smaller draft is checked at once again", async () => {
  const id = await begin();
  await put(id, "members", `${people("F")}\nF-0,other@old.example,Old,Member`);
  await put(id, "balances", `member,wallet,amount\nZed,CASH,1.00`);
  await run(await queued());
  expect(await look(id)).toMatchObject({ fault_count: 3, faults: [{ file: "members", line: 5003, fault: "duplicate" }, { file: "balances", column: "member" }, { file: "balances", column: "wallet" }] });
  await expect(submit(id)).rejects.toSatisfy((error) => JSON.stringify(refusalOf(error)?.params) === JSON.stringify({ file: "members", line: "5003", count: "3" }));
  await put(id, "members", people("F", 2));
  expect(await look(id)).toMatchObject({ large: false, fault_count: 2, totals: { members: "2" } });
  await desk.ask("staff_import_drop", { token: admin.token, import: id, key: randomUUID() });
  expect(await one("select count(*)::int from office.import_runs where import_id = $1 and faults <> '[]'", [id])).toBe(0);
});

test("small and large drafts are submitted over one connection, in either order", async () => {
  const alone = await openDesk(database, 1);
  const asked = (which: string) => alone.ask("staff_import_submit", { token: admin.token, import: which, key: randomUUID() });
  const small = async (name: string): Promise<string> => {
    const id = await begin();
    await put(id, "members", people(name, 2));
    return id;
  };
  for (const id of [await small("O1"), await checked("O2"), await small("O3")]) expect(await asked(id)).toMatchObject({ request: expect.any(String) as unknown });
  await alone.close();
});

test("the books have changed since both agreed: nothing is posted, the request says why, and the draft tells what does not fit", async () => {
  const { id, request, posting } = await due("C");
  expect(await code(desk.decide(await desk.staff("finance"), request))).toBe("import_under_way");
  const early = await desk.member("early");
  await desk.sql("update identity.members set email = 'c-7@old.example' where public_id = $1", [early.id]);
  await run(posting);
  expect(await requestOf(request)).toEqual({ state: "cancelled", note: "import_faulty", executed: false });
  expect(await there("C")).toBe(0);
  expect(await look(id)).toMatchObject({ import: { state: "draft", request: null }, posting: { state: "failed", problem: { code: "import_faulty", params: { count: "1", file: "members", line: "9" } } } });
  expect((await desk.ask("staff_request", { token: finance.token, request })).evidence).toMatchObject({ large: true, posting: { state: "failed" } });
  await run(await queued());
  expect(await look(id)).toMatchObject({ fault_count: 1, faults: [{ line: 9, column: "email", fault: "taken" }] });
  // Put right, checked once more because the books changed, agreed to anew.
  await desk.sql("update identity.members set email = 'early@members.test' where public_id = $1", [early.id]);
  await desk.ask("staff_import_check", { token: admin.token, import: id, key: randomUUID() });
  await run(await queued());
  const again = await submit(id);
  await desk.decide(finance, again);
  await desk.decide(second, again);
  await run(await queued());
  expect(await there("C")).toBe(many);
  await whole();
});

test("until it begins it is rejected or taken back, and then the job finds nothing to do; while it runs nobody decides", async () => {
  const rejected = await due("R");
  await desk.decide(await desk.staff("finance"), rejected.request, "reject");
  await run(rejected.posting);
  expect(await look(rejected.id)).toMatchObject({ import: { state: "draft" }, posting: { state: "dropped" } });
  const request = await submit(rejected.id);
  await desk.decide(finance, request);
  await desk.decide(second, request);
  const posting = await queued();
  expect(await desk.job("worker_import_begin", { run: posting })).toMatchObject({ go: true, kind: "post", attempt: 1 });
  expect(await code(desk.decide(await desk.staff("finance"), request, "reject"))).toBe("import_under_way");
  expect(await code(desk.ask("staff_cancel_request", { token: admin.token, request, key: randomUUID() }))).toBe("import_under_way");
  await run(posting);
  expect(await there("R")).toBe(many);
});

test("whoever has lost the role before it is posted has not approved: somebody else must, and then it is posted", async () => {
  const { id, request, posting } = await due("G");
  await desk.sql("update identity.staff set active = false where id = (select staff_id from approval.decisions where request_id = $1 order by decided_at limit 1)", [request]);
  await run(posting);
  expect(await there("G")).toBe(0);
  expect(await requestOf(request)).toMatchObject({ state: "pending" });
  expect(await look(id)).toMatchObject({ import: { state: "submitted" }, posting: { state: "failed", problem: { code: "approver_gone" } } });
  finance = await desk.staff("finance");
  expect(await desk.decide(finance, request)).toMatchObject({ state: "due" });
  await run(await queued());
  expect(await there("G")).toBe(many);
  await whole();
});

test("an attempt that was cut off is replaced, and its late words count for nothing; the fifth was the last", async () => {
  const id = await begin();
  await put(id, "members", people("K"));
  const check = await queued();
  expect(await desk.job("worker_import_begin", { run: check })).toMatchObject({ attempt: 1 });
  expect(await desk.job("worker_import_check", { run: check, attempt: 1, step: 1 })).toEqual({ current: true });
  expect(await desk.job("worker_import_check", { run: check, attempt: 1, step: 1 })).toEqual({ current: true });
  expect(await look(id)).toMatchObject({ check: { state: "running", done: 1 } });
  let steps = 0;
  expect(await run(check, { stopping: () => (steps += 1) > 3 })).toBe(false);
  expect(await look(id)).toMatchObject({ check: { state: "running", done: 3 } });
  expect(await desk.job("worker_import_check", { run: check, attempt: 1, step: 2 })).toEqual({ current: false });
  await run(check);
  const request = await submit(id);
  await desk.decide(finance, request);
  await desk.decide(second, request);
  const posting = await queued();
  for (let attempt = 1; attempt <= 5; attempt += 1) expect(await desk.job("worker_import_begin", { run: posting })).toMatchObject({ go: true, attempt });
  expect(await desk.job("worker_import_post", { run: posting, attempt: 4 })).toEqual({ state: "gone" });
  await run(posting);
  expect(await look(id)).toMatchObject({ import: { state: "draft" }, posting: { state: "failed", problem: { code: "import_stopped" } } });
  expect(await requestOf(request)).toMatchObject({ state: "cancelled" });
  expect(await there("K")).toBe(0);
});

test("a connection that breaks in the middle of a posting leaves nothing, and the next attempt posts all of it", async () => {
  const { posting } = await due("B");
  const { attempt } = await desk.job("worker_import_begin", { run: posting });
  const working = desk.job("worker_import_post", { run: posting, attempt }).then(() => "posted", () => "cut off");
  let cut = false;
  for (let n = 0; n < 200 && !cut; n += 1) {
    cut = (await one<number>("select count(pg_terminate_backend(a.pid))::int from pg_stat_activity a where a.state = 'active' and a.query like '%worker_import_post%' and a.pid <> pg_backend_pid() and a.query_start < clock_timestamp() - interval '150 ms'")) > 0;
    if (!cut) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect([cut, await working]).toEqual([true, "cut off"]);
  expect(await there("B")).toBe(0);
  await run(posting);
  expect(await there("B")).toBe(many);
  await whole();
});
