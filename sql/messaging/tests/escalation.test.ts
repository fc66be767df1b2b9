/** Deadlines of grievances that were missed are told to the officer, once each (spec 4.4). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let desk: Desk;
let support: { token: string };

const none = { file: null, name: null, mime: null, bytes: null, sha256: null };
const write = async (grievance: boolean): Promise<string> => {
  const who = await desk.member(`teller-${randomUUID().slice(0, 8)}`);
  return (await desk.ask("member_thread_open", { token: who.token, grievance, subject: "A secret subject", body: "This is wrong.", ...none, key: randomUUID() })).thread as string;
};
/** Which deadlines of a conversation were told, and to whom. */
const told = (thread: string) =>
  desk.sql<{ deadline: string; to: string }>("select props ->> 'deadline' as deadline, to_email as to from outbox.mails where template = 'alert_grievance' and props ->> 'thread' = $1 order by created_at, 1", [thread]);
const deadlines = async (thread: string) => (await told(thread)).map(({ deadline }) => deadline);
const escalate = async () => {
  await Promise.all([desk.job("worker_grievances_escalate"), desk.job("worker_grievances_escalate")]);
  expect(await desk.job("worker_grievances_escalate")).toEqual({ ended: 0 });
};
const monday = "2027-03-01T10:00:00Z";

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock(monday);
  await desk.set({ otp_per_minute: "1000", grievance_email: "officer@operator.test" });
  support = await desk.staff("support");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

test("each deadline is told once when it has passed and not before, to the officer, with nothing personal", async () => {
  const thread = await write(true);
  const question = await write(false);
  await desk.clock("2027-03-03T10:00:00Z");
  await escalate();
  expect(await told(thread)).toEqual([]);
  await desk.clock("2027-03-03T10:00:01Z");
  await escalate();
  expect(await told(thread)).toEqual([{ deadline: "acknowledge", to: "officer@operator.test" }]);
  await desk.clock("2027-04-01T10:00:00Z");
  await escalate();
  expect(await deadlines(thread)).toEqual(["acknowledge"]);
  await desk.clock("2027-04-01T10:00:01Z");
  await escalate();
  expect(await deadlines(thread)).toEqual(["acknowledge", "resolve"]);
  expect(await told(question)).toEqual([]);
  const [facts] = await desk.sql<{ props: string }>("select string_agg(props::text, ' ') as props from outbox.mails where template = 'alert_grievance'");
  expect(facts?.props).not.toMatch(/secret|teller/);
  // Closed and opened again, it is late as before, and has been told.
  await desk.ask("staff_thread_close", { token: support.token, thread, body: "It is put right.", key: randomUUID() });
  await desk.ask("staff_thread_reopen", { token: support.token, thread });
  await desk.clock("2027-05-01T10:00:00Z");
  await escalate();
  expect(await deadlines(thread)).toEqual(["acknowledge", "resolve"]);
});

test("what was acknowledged or resolved in time is not told", async () => {
  await desk.clock(monday);
  const [acknowledged, resolved] = [await write(true), await write(true)];
  await desk.ask("staff_thread_acknowledge", { token: support.token, thread: acknowledged });
  await desk.ask("staff_thread_close", { token: support.token, thread: resolved, body: "It is put right.", key: randomUUID() });
  await desk.clock("2027-04-30T00:00:00Z");
  await escalate();
  expect([await deadlines(acknowledged), await deadlines(resolved)]).toEqual([["resolve"], []]);
});

test("without an address of an officer an administrator is told", async () => {
  await desk.clock(monday);
  await desk.set({ grievance_email: "" });
  const admin = await desk.staff("admin");
  const thread = await write(true);
  await desk.clock("2027-03-10T00:00:00Z");
  await escalate();
  expect(await told(thread)).toEqual([{ deadline: "acknowledge", to: admin.email }]);
});
