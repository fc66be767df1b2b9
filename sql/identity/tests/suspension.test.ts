/** Suspending a member takes two people and a reason; what staff note about a member stays with staff (spec 7.1). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let operations: { token: string; name: string };
let finance: { token: string; email: string };
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 6);
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const person = () => desk.member(`mia${(made += 1)}`);
const ask = (member: string, suspend: boolean | null = true, more: Record<string, unknown> = {}) => desk.ask("staff_member_suspend", { token: operations.token, member, suspend, reason: "unusual withdrawals", key: randomUUID(), ...more });
const status = async (member: string) => (await desk.sql<{ status: string }>("select status from identity.members where public_id = $1", [member]))[0]?.status;
const note = (member: string, body: string | null, more: Record<string, unknown> = {}) => desk.ask("staff_note_write", { token: operations.token, member, body, key: randomUUID(), ...more });
const told = async (email: string) => (await desk.sql<{ template: string; props: object }>("select template, props from outbox.mails where to_email = $1 and template like 'account%' order by created_at, id", [email]));

test("asked by one, approved by another: read-only at once, told without the reason, and lifted the same way", async () => {
  const who = await person();
  const { request } = await ask(who.id);
  expect(await status(who.id)).toBe("active");
  expect((await desk.ask("staff_request", { token: finance.token, request })).evidence).toMatchObject({ member: { id: who.id, status: "active" }, stale: false });
  await desk.decide(finance, request);
  expect(await desk.ask("member_home", { token: who.token })).toBeDefined();
  expect(await refused(desk.ask("member_transfer", { token: who.token, currency: "USD", amount: "1.00", key: randomUUID() }))).toBe("suspended");
  const lifted = await ask(who.id, false);
  await desk.decide(finance, lifted.request);
  expect(await status(who.id)).toBe("active");
  const mails = await told(who.email);
  expect(mails.map(({ template }) => template)).toEqual(["account_suspended", "account_restored"]);
  expect(JSON.stringify(mails)).not.toContain("unusual");
  const notices = await desk.ask("member_notices", { token: who.token, kind: "security", cursor: null, limit: 10 });
  expect(notices.items).toHaveLength(2);
});

test("without a reason, of what stands so already, of nobody or of oneself it is refused and nothing changes", async () => {
  const who = await person();
  const before = await contents(desk);
  expect(await refused(ask(who.id, true, { reason: " " }))).toBe("note_required");
  expect(await refused(ask(who.id, false))).toBe("invalid_input");
  expect(await refused(ask(who.id, null))).toBe("invalid_input");
  expect(await refused(ask(randomUUID()))).toBe("not_found");
  expect(await contents(desk)).toEqual(before);
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where name = $2", [who.id, operations.name]);
  expect(await refused(ask(who.id))).toBe("same_person");
  await desk.sql("update identity.staff set member_id = null where name = $1", [operations.name]);
});

test("who is this member does not approve it, and one that no longer fits is not carried out", async () => {
  const who = await person();
  const { request } = await ask(who.id);
  expect(await refused(ask(who.id))).toBe("already_open");
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where email = $2", [who.id, finance.email]);
  expect(await refused(desk.decide(finance, request))).toBe("same_person");
  await desk.sql("update identity.staff set member_id = null where email = $1", [finance.email]);
  await desk.sql("update identity.members set status = 'suspended' where public_id = $1", [who.id]);
  expect(await refused(desk.decide(finance, request))).toBe("payload_changed");
});

test("suspended while a movement is under way: it is before or after, never half", async () => {
  const method = await desk.method("USD", "Race bank");
  for (let round = 0; round < 5; round += 1) {
    const who = await person();
    await desk.deposit(who, "100.00", method, finance);
    const { request } = await ask(who.id);
    const plan = { token: who.token, method, reference: null, amount: "5.00", transaction_reference: randomUUID(), file: null, key: randomUUID() };
    const [asked] = words(await together(() => desk.ask("member_deposit_submit", plan), () => desk.decide(finance, request)));
    expect(["accepted", "suspended"]).toContain(asked);
    expect(await status(who.id)).toBe("suspended");
  }
});

test("a note stands with its author and hour for staff, is never changed, and the member sees nothing of it", async () => {
  const who = await person();
  await note(who.id, "  Called twice about <b>fees</b>.\nVery polite. ");
  await note(who.id, "Second.");
  const { notes } = await desk.ask("staff_member", { token: finance.token, member: who.id });
  expect(notes).toMatchObject([{ by: operations.name, body: "Second." }, { by: operations.name, body: "Called twice about <b>fees</b>.\nVery polite." }]);
  expect(await refused(desk.sql("update identity.notes set body = 'other'"))).toBe("immutable");
  expect(await refused(desk.sql("delete from identity.notes"))).toBe("immutable");
  expect(await refused(desk.sql("truncate identity.notes"))).toBe("immutable");
  for (const call of ["member_record", "member_home", "member_mails"]) expect(JSON.stringify(await desk.ask(call, { token: who.token }))).not.toContain("Very polite");
  expect(await refused(note(who.id, " "))).toBe("note_required");
  expect(await refused(note(who.id, "x".repeat(4001)))).toBe("invalid_input");
  expect(await refused(note(randomUUID(), "to nobody"))).toBe("not_found");
  expect(await refused(note(who.id, "by an auditor", { token: (await desk.staff("auditor")).token }))).toBe("not_permitted");
  const key = randomUUID();
  expect(await note(who.id, "once", { key })).toEqual(await note(who.id, "once", { key }));
});

test("when a member is anonymised the words of the notes go, and nothing else of them", async () => {
  const who = await person();
  await note(who.id, "Lives in Mumbai.");
  await desk.sql("update identity.members set status = 'closed', closed_at = now() - interval '9 years' where public_id = $1", [who.id]);
  expect(await desk.job("worker_anonymise", { member: who.id })).toEqual({ done: true });
  expect(await desk.sql("select n.body from identity.notes n join identity.members m on m.id = n.member_id where m.public_id = $1", [who.id])).toEqual([{ body: "" }]);
  expect(await refused(note(who.id, "later"))).toBe("not_found");
});
