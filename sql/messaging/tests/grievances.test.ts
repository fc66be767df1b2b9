/** Grievances and their clocks (spec 4.4): acknowledged within 48 working hours, resolved within a month, counted for everybody. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

type Person = { token: string; email: string };
type Clocks = { acknowledge_by: string; acknowledged_at: string | null; resolve_by: string; due_at: string | null; standing: string };

let database: TestDatabase;
let desk: Desk;
let support: Person;

const none = { file: null, name: null, mime: null, bytes: null, sha256: null };
const complain = async (who: Person): Promise<string> => (await desk.ask("member_thread_open", { token: who.token, grievance: true, subject: "A grievance", body: "This is wrong.", ...none, key: randomUUID() })).thread as string;
const clocks = async (thread: string): Promise<Clocks> => ((await desk.ask("staff_thread", { token: support.token, thread })).thread as { clocks: Clocks }).clocks;
const resolve = (thread: string, body: string | null = "It is put right.") => desk.ask("staff_thread_close", { token: support.token, thread, body, key: randomUUID() });
const acknowledge = (thread: string) => desk.ask("staff_thread_acknowledge", { token: support.token, thread });
const figures = async () => ((await desk.ask("public_grievances", {})).months as { month: string; received: number; in_time: number; late: number; open: number }[]);
const told = (template: string, thread: string) => desk.sql("select 1 from messaging.notices where template = $1 and kind = 'grievance' and facts ->> 'thread' = $2", [template, thread]);
const at = (text: string | null) => (text === null ? null : new Date(text).toISOString());

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  // A Thursday.
  await desk.clock("2027-01-28T15:30:00Z");
  await desk.set({ otp_per_minute: "1000", timezone: "Asia/Kolkata" });
  support = await desk.staff("support");
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const deadline = async (from: string, hours: number, days: string, zone: string) =>
  (await desk.sql<{ at: Date }>("select messaging.working_deadline($1, $2, $3, $4) as at", [from, hours, days, zone]))[0]?.at.toISOString();
const month = async (from: string, months: number, zone: string) => (await desk.sql<{ at: Date }>("select messaging.month_deadline($1, $2, $3) as at", [from, months, zone]))[0]?.at.toISOString();

test("working hours: weekends do not count, in the operator's zone, and a day has the hours it has", async () => {
  expect(await deadline("2027-03-01T10:00:00Z", 48, "12345", "UTC")).toBe("2027-03-03T10:00:00.000Z");
  expect(await deadline("2027-03-05T10:00:00Z", 48, "12345", "UTC")).toBe("2027-03-09T10:00:00.000Z");
  expect(await deadline("2027-03-06T10:00:00Z", 48, "12345", "UTC")).toBe("2027-03-10T00:00:00.000Z");
  // Friday 20:00 in London is Saturday in Kolkata already.
  expect(await deadline("2027-03-05T20:00:00Z", 1, "12345", "Asia/Kolkata")).toBe("2027-03-07T19:30:00.000Z");
  // The Sunday on which clocks in Berlin go forward has 23 hours.
  expect(await deadline("2027-03-27T23:00:00Z", 24, "1234567", "Europe/Berlin")).toBe("2027-03-28T23:00:00.000Z");
  expect(await deadline("2027-03-27T23:00:00Z", 24, "7", "Europe/Berlin")).toBe("2027-04-03T23:00:00.000Z");
  expect(await deadline("2027-03-06T10:00:00Z", 5, "", "UTC")).toBe("2027-03-06T15:00:00.000Z");
});

test("a month is a calendar month there, and ends with a shorter one", async () => {
  expect(await month("2027-01-31T10:00:00Z", 1, "UTC")).toBe("2027-02-28T10:00:00.000Z");
  expect(await month("2027-01-31T20:00:00Z", 1, "Asia/Kolkata")).toBe("2027-02-28T20:00:00.000Z");
  expect(await month("2027-03-01T10:00:00Z", 1, "Europe/Berlin")).toBe("2027-04-01T09:00:00.000Z");
});

test("from receipt to resolution: the clocks are shown, the standing follows the business date, the member is told", async () => {
  const who = await desk.member("kept");
  const thread = await complain(who);
  const first = await clocks(thread);
  expect({ ...first, acknowledge_by: at(first.acknowledge_by), resolve_by: at(first.resolve_by) }).toMatchObject({ acknowledge_by: "2027-02-01T15:30:00.000Z", resolve_by: "2027-02-28T15:30:00.000Z", standing: "waiting" });
  expect(await told("grievance_received", thread)).toHaveLength(1);
  await desk.clock("2027-02-01T15:30:00Z");
  expect((await clocks(thread)).standing).toBe("waiting");
  await acknowledge(thread);
  expect(await refused(acknowledge(thread))).toBe("already_decided");
  expect(await clocks(thread)).toMatchObject({ standing: "in_work", due_at: first.resolve_by });
  expect(await told("grievance_acknowledged", thread)).toHaveLength(1);
  await desk.clock("2027-02-21T15:30:01Z");
  expect((await clocks(thread)).standing).toBe("soon");
  expect(await refused(resolve(thread, " "))).toBe("note_required");
  await desk.clock("2027-02-28T15:30:00Z");
  await resolve(thread);
  expect(await clocks(thread)).toMatchObject({ standing: "resolved", due_at: null });
  expect(await told("grievance_resolved", thread)).toHaveLength(1);
  await desk.clock("2027-03-20T00:00:00Z");
  expect((await clocks(thread)).standing).toBe("resolved");
});

test("over a deadline it is escalated; the queue has what runs out first on top; an answer acknowledges", async () => {
  const [one, two] = [await desk.member("late-one"), await desk.member("late-two")];
  const early = await complain(one);
  await desk.clock("2027-03-23T00:00:00Z");
  const later = await complain(two);
  const queue = async () => ((await desk.ask("staff_grievances", { token: support.token })).items as { id: string }[]).map(({ id }) => id);
  expect(await queue()).toEqual([early, later]);
  const frame = async () => (await desk.ask("staff_frame", { token: support.token })).grievances;
  expect(await frame()).toBe(2);
  await desk.clock("2027-03-24T00:00:00Z");
  expect((await clocks(early)).standing).toBe("acknowledge_late");
  expect((await desk.ask("staff_grievances", { token: support.token })).late).toBe(1);
  await desk.ask("staff_message_write", { token: support.token, thread: early, body: "We look into it.", ...none, key: randomUUID() });
  expect((await clocks(early)).standing).toBe("in_work");
  expect(await queue()).toEqual([later, early]);
  expect(await frame()).toBe(1);
  await desk.clock("2027-04-25T00:00:00Z");
  expect([(await clocks(early)).standing, (await clocks(later)).standing]).toEqual(["resolve_late", "resolve_late"]);
  await resolve(early);
  expect((await clocks(early)).standing).toBe("resolved_late");
  expect(await queue()).toEqual([later]);
});

test("a resolution that did not hold is none: the member writes, and the clock stands where it stood", async () => {
  const who = await desk.member("again");
  const thread = await complain(who);
  const { resolve_by: before } = await clocks(thread);
  await resolve(thread);
  await desk.clock("2027-05-30T00:00:00Z");
  await desk.ask("member_message_write", { token: who.token, thread, body: "It is wrong again.", ...none, key: randomUUID() });
  expect(await clocks(thread)).toMatchObject({ standing: "resolve_late", resolve_by: before, due_at: before });
});

test("a question has no clocks, and is not acknowledged", async () => {
  const who = await desk.member("asks");
  const { thread } = await desk.ask("member_thread_open", { token: who.token, grievance: false, subject: "A question", body: "How?", ...none, key: randomUUID() });
  expect(await clocks(thread as string)).toBeNull();
  expect(await refused(acknowledge(thread as string))).toBe("not_found");
});

test("the figures for everybody are those of the rows, month by month in the operator's zone, and name nobody", async () => {
  // Half an hour into June in Kolkata, still May elsewhere.
  await desk.clock("2027-05-31T19:00:00Z");
  const thread = await complain(await desk.member("figure"));
  const rows = await desk.sql<{ month: string; received: number; in_time: number; late: number; open: number }>(
    `select to_char(opened_at at time zone 'Asia/Kolkata', 'YYYY-MM-01') as month, count(*)::int as received, count(*) filter (where closed_at <= resolve_by)::int as in_time,
            count(*) filter (where coalesce(closed_at, $1::timestamptz) > resolve_by)::int as late, count(*) filter (where closed_at is null and $1::timestamptz <= resolve_by)::int as open
       from messaging.threads where kind = 'grievance' group by 1 order by 1 desc`, ["2027-05-31T19:00:00Z"]);
  expect(rows[0]).toEqual({ month: "2027-06-01", received: 1, in_time: 0, late: 0, open: 1 });
  const published = await figures();
  expect(published).toHaveLength(12);
  expect(published.filter(({ received }) => received > 0)).toEqual(rows);
  expect(published.every(({ received, in_time, late, open }) => received === in_time + late + open)).toBe(true);
  const text = JSON.stringify(await desk.ask("public_grievances", {}));
  for (const word of ["figure", "again", "@members", thread, "A grievance", "wrong"]) expect(text).not.toContain(word);
});
