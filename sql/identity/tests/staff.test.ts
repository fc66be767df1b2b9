/** Who runs the company is changed by two people, and never so that nobody is left to do it (spec 2.6; spec 8, rows 10 and 19). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { together, words } from "../../tests/support/race";

type Staff = Awaited<ReturnType<Desk["staff"]>>;

let database: TestDatabase;
let desk: Desk;
let admin: Staff;
let checker: Staff;
let finances: Staff[];

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  admin = await desk.staff("admin");
  checker = await desk.staff("finance", "checker");
});
/** Three who may approve and two who may change roles, whatever a test before has done with others. */
beforeEach(async () => {
  await desk.sql("update approval.requests set state = 'cancelled', decided_at = now() where state = 'pending'");
  await desk.sql("update identity.staff set active = false where email not in ($1, $2)", [admin.email, checker.email]);
  finances = [await desk.staff("finance"), await desk.staff("finance")];
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const idOf = async ({ email }: { email: string }) => (await desk.sql<{ id: string }>("select public_id::text as id from identity.staff where email = $1", [email]))[0]?.id ?? "";
const standing = async ({ email }: { email: string }) => (await desk.sql("select role, active, member_id from identity.staff where email = $1", [email]))[0];
const add = (more: Record<string, unknown> = {}, by: { token: string } = admin) =>
  desk.ask("staff_colleague_add", { token: by.token, email: `${randomUUID()}@staff.test`, name: "Ina Novak", role: "support", member_email: null, reason: "needed", key: randomUUID(), ...more });
const change = async (who: Staff, more: Record<string, unknown>, by: { token: string } = admin) =>
  desk.ask("staff_colleague_change", { token: by.token, staff: await idOf(who), role: "finance", active: true, member_email: null, reason: "needed", key: randomUUID(), ...more });
const firstOf = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("nobody there");
  return one;
};
const fieldOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return "accepted";
  } catch (error) {
    const found = refusalOf(error);
    return `${found?.code ?? String(error)} ${found?.field ?? ""}`.trim();
  }
};

test("a new member of staff comes in once somebody else has approved, by a code and nothing else", async () => {
  const email = `${randomUUID()}@staff.test`;
  const { staff, request } = await add({ email: ` ${email.toUpperCase()} ` });
  expect((await desk.signIn(email)).answer.outcome).toBe("sign_up");
  expect(await desk.ask("staff_colleague", { token: admin.token, staff })).toMatchObject({ person: { email, active: false, signed_in_at: null, request }, changes: [{ state: "pending", before: { active: false }, after: { active: true, role: "support", member: null } }] });
  await desk.decide(checker, request);
  expect(await desk.sql("select template, props from outbox.mails where to_email = $1 and template like 'staff%'", [email])).toEqual([{ template: "staff_invited", props: { first_name: "Ina Novak", role: "support" } }]);
  expect((await desk.signIn(email)).answer).toMatchObject({ outcome: "signed_in", audience: "staff", assurance: 1 });
  expect((await desk.sql("select action, reason from audit.log where object_kind = 'staff' and object_id = $1 order by id", [staff])).map(({ action }) => action as string)).toEqual(["staff_add", "staff_change"]);
});

test("an address that is a member's or a colleague's, a name or role that is none, a missing reason and an unknown member are refused at their fields", async () => {
  const ann = await desk.member(`ann-${randomUUID().slice(0, 8)}`);
  const before = await contents(desk);
  expect(await fieldOf(add({ email: ann.email }))).toBe("email_taken email");
  expect(await fieldOf(add({ email: checker.email }))).toBe("email_taken email");
  expect(await fieldOf(add({ email: "nobody" }))).toBe("invalid_input email");
  expect(await fieldOf(add({ name: " " }))).toBe("invalid_input name");
  expect(await fieldOf(add({ role: "owner" }))).toBe("invalid_input role");
  expect(await fieldOf(add({ reason: " " }))).toBe("note_required reason");
  expect(await fieldOf(add({ member_email: "nobody@members.test" }))).toBe("not_found member");
  expect(await fieldOf(change(checker, {}))).toBe("invalid_input role");
  expect(await fieldOf(change(checker, { active: null }))).toBe("invalid_input active");
  expect(await fieldOf(desk.ask("staff_colleague_change", { token: admin.token, staff: randomUUID(), role: "finance", active: true, member_email: null, reason: "r", key: randomUUID() }))).toBe("not_found");
  expect(await contents(desk)).toEqual(before);
});

test("nobody asks for their own role, and neither who asks nor whom it is about decides", async () => {
  const [one] = finances;
  expect(await fieldOf(change(admin, { role: "finance" }))).toBe("own_role role");
  const { request } = await change(firstOf(finances), { role: "operations" });
  expect(await refused(desk.decide(admin, request))).toBe("not_permitted");
  expect(await refused(desk.decide(firstOf(finances), request))).toBe("same_person");
  expect((await desk.ask("staff_request", { token: one?.token, request })).request).toMatchObject({ may_decide: false, why_not: "same_person" });
  expect(await desk.decide(checker, request)).toMatchObject({ state: "approved" });
});

test("another role holds with the next call: every session ends, and the person is told", async () => {
  const who = firstOf(finances);
  const { request } = await change(who, { role: "auditor" });
  expect(await desk.ask("staff_frame", { token: who.token })).toMatchObject({ staff: { role: "finance" } });
  await desk.decide(checker, request);
  expect(await refused(desk.ask("staff_frame", { token: who.token }))).toBe("signed_out");
  expect((await desk.sql("select props ->> 'role' as role from outbox.mails where to_email = $1 and template = 'staff_changed'", [who.email]))[0]).toEqual({ role: "auditor" });
});

test("who stops working cannot come in, and comes in again when that is approved", async () => {
  const who = await desk.staff("support");
  await desk.decide(checker, (await change(who, { role: "support", active: false })).request);
  expect((await desk.signIn(who.email)).answer.outcome).toBe("sign_up");
  await desk.decide(checker, (await change(who, { role: "support", active: true })).request);
  expect((await desk.signIn(who.email)).answer).toMatchObject({ outcome: "signed_in", audience: "staff" });
});

test("who has become a member with the address is not put to work with it", async () => {
  const name = `moved-${randomUUID().slice(0, 8)}`;
  const { request } = await add({ email: `${name}@members.test` });
  await desk.member(name);
  expect(await refused(desk.decide(checker, request))).toBe("email_taken");
});

test("a link to a member keeps sessions, is one person's, and takes that member's requests away from them", async () => {
  const ann = await desk.member(`linked-${randomUUID().slice(0, 8)}`);
  const who = firstOf(finances);
  await desk.decide(checker, (await change(who, { member_email: ann.email.toUpperCase() })).request);
  expect(await desk.ask("staff_frame", { token: who.token })).toMatchObject({ staff: { role: "finance" } });
  const { request } = await desk.ask("member_deposit_submit", { token: ann.token, method: await desk.method("USD", randomUUID()), reference: null, amount: "1.00", transaction_reference: randomUUID(), file: null, key: randomUUID() });
  expect(await refused(desk.decide(who, request))).toBe("same_person");
  expect(await fieldOf(change(checker, { member_email: ann.email }))).toBe("member_linked member");
  const other = await add({ role: "support" });
  await desk.sql("update identity.staff set member_id = null where email = $1", [who.email]);
  expect(await desk.decide(checker, other.request)).toMatchObject({ state: "approved" });
});

test("two people who could be linked to one member at once: one is", async () => {
  const ann = await desk.member(`twice-${randomUUID().slice(0, 8)}`);
  const [one, two] = await Promise.all(finances.map((who) => change(who, { member_email: ann.email })));
  const outcomes = await together(() => desk.decide(checker, one?.request as string), () => desk.decide(checker, two?.request as string));
  expect(words(outcomes).sort()).toEqual(["accepted", "member_linked"]);
});

test("fewer than two who approve, or nobody who changes roles, is refused when it is asked and when it is carried out", async () => {
  const second = await desk.staff("admin", "second");
  const one = await change(firstOf(finances), { role: "operations" });
  const two = await change(checker, { active: false });
  const [, other] = finances;
  if (!other) throw new Error("no second");
  await desk.decide(other, one.request);
  expect(await refused(desk.decide(other, two.request))).toBe("too_few_approvers");
  expect(await fieldOf(change(other, { role: "admin" }))).toBe("too_few_approvers role");
  expect(await fieldOf(change(other, { active: false }))).toBe("too_few_approvers active");
  const last = await change(second, { role: "auditor" });
  await desk.sql("update identity.staff set active = false where email = $1", [admin.email]);
  try {
    expect(await refused(desk.decide(other, last.request))).toBe("nobody_gives_roles");
  } finally {
    await desk.sql("update identity.staff set active = true where email = $1", [admin.email]);
  }
});

test("three changes at once, each harmless alone, never leave fewer than two who approve", async () => {
  await desk.sql("update identity.staff set active = false where email = any ($1)", [[checker.email, ...finances.map(({ email }) => email)]]);
  try {
    for (let round = 0; round < 5; round += 1) {
      const decider = await desk.staff("finance");
      const three = [await desk.staff("finance"), await desk.staff("finance"), await desk.staff("finance")];
      const asked = await Promise.all(three.map((who) => change(who, { role: "support" })));
      // Four could approve: two of these three changes can be, the third cannot, in whatever order they come.
      const outcomes = await together(...asked.map(({ request }) => () => desk.decide(decider, request)));
      expect(words(outcomes).sort()).toEqual(["accepted", "accepted", "too_few_approvers"]);
      expect((await desk.sql("select identity.staff_holding('requests.decide') as n"))[0]).toEqual({ n: 2 });
      await desk.sql("update identity.staff set active = false where role = 'finance'");
    }
  } finally {
    await desk.sql("update identity.staff set active = true where email = $1", [checker.email]);
  }
});

test("two who approve each other's change at the same moment do not wait for each other", async () => {
  const more = [await desk.staff("finance"), await desk.staff("finance")];
  const [a, b] = more;
  if (!a || !b) throw new Error("too few");
  const [ofA, ofB] = await Promise.all([change(a, { role: "support" }), change(b, { role: "support" })]);
  const outcomes = words(await together(() => desk.decide(b, ofA?.request as string), () => desk.decide(a, ofB?.request as string)));
  // Who was changed first may not decide any more.
  expect(outcomes.sort()).toEqual(["accepted", expect.stringMatching(/^(not_permitted|signed_out)$/) as string]);
});

test("what was asked about somebody who has changed since is not carried out", async () => {
  const who = await desk.staff("support");
  const { request } = await change(who, { role: "operations" });
  await desk.sql("update identity.staff set role = 'auditor' where email = $1", [who.email]);
  expect((await desk.ask("staff_request", { token: checker.token, request })).evidence).toMatchObject({ stale: true, approvers: 3 });
  expect(await refused(desk.decide(checker, request))).toBe("payload_changed");
  expect(await standing(who)).toMatchObject({ role: "auditor" });
});

test("the same key asks once", async () => {
  const key = randomUUID();
  const email = `${randomUUID()}@staff.test`;
  expect(await add({ key, email })).toEqual(await add({ key, email }));
  expect(await refused(add({ key, email: `other-${email}` }))).toBe("key_reuse");
});
