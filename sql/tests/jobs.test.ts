/** What staff do about mails and jobs that failed (spec 7.1): once, in the right state, and told to the audit log. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { retryJob } from "../../worker/queue-sql";
import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let admin: Awaited<ReturnType<Desk["staff"]>>;
let mail: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  admin = await desk.staff("admin");
  mail = (await desk.sql<{ id: string }>("insert into outbox.mails (template, to_email, props, state, attempts, error) values ('deposit_approved', 'ann@members.test', '{}', 'parked', 4, 'mailbox full') returning id"))[0]?.id ?? "";
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const decide = (verb: string | null, which = mail, token = admin.token) => desk.ask("staff_mail_decide", { token, mail: which, verb, key: randomUUID() });
const codeOf = (call: Promise<unknown>) => call.then(() => null, (error: unknown) => refusalOf(error)?.code);
const waits = async (task: string) => (await desk.sql<{ n: number }>("select count(*)::integer as n from outbox.jobs where task = $1 and handed_at is null", [task]))[0]?.n ?? 0;

test("a mail that was set aside is sent once more, one that waits is set aside, each only from its state", async () => {
  const before = await waits("mail__send");
  expect(await codeOf(decide("park"))).toBe("already_decided");
  expect(await decide("retry")).toEqual({ state: "queued" });
  expect(await waits("mail__send")).toBe(before + 1);
  expect(await desk.sql("select state, attempts, error from outbox.mails where id = $1", [mail])).toEqual([{ state: "queued", attempts: 0, error: null }]);
  expect(await codeOf(decide("retry"))).toBe("already_decided");
  expect(await decide("park")).toEqual({ state: "parked" });
  expect((await desk.ask("staff_mails", { token: admin.token, state: "parked" })).items).toMatchObject([{ id: mail, to: "ann@members.test", state: "parked" }]);
  expect((await desk.sql<{ action: string }>("select action from audit.log where object_kind = 'mail' order by id")).map(({ action }) => action)).toEqual(["mail_retry", "mail_park"]);
});

test("two who send the same mail again send it once", async () => {
  const before = await waits("mail__send");
  const outcomes = await Promise.all([decide("retry"), decide("retry"), decide("retry")].map((call) => codeOf(call)));
  expect(outcomes.sort()).toEqual(["already_decided", "already_decided", null]);
  expect(await waits("mail__send")).toBe(before + 1);
});

test("what is no mail, no verb or not permitted is refused", async () => {
  expect(await codeOf(decide("retry", randomUUID()))).toBe("not_found");
  expect(await codeOf(decide("burn"))).toBe("invalid_input");
  expect(await codeOf(decide(null))).toBe("invalid_input");
  expect(await codeOf(decide("retry", mail, (await desk.staff("auditor")).token))).toBe("not_permitted");
  expect(await codeOf(desk.ask("staff_job_retry", { token: (await desk.staff("finance")).token, job: "1", key: randomUUID() }))).toBe("not_permitted");
});

test("a job that was given up is seen with its error, and begins afresh", async () => {
  const add = await desk.sql<{ id: string }>("select id::text from graphile_worker.add_job('ledger__fold', payload => '{}', job_key => 'try')");
  const job = add[0]?.id ?? "";
  await desk.sql("select graphile_worker.permanently_fail_jobs(array[$1::bigint], 'the disk was full')", [job]);
  expect(await desk.ask("staff_jobs", { token: admin.token })).toMatchObject({ failed: [{ id: job, task: "ledger__fold", given_up: true, error: "the disk was full" }] });
  expect(await desk.ask("staff_job_retry", { token: admin.token, job, key: randomUUID() })).toEqual({ state: "asked" });
  expect(await desk.sql("select payload ->> 'job' as job from outbox.jobs where task = 'outbox__retry'")).toEqual([{ job }]);
  // As the worker does it.
  await retryJob({ query: (async (text: string, values: unknown[]) => ({ rows: await desk.sql(text, values) })) } as unknown as Parameters<typeof retryJob>[0], job);
  expect(await desk.ask("staff_jobs", { token: admin.token })).toMatchObject({ waiting: [{ task: "ledger__fold", count: 1, running: 0 }] });
});
