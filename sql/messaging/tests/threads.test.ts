/** Conversations of members with staff (spec 5.4), through the desk, with races over several connections. */
import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

type Person = { token: string };
type Message = { no: number; side: string; author: string | null; body: string; file: { id: string; name: string } | null };

let database: TestDatabase;
let desk: Desk;
let support: { token: string; email: string };
let operations: { token: string; email: string };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "1000" });
  support = await desk.staff("support");
  operations = await desk.staff("operations");
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const name = () => `t${randomUUID().slice(0, 8)}`;
const none = { file: null, name: null, mime: null, bytes: null, sha256: null };
const png = (file: string = randomUUID()) => ({ file, name: "letter.png", mime: "image/png", bytes: 68, sha256: createHash("sha256").update(file).digest("hex") });
const open = async (who: Person, more: Record<string, unknown> = {}): Promise<string> =>
  (await desk.ask("member_thread_open", { token: who.token, grievance: false, subject: "A question", body: "How?", ...none, key: randomUUID(), ...more })).thread as string;
const write = (who: Person, thread: string, body: string, more: Record<string, unknown> = {}) => desk.ask("member_message_write", { token: who.token, thread, body, ...none, key: randomUUID(), ...more });
const answer = (thread: string, body: string, more: Record<string, unknown> = {}) => desk.ask("staff_message_write", { token: support.token, thread, body, ...none, key: randomUUID(), ...more });
const look = (who: Person, thread: string) => desk.ask("member_thread", { token: who.token, thread });
const staffLook = (thread: string, who = support) => desk.ask("staff_thread", { token: who.token, thread });
const unreadOf = async (who: Person) => ((await desk.ask("member_frame", { token: who.token })).unread as { messages: number }).messages;
const mails = (template: string, thread: string) => desk.sql<{ to: string }>("select to_email as to from outbox.mails where template = $1 and props ->> 'thread' = $2 order by created_at, id", [template, thread]);

test("both sides write; each sees the other's as unread until it was seen; the member does not learn who of the staff wrote", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  expect((await staffLook(thread)).thread).toMatchObject({ unread: 1, state: "open", kind: "question", clocks: null, assignee: null });
  await answer(thread, "Like this.");
  await answer(thread, "And like that.");
  expect(await unreadOf(who)).toBe(2);
  const seen = await look(who, thread);
  expect(seen.thread).toMatchObject({ unread: 2, messages: 3, last_side: "staff" });
  expect((seen.messages as Message[]).map(({ no, side, author, body }) => [no, side, author, body])).toEqual([[1, "member", null, "How?"], [2, "staff", null, "Like this."], [3, "staff", null, "And like that."]]);
  expect(((await staffLook(thread)).messages as Message[]).map(({ author }) => author !== null)).toEqual([true, true, true]);
  await desk.ask("member_thread_read", { token: who.token, thread, up_to: 3 });
  expect(await unreadOf(who)).toBe(0);
  await desk.ask("staff_thread_read", { token: support.token, thread, up_to: 1 });
  expect((await staffLook(thread)).thread).toMatchObject({ unread: 0 });
});

test("a message that comes while an older one is being read stays unread, whichever commits first", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  await answer(thread, "First");
  for (let round = 0; round < 20; round += 1) {
    const { thread: before } = await look(who, thread);
    const shown = (before as { messages: number }).messages;
    const outcomes = await together(() => desk.ask("member_thread_read", { token: who.token, thread, up_to: shown }), () => answer(thread, `Round ${round}`));
    expect(words(outcomes)).toEqual(["accepted", "accepted"]);
    expect((await look(who, thread)).thread, `round ${round}`).toMatchObject({ unread: 1, messages: shown + 1 });
  }
});

test("reading never goes backwards, and nobody reads what was not written", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  await answer(thread, "One");
  await answer(thread, "Two");
  await together(...[3, 2, 0, -5, 3].map((upTo) => () => desk.ask("member_thread_read", { token: who.token, thread, up_to: upTo })));
  expect((await look(who, thread)).thread).toMatchObject({ unread: 0 });
  await desk.ask("member_thread_read", { token: who.token, thread, up_to: 2_000_000_000 });
  await answer(thread, "Three");
  expect((await look(who, thread)).thread).toMatchObject({ unread: 1 });
});

test("twenty writers at once: numbers without a gap, nothing lost, counts that agree", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  const outcomes = await together(...Array.from({ length: 20 }, (_, n) => () => (n % 2 === 0 ? write(who, thread, `m${n}`) : answer(thread, `s${n}`))));
  expect(words(outcomes).filter((word) => word !== "accepted")).toEqual([]);
  const { messages, thread: row } = await look(who, thread) as { messages: Message[]; thread: unknown };
  expect(messages.map(({ no }) => no)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  expect(row).toMatchObject({ messages: 21, unread: 10 });
  expect((await staffLook(thread)).thread).toMatchObject({ unread: 11 });
});

test("the same message sent ten times at once is one; the same key with other words is refused", async () => {
  const who = await desk.member(name());
  const key = randomUUID();
  const opened = await together(...Array.from({ length: 10 }, () => () => open(who, { key })));
  expect(new Set(opened.map(({ answer: thread }) => thread)).size).toBe(1);
  const thread = opened[0]?.answer as string;
  const again = randomUUID();
  await together(...Array.from({ length: 10 }, () => () => write(who, thread, "Once", { ...png(), sha256: "a".repeat(64), key: again })));
  expect((await look(who, thread)).thread).toMatchObject({ messages: 2 });
  expect(await desk.sql("select count(*)::int as n from messaging.attachments where thread_id = $1", [thread])).toEqual([{ n: 1 }]);
  expect(await refused(write(who, thread, "Twice", { key: again }))).toBe("key_reuse");
});

test("an attachment goes with its message, to both sides and nobody else; one id is one file", async () => {
  const [who, other] = [await desk.member(name()), await desk.member(name())];
  const file = randomUUID();
  const thread = await open(who, png(file));
  expect(((await look(who, thread)).messages as Message[])[0]?.file).toMatchObject({ id: file, name: "letter.png" });
  expect(await desk.ask("member_thread_file", { token: who.token, file })).toMatchObject({ file: { mime: "image/png", storage_key: file } });
  expect(await desk.ask("staff_thread_file", { token: support.token, file })).toMatchObject({ file: { name: "letter.png" } });
  expect(await refused(desk.ask("member_thread_file", { token: other.token, file }))).toBe("not_found");
  expect(await refused(open(other, png(file)))).toBe("file_invalid");
  for (const bad of [{ mime: "text/html" }, { mime: null }, { bytes: 0 }, { bytes: 10_485_761 }, { sha256: "0" }]) expect(await refused(open(other, { ...png(), ...bad })), JSON.stringify(bad)).toBe("file_invalid");
  expect((await desk.ask("member_threads", { token: other.token })).items).toEqual([]);
});

test("another member finds nothing, writes nothing and reads nothing away", async () => {
  const [who, other] = [await desk.member(name()), await desk.member(name())];
  const thread = await open(who);
  await answer(thread, "For one pair of eyes");
  for (const call of [() => look(other, thread), () => write(other, thread, "Let me in"), () => desk.ask("member_thread_read", { token: other.token, thread, up_to: 9 })]) expect(await refused(call())).toBe("not_found");
  expect((await look(who, thread)).thread).toMatchObject({ unread: 1, messages: 2 });
});

test("support and operations answer, the administrator reads, others see nothing", async () => {
  const thread = await open(await desk.member(name()));
  for (const [role, reads, writes] of [["support", true, true], ["operations", true, true], ["admin", true, false], ["finance", false, false], ["auditor", false, false]] as const) {
    const { token } = await desk.staff(role);
    const word = async (call: Promise<unknown>) => call.then(() => "answered", (error: unknown) => refusalOf(error)?.code);
    expect(await word(desk.ask("staff_thread", { token, thread })), role).toBe(reads ? "answered" : "not_permitted");
    expect(await word(desk.ask("staff_message_write", { token, thread, body: role, ...none, key: randomUUID() })), role).toBe(writes ? "answered" : "not_permitted");
  }
});

test("closed by staff, opened again by staff or by the member's next message; nobody answers behind a closed door", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  const close = (body: string | null = null) => desk.ask("staff_thread_close", { token: support.token, thread, body, key: randomUUID() });
  expect(await close()).toEqual({ state: "closed" });
  expect(await refused(close())).toBe("already_decided");
  expect(await refused(answer(thread, "Too late"))).toBe("already_decided");
  await desk.ask("staff_thread_reopen", { token: operations.token, thread });
  expect(await refused(desk.ask("staff_thread_reopen", { token: operations.token, thread }))).toBe("already_decided");
  await close("That was it.");
  expect((await look(who, thread)).thread).toMatchObject({ state: "closed", unread: 1 });
  await write(who, thread, "One more thing");
  expect((await look(who, thread)).thread).toMatchObject({ state: "open", closed_at: null });
});

test("close and the member's message at once: whichever comes second counts, and nothing is lost", async () => {
  for (let round = 0; round < 10; round += 1) {
    const who = await desk.member(name());
    const thread = await open(who);
    const outcomes = await together(() => desk.ask("staff_thread_close", { token: support.token, thread, body: "Done.", key: randomUUID() }), () => write(who, thread, "Wait"));
    expect(words(outcomes)).toEqual(["accepted", "accepted"]);
    const seen = await look(who, thread) as { thread: { state: string }; messages: Message[] };
    expect(seen.messages).toHaveLength(3);
    expect(seen.thread.state).toBe(seen.messages.at(-1)?.side === "member" ? "open" : "closed");
  }
});

test("given to a colleague who answers, and only to one; the list knows whose it is", async () => {
  const thread = await open(await desk.member(name()), { subject: "Assigned one" });
  const { colleagues } = await staffLook(thread) as { colleagues: { id: string; name: string }[] };
  const idOf = async (email: string) => (await desk.sql<{ id: string }>("select public_id as id from identity.staff where email = $1", [email]))[0]?.id ?? "";
  const finance = await desk.staff("finance");
  expect(colleagues.map(({ id }) => id)).toContain(await idOf(operations.email));
  expect(colleagues.map(({ id }) => id)).not.toContain(await idOf(finance.email));
  const assign = async (email: string | null) => desk.ask("staff_thread_assign", { token: support.token, thread, to: email === null ? null : await idOf(email) });
  expect(await refused(assign(finance.email))).toBe("not_found");
  await assign(operations.email);
  const listed = async (who: Person, assigned: string) => ((await desk.ask("staff_threads", { token: who.token, state: "open", assigned, search: "Assigned one" })).items as { id: string }[]).map(({ id }) => id);
  expect([await listed(operations, "mine"), await listed(support, "mine"), await listed(support, "nobody")]).toEqual([[thread], [], []]);
  await assign(operations.email);
  expect(await desk.sql("select count(*)::int as n from audit.log where action = 'thread_assign' and object_id = $1", [thread])).toEqual([{ n: 1 }]);
  await assign(null);
  expect(await listed(support, "nobody")).toEqual([thread]);
});

test("mails: each answer to the member; of the member's words one mail to those who answer until somebody has read, or to whoever took it", async () => {
  const who = await desk.member(name());
  const thread = await open(who, { subject: "Mailed" });
  expect((await mails("admin_message", thread)).map(({ to }) => to)).toEqual(expect.arrayContaining([support.email, operations.email]) as string[]);
  const first = (await mails("admin_message", thread)).length;
  await write(who, thread, "Are you there?");
  expect(await mails("admin_message", thread)).toHaveLength(first);
  await desk.ask("staff_thread_read", { token: support.token, thread, up_to: 2 });
  await desk.ask("staff_thread_assign", { token: support.token, thread, to: (await desk.sql<{ id: string }>("select public_id as id from identity.staff where email = $1", [operations.email]))[0]?.id });
  await write(who, thread, "Still there?");
  expect((await mails("admin_message", thread)).slice(first)).toEqual([{ to: operations.email }]);
  await answer(thread, "Yes.");
  expect(await mails("message_received", thread)).toHaveLength(1);
});

test("what people type is kept as text, and what is no text or too much is refused at its field", async () => {
  const who = await desk.member(name());
  for (const odd of ["<script>alert(1)</script>", "'; drop table messaging.threads; --", "{{7*7}} ${7*7}", "Ω≈ç√∫ 田中さん 👾 \u202Etest", "a\r\n\r\nb"]) {
    const thread = await open(who, { subject: odd.replace(/\s+/g, " "), body: odd });
    expect(((await look(who, thread)).messages as Message[])[0]?.body).toBe(odd);
  }
  for (const [bad, field] of [[{ subject: " " }, "subject"], [{ subject: "x".repeat(121) }, "subject"], [{ body: "" }, "body"], [{ body: "x".repeat(5001) }, "body"], [{ body: "bell\u0007" }, "body"]] as const) {
    expect(await refused(open(who, bad)), field).toBe("invalid_input");
  }
});

test("a long conversation is read page by page without a gap", async () => {
  const who = await desk.member(name());
  const thread = await open(who);
  for (let n = 2; n <= 120; n += 1) await write(who, thread, `Message ${n}`);
  const read: number[] = [];
  let before: number | null = null;
  do {
    const page: { messages: Message[]; earlier: number | null } = await desk.ask("member_thread", { token: who.token, thread, before }) as never;
    read.unshift(...page.messages.map(({ no }) => no));
    before = page.earlier;
  } while (before !== null);
  expect(read).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
});

test("what is forgotten of a member is gone from both sides; when it happened stays", async () => {
  const [who, other] = [await desk.member(name()), await desk.member(name())];
  const thread = await open(who, { subject: "Secret subject", body: "Secret words", ...png() });
  await answer(thread, "Secret answer");
  const kept = await open(other, { subject: "Another", body: "Words" });
  await desk.sql("select messaging.forget((select member_id from messaging.threads where id = $1))", [thread]);
  const left = await desk.sql("select (select json_agg(t) from messaging.threads t) as threads, (select json_agg(m) from messaging.messages m where m.thread_id = $1) as messages, (select count(*)::int from messaging.attachments where thread_id = $1) as files, (select count(*)::int from messaging.notices n join messaging.threads t on t.member_id = n.member_id where t.id = $1) as notices", [thread]);
  expect(JSON.stringify(left)).not.toContain("Secret");
  expect(left).toMatchObject([{ files: 0, notices: 0 }]);
  expect((await look(other, kept)).thread).toMatchObject({ subject: "Another" });
});
