/** The operator's documents (spec 5.2): every version is kept, outside only what holds and is public is seen, and officers are told in time, once. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let operations: { token: string; email: string };
let auditor: { token: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-10T12:00:00Z");
  operations = await desk.staff("operations");
  auditor = await desk.staff("auditor");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const file = () => ({ file: randomUUID(), name: "licence.pdf", mime: "application/pdf", bytes: 100, sha256: "a".repeat(64) });
const add = async (more: Record<string, unknown> = {}) =>
  (await desk.ask("staff_paper_add", { token: operations.token, kind: "licence", title: "Licence", issuer: "Authority", public: true, review_on: null, valid_from: "2027-01-01", valid_until: null, ...file(), key: randomUUID(), ...more })).paper as string;
const replace = (paper: string, more: Record<string, unknown> = {}) =>
  desk.ask("staff_paper_replace", { token: operations.token, paper, valid_from: "2027-03-01", valid_until: null, ...file(), key: randomUUID(), ...more });
const save = (paper: string, more: Record<string, unknown> = {}) =>
  desk.ask("staff_paper_save", { token: operations.token, paper, kind: "licence", title: "Licence", issuer: "Authority", public: true, review_on: null, ...more });
type Seen = { state: string; due: boolean | null; versions: { id: string; no: number }[] };
const look = async (paper: string) => (await desk.ask("staff_paper", { token: auditor.token, paper })).paper as Seen;
const outside = async () => ((await desk.ask("public_papers")).papers as { id: string; title: string }[]).map(({ id }) => id);
const mails = async () => (await desk.sql<{ to: string; subject: string }>("select to_email as to, concat_ws(' ', props ->> 'title', props ->> 'what', props ->> 'due_on', props ->> 'passed') as subject from outbox.mails where template = 'alert_paper' and to_email = $1 order by created_at, id", [operations.email])).map(({ subject }) => subject);
const remind = async () => (await desk.job("worker_papers_remind")).ended as number;

test("a new version takes the place of the one before, which is kept; outside only the one that holds is seen", async () => {
  const paper = await add();
  const [first] = (await look(paper)).versions;
  expect(await outside()).toContain(first?.id);
  await replace(paper);
  const { versions, state } = await look(paper);
  expect([state, versions.map(({ no }) => no)]).toEqual(["active", [2, 1]]);
  expect(await outside()).toEqual([versions[0]?.id]);
  expect((await desk.ask("public_paper_file", { version: versions[0]?.id })).file).toMatchObject({ name: "licence.pdf" });
  expect(await refused(desk.ask("public_paper_file", { version: first?.id }))).toBe("not_found");
  expect((await desk.ask("staff_paper_file", { token: auditor.token, version: first?.id })).file).toMatchObject({ id: first?.id });
  // One that begins later does not hold yet: the one before goes on.
  await replace(paper, { valid_from: "2028-01-01" });
  expect(await outside()).toEqual([versions[0]?.id]);
  await save(paper, { public: false });
  expect(await outside()).toEqual([]);
  expect(await refused(desk.ask("public_paper_file", { version: versions[0]?.id }))).toBe("not_found");
  await save(paper);
  await desk.ask("staff_paper_retire", { token: operations.token, paper });
  expect(await outside()).toEqual([]);
  expect((await look(paper)).versions).toHaveLength(3);
  expect(await refused(replace(paper))).toBe("not_found");
  expect(await refused(save(paper))).toBe("not_found");
});

test("what has ended or not begun is not public", async () => {
  const ended = await add({ valid_until: "2027-03-09" });
  const soon = await add({ valid_from: "2027-03-11" });
  const today = await add({ valid_from: "2027-03-10", valid_until: "2027-03-10" });
  expect([(await look(ended)).state, (await look(soon)).state, (await look(today)).state]).toEqual(["expired", "soon", "active"]);
  expect(await outside()).toEqual([(await look(today)).versions[0]?.id]);
});

test("two new files at the same moment are two versions", async () => {
  const paper = await add();
  expect(tally(words(await together(() => replace(paper), () => replace(paper), () => replace(paper))))).toEqual({ accepted: 3 });
  expect((await look(paper)).versions.map(({ no }) => no)).toEqual([4, 3, 2, 1]);
});

test("who keeps them is told once before a date and once after, of each date", async () => {
  while ((await remind()) > 0);
  const before = await mails();
  const paper = await add({ title: "Insurance", review_on: "2027-04-10", valid_until: "2027-06-01" });
  expect(await remind()).toBe(0);
  expect((await look(paper)).due).toBe(false);
  const fresh = async () => (await mails()).filter((mail) => mail.startsWith("Insurance"));
  await desk.clock("2027-03-11T12:00:00Z");
  expect((await look(paper)).due).toBe(true);
  while ((await remind()) > 0);
  expect(await fresh()).toEqual(["Insurance review 2027-04-10 false"]);
  await desk.clock("2027-04-11T12:00:00Z");
  while ((await remind()) > 0);
  expect(await fresh()).toEqual(["Insurance review 2027-04-10 false", "Insurance review 2027-04-10 true"]);
  // Looked at: the next date is another one. A new file has its own end.
  await save(paper, { title: "Insurance", review_on: "2028-04-10" });
  await replace(paper, { valid_from: "2027-04-11", valid_until: "2027-05-01" });
  while ((await remind()) > 0);
  expect((await fresh()).slice(2)).toEqual(["Insurance end 2027-05-01 false"]);
  expect(before.length).toBeGreaterThan(0);
  expect(await desk.sql("select from outbox.mails m join identity.staff s on s.email = m.to_email where m.template = 'alert_paper' and s.role not in ('operations', 'admin')")).toEqual([]);
});

test("what cannot be is refused at its field, and who only reads writes nothing", async () => {
  const refusal = (more: Record<string, unknown>) => add(more).then(() => null, (error: unknown) => refusalOf(error));
  expect(await refusal({ kind: "song" })).toMatchObject({ code: "invalid_input", field: "kind" });
  expect(await refusal({ title: " " })).toMatchObject({ code: "invalid_input", field: "title" });
  expect(await refusal({ valid_until: "2026-12-31" })).toMatchObject({ code: "invalid_input", field: "valid_until" });
  expect(await refusal({ mime: "image/svg+xml" })).toMatchObject({ code: "file_invalid", field: "file" });
  expect(await refusal({ token: auditor.token })).toMatchObject({ code: "not_permitted" });
  expect(await refused(desk.ask("staff_papers", { token: (await desk.staff("support")).token }))).toBe("not_permitted");
});
