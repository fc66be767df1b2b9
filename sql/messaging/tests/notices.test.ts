/** Notices of the portal (spec 5.4): one for each mail that tells a member something, in the same transaction. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { root } from "../../tests/support/catalogue";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

type Notice = { id: string; kind: string; template: string; facts: Record<string, unknown>; read: boolean };
type Person = { token: string; email: string };

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "1000" });
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const list = async (who: Person, more: Record<string, unknown> = {}) => (await desk.ask("member_notices", { token: who.token, ...more })) as { items: Notice[]; unread: Record<string, number>; next: string | null };
const unread = async (who: Person) => ((await desk.ask("member_frame", { token: who.token })).unread as { notices: number }).notices;
const name = () => `n${randomUUID().slice(0, 8)}`;
const tell = (who: Person, template: string) => desk.sql("select outbox.mail_member($1, (select id from identity.members where email = $2), '{}')", [template, who.email]);

test("every mail to a member has its notice, with the same facts; a mail undone has none", async () => {
  const who = await desk.member(name());
  const finance = await desk.staff("finance");
  const method = await desk.method();
  await desk.deposit(who, "50.00", method, finance);
  const mails = await desk.sql<{ template: string; props: unknown }>("select template, props from outbox.mails where member_id = (select id from identity.members where email = $1) order by created_at desc, id desc", [who.email]);
  expect(mails.map(({ template }) => template)).toEqual(expect.arrayContaining(["welcome", "deposit_pending", "deposit_approved"]) as string[]);
  const notices = await list(who);
  const facts = (rows: { template: string; facts: unknown }[]) => rows.map(({ template, facts: told }) => `${template} ${JSON.stringify(told)}`).sort();
  expect(facts(notices.items)).toEqual(facts(mails.map(({ template, props }) => ({ template, facts: props }))));
  expect(await desk.sql("select count(*)::int as n from messaging.notices n join identity.members m on m.id = n.member_id where m.email = $1 and n.kind = 'money'", [who.email])).toEqual([{ n: 1 }]);
  const before = await unread(who);
  const client = await desk.owner.connect();
  await client.query("begin");
  await client.query("select outbox.mail_member('deposit_approved', (select id from identity.members where email = $1), '{}')", [who.email]);
  await client.query("rollback");
  client.release();
  expect(await unread(who)).toBe(before);
});

test("a fact that is told once has one notice, and codes have none", async () => {
  const who = await desk.member(name());
  const before = (await list(who)).items.length;
  for (let n = 0; n < 3; n += 1) await desk.sql("select outbox.mail_member('deposit_approved', (select id from identity.members where email = $1), '{}', 'once-' || $1)", [who.email]);
  expect((await list(who)).items).toHaveLength(before + 1);
  expect((await list(who)).items.map(({ template }) => template)).not.toContain("login_code");
});

test("each mail to members stands under the kind that it is", async () => {
  const index = readFileSync(path.join(root, "emails/index.ts"), "utf8");
  const templates = [...(/export const mails = \{([\s\S]*?)\} as const/.exec(index)?.[1] ?? "").matchAll(/^\s*([a-z_]+)[:,]/gm)].map(([, template]) => template ?? "");
  expect(templates).toContain("deposit_approved");
  // Those that are the system's own; every other has to be under a kind of its own.
  const system = ["welcome", "message_received"];
  const toMembers = templates.filter((template) => !/^(admin|alert|staff)_|_code$/.test(template));
  const kinds = await desk.sql<{ template: string; kind: string }>("select t as template, desk.notice_kind(t, '{}') as kind from unnest($1::text[]) t", [toMembers]);
  expect(kinds.filter(({ template, kind }) => (kind === "system") !== system.includes(template))).toEqual([]);
  expect(await desk.sql("select desk.notice_kind('message_received', '{\"grievance\": true}') as kind")).toEqual([{ kind: "grievance" }]);
});

test("read one, read it and all older, delete: what came after stays, and again changes nothing", async () => {
  const who = await desk.member(name());
  for (const template of ["deposit_approved", "withdrawal_sent", "destination_added"]) await tell(who, template);
  const { items } = await list(who);
  expect(items.map(({ template }) => template).slice(0, 3)).toEqual(["destination_added", "withdrawal_sent", "deposit_approved"]);
  const [newest, second, third] = items.map(({ id }) => id);
  const read = (notice: string | undefined, andOlder: boolean) => desk.ask("member_notice_read", { token: who.token, notice, and_older: andOlder });
  await read(third, false);
  expect((await list(who)).items.map((one) => one.read).slice(0, 3)).toEqual([false, false, true]);
  await read(second, true);
  await read(second, true);
  expect(await unread(who)).toBe(1);
  expect((await list(who)).unread).toEqual({ security: 1 });
  await desk.ask("member_notice_delete", { token: who.token, notice: newest });
  expect(await refused(desk.ask("member_notice_delete", { token: who.token, notice: newest }))).toBe("not_found");
  expect(await unread(who)).toBe(0);
  expect((await list(who, { kind: "security" })).items).toEqual([]);
  expect((await list(who, { kind: "money" })).items).toHaveLength(2);
});

test("marked as read while new ones arrive: the new ones stay unread", async () => {
  const who = await desk.member(name());
  await tell(who, "deposit_approved");
  for (let round = 0; round < 10; round += 1) {
    const newest = (await list(who)).items[0]?.id;
    const outcomes = await together(() => desk.ask("member_notice_read", { token: who.token, notice: newest, and_older: true }), () => tell(who, "withdrawal_sent"));
    expect(words(outcomes)).toEqual(["accepted", "accepted"]);
    expect(await unread(who), `round ${round}`).toBe(1);
  }
});

test("another member reads and deletes nothing of mine", async () => {
  const [who, other] = [await desk.member(name()), await desk.member(name())];
  await tell(who, "deposit_approved");
  const mine = (await list(who)).items[0]?.id;
  expect(await refused(desk.ask("member_notice_read", { token: other.token, notice: mine, and_older: true }))).toBe("not_found");
  expect(await refused(desk.ask("member_notice_delete", { token: other.token, notice: mine }))).toBe("not_found");
  expect((await list(other)).items.map(({ id }) => id)).not.toContain(mine);
  expect((await list(who)).items[0]).toMatchObject({ id: mine, read: false });
});

test("a list of many is read page by page without a gap", async () => {
  const who = await desk.member(name());
  await Promise.all(Array.from({ length: 40 }, () => tell(who, "deposit_approved")));
  const whole = (await list(who, { limit: 100 })).items.map(({ id }) => id);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(who, { cursor, limit: 7 });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(ids).toEqual(whole);
});

test("who has seen an answer in its conversation is not told of it any more", async () => {
  const who = await desk.member(name());
  const support = await desk.staff("support");
  const none = { file: null, name: null, mime: null, bytes: null, sha256: null };
  const { thread } = await desk.ask("member_thread_open", { token: who.token, grievance: false, subject: "Seen", body: "Here", ...none, key: randomUUID() });
  const answer = (body: string) => desk.ask("staff_message_write", { token: support.token, thread, body, ...none, key: randomUUID() });
  await answer("One");
  await answer("Two");
  const about = async () => (await list(who)).items.filter(({ template }) => template === "message_received").map((one) => one.read);
  await desk.ask("member_thread_read", { token: who.token, thread, up_to: 2 });
  expect(await about()).toEqual([false, false]);
  await desk.ask("member_thread_read", { token: who.token, thread, up_to: 3 });
  expect(await about()).toEqual([true, true]);
});
