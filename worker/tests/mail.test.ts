/** Spec 8 row 15: no mail is lost, whatever the mail server does. A real SMTP server that drops, stalls and refuses. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { sealCode } from "~/auth/code.server";

import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { startSmtpServer, type Behaviour, type SmtpServer } from "./support/smtp-server";
import { startWorkerInside, type WorkerInside } from "./support/worker-inside";
import { queueMails, superuser, until, type Superuser } from "./support/worker-process";

// Real processes on a busy machine; what is promised is asserted in the tests themselves.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let db: Superuser;
let smtp: SmtpServer;
let worker: WorkerInside | undefined;

beforeAll(async () => {
  database = await testDatabase();
  db = await superuser(database);
  smtp = await startSmtpServer();
});

beforeEach(async () => {
  smtp.reset();
  await db.rows("truncate outbox.kept_mails, outbox.mails, outbox.jobs");
  await db.rows("update core.settings set value = '0' where key = 'mail_retry_seconds'");
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

afterAll(async () => {
  await smtp.close();
  await db.end();
  await database.drop();
});

type MailRow = { id: string; state: string; attempts: number; error: string | null; props: Record<string, unknown> };
const mails = () => db.rows<MailRow>("select id, state, attempts, error, props from outbox.mails order by id");
const allAre = (state: string) => async () => (await mails()).every((mail) => mail.state === state);

const misbehaviours: [Behaviour, RegExp][] = [
  ["refuse", /550/],
  ["busy", /451/],
  ["drop", /ECONNECTION|ECONNRESET|ESOCKET|closed/i],
  ["stall", /ETIMEDOUT|timeout/i],
];

test.each(misbehaviours)("a mail server that says %s gets the mail again until it takes it", async (behaviour, reason) => {
  smtp.behave(behaviour);
  worker = await startWorkerInside(database, smtp.url);
  await queueMails(db, 1);
  await until("two attempts have failed", async () => (await mails())[0]?.attempts === 2);
  expect((await mails())[0]).toMatchObject({ state: "queued", error: expect.stringMatching(reason) });
  smtp.behave("accept");
  await until("it is sent", allAre("sent"));
  expect(smtp.accepted).toHaveLength(1);
  expect((await mails())[0]).toMatchObject({ state: "sent", error: null });
});

test.each(misbehaviours)("after three repetitions a mail that the server answers with %s is parked, with the reason", async (behaviour, reason) => {
  smtp.behave(behaviour);
  worker = await startWorkerInside(database, smtp.url);
  await queueMails(db, 2);
  await until("both are parked", allAre("parked"));
  for (const mail of await mails()) expect(mail).toMatchObject({ attempts: 4, error: expect.stringMatching(reason) });
  expect(smtp.accepted).toHaveLength(0);
});

test("no mail server at all: parked, not lost", async () => {
  const gone = await startSmtpServer();
  await gone.close();
  worker = await startWorkerInside(database, gone.url);
  await queueMails(db, 3);
  await until("all are parked", allAre("parked"));
  expect((await mails()).map((mail) => mail.error)).toEqual(Array(3).fill(expect.stringMatching(/ECONNREFUSED|ESOCKET/)));
});

test("a line cut after the mail was taken makes a second copy, which carries the same Message-ID", async () => {
  smtp.behave("drop after");
  worker = await startWorkerInside(database, smtp.url);
  await queueMails(db, 1);
  await until("it was taken once", () => Promise.resolve(smtp.accepted.length === 1));
  smtp.behave("accept");
  await until("it is sent", allAre("sent"));
  expect(smtp.accepted.length).toBeGreaterThanOrEqual(2);
  expect(new Set(smtp.accepted.map((mail) => mail.messageId)).size).toBe(1);
});

test("a moody server: every mail arrives or is parked, none is lost", async () => {
  const moods: Behaviour[] = ["accept", "refuse", "accept", "drop", "accept", "busy", "accept", "drop after", "accept", "stall"];
  worker = await startWorkerInside(database, smtp.url);
  let mood = 0;
  const changing = setInterval(() => smtp.behave(moods[(mood += 1) % moods.length] ?? "accept"), 120);
  await queueMails(db, 80);
  await until("all are sent or parked", async () => (await mails()).every((mail) => mail.state !== "queued"), 50_000).finally(() => clearInterval(changing));

  const rows = await mails();
  const arrived = smtp.accepted.map((mail) => mail.messageId);
  const sent = rows.filter((mail) => mail.state === "sent");
  const lost = sent.filter((mail) => !arrived.some((messageId) => messageId?.includes(mail.id)));
  const copies = arrived.length - new Set(arrived).size;
  process.stdout.write(`moody server: ${rows.length} mails, ${sent.length} sent, ${rows.length - sent.length} parked, ${lost.length} lost, ${copies} copies with the same Message-ID\n`);
  expect(lost).toEqual([]);
  expect(rows).toHaveLength(80);
  expect(sent.length).toBeGreaterThan(40);
});

test("a failed mail is tried again after a minute", async () => {
  await db.rows("update core.settings set value = '60' where key = 'mail_retry_seconds'");
  smtp.behave("busy");
  worker = await startWorkerInside(database, smtp.url);
  await queueMails(db, 1);
  await until("the retry is in the queue", async () => (await db.rows("select 1 from graphile_worker.jobs where task_identifier = 'mail__send' and run_at > now()")).length === 1);
  const [retry] = await db.rows<{ seconds: string }>("select round(extract(epoch from run_at - now()))::text as seconds from graphile_worker.jobs where task_identifier = 'mail__send'");
  expect(Number.parseInt(retry?.seconds ?? "", 10)).toBeGreaterThan(50);
  expect(Number.parseInt(retry?.seconds ?? "", 10)).toBeLessThanOrEqual(60);
});

test("a mail says who it is from, whom to answer, and comes in both forms", async () => {
  worker = await startWorkerInside(database, smtp.url);
  await queueMails(db, 1);
  await until("it is sent", allAre("sent"));
  const [mail] = smtp.accepted;
  const [row] = await mails();
  expect(mail?.from).toMatchObject({ name: "Coffer", address: "no-reply@coffer.test" });
  expect(mail?.to).toEqual([expect.objectContaining({ address: "ann1@coffer.test" })]);
  expect(mail?.replyTo).toEqual([expect.objectContaining({ address: "support@demo.coffer.test" })]);
  expect(mail?.messageId).toContain(row?.id);
  expect(mail?.subject).toBe("Deposit D-1: waiting for approval");
  expect(mail?.html).toContain("10.00");
  expect(mail?.text).toContain("support@demo.coffer.test");
  expect(mail?.headers).toContainEqual(expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }));
});

test("a login code reaches the mail, and leaves the row once it is sent", async () => {
  worker = await startWorkerInside(database, smtp.url);
  await db.rows("select outbox.mail('login_code', 'ann@coffer.test', 'en', jsonb_build_object('sealed_code', $1::text, 'minutes', 10))", [sealCode("048213")]);
  await until("it is sent", allAre("sent"));
  expect(smtp.accepted[0]?.text).toContain("048213");
  expect(smtp.accepted[0]?.subject).not.toContain("048213");
  expect(JSON.stringify(await db.rows("select * from outbox.mails"))).not.toMatch(/048213|sealed_code/);
});

test("without a mail server the demo keeps the mail for its mailbox", async () => {
  await db.rows("update core.clock set sandbox = true");
  worker = await startWorkerInside(database, undefined);
  await queueMails(db, 2);
  await until("both are sent", allAre("sent"));
  const [box] = await db.rows<{ answer: { mails: { to: string; subject: string; html: string; text: string }[] } }>("select desk.sandbox_mailbox(p_to => 'ANN2@coffer.test') as answer");
  expect(box?.answer.mails).toEqual([
    expect.objectContaining({ to: "ann2@coffer.test", subject: "Deposit D-2: waiting for approval", html: expect.stringContaining("</html>"), text: expect.stringContaining("10.00") }),
  ]);
});

test("a mail that cannot be written is parked with the reason, and stops nobody else", async () => {
  worker = await startWorkerInside(database, smtp.url);
  await db.rows("select outbox.mail('no_such_mail', 'ann@coffer.test', 'en', '{}'), outbox.mail('deposit_pending', 'ann@coffer.test', 'en', '{\"first_name\": \"Ann\"}')");
  await queueMails(db, 1);
  await until("all are done", async () => (await mails()).every((mail) => mail.state !== "queued"));
  expect((await mails()).map(({ state, error }) => ({ state, error }))).toEqual([
    { state: "parked", error: expect.stringContaining("no_such_mail") },
    { state: "parked", error: expect.stringContaining("reference") },
    { state: "sent", error: null },
  ]);
});
