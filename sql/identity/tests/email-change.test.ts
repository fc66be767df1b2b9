/** Another address: both mailboxes are proven, both are told, withdrawals pause, and the old one takes it back once, within three days. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { actEmailChange } from "../../../app/auth/email-change.server";
import { openSealedCode } from "../../../app/auth/code.server";
import { authEmailUndo, authEmailUndoLook, memberEmailCheck } from "../../../app/db/identity-proof.server";
import { memberFrame } from "../../../app/db/ledger.server";
import { tally } from "../../tests/support/race";
import { authenticatorWorld, type AuthenticatorWorld, type Person } from "./authenticator-world";

let world: AuthenticatorWorld;
let member: number;

const first = "cy@member.test";

beforeAll(async () => {
  world = await authenticatorWorld();
});
afterAll(() => world.end());

/** A member of each test's own, called Cy. */
beforeEach(async () => {
  await world.db.query("delete from identity.rate_counters");
  await world.db.query("update identity.email_changes set undone_at = clock_timestamp() where undone_at is null");
  member = (member ?? 0) + 1;
  await world.db.query("update identity.members set email = 'past-' || id || '@member.test' where email like '%cy@member.test' or email like 'thief%'");
  await world.db.query("insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, 'Cy', 'Test', $2, $3, '1', now(), now())", [
    first, `+15551000${100 + member}`, `CYCYCY2${"ABCDEFGHJKMNPQRS"[member] ?? ""}`,
  ]);
});

type Fields = Record<string, string>;
type Shown = { step?: string; code?: { sealed: string } | null; result?: { error?: Record<string, string[] | null> | null } };

async function post(who: Person, body: Fields): Promise<{ location: string | null; shown: Shown; status: number }> {
  const answer = (await actEmailChange({ request: world.request(who, body), ip: "192.0.2.55", token: who.token, home: "/security" })) as Response | { data: Shown; init: ResponseInit | null };
  if (answer instanceof Response) return { location: answer.headers.get("location"), shown: {}, status: answer.status };
  for (const line of new Headers(answer.init?.headers).getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    who.cookies.set(name, value);
  }
  return { location: null, shown: answer.data, status: answer.init?.status ?? 200 };
}

/** Up to the code that was mailed to the new address. */
async function begin(who: Person, email: string, proof?: string): Promise<string> {
  const { shown } = await post(who, { intent: "check", email });
  const { shown: next } = await post(who, { intent: "prove", email, step_up: shown.code?.sealed ?? "", code: proof ?? (await world.mailedCode()) });
  return next.code?.sealed ?? "";
}

async function change(who: Person, email: string, proof?: string): Promise<void> {
  const step_up = await begin(who, email, proof);
  expect((await post(who, { intent: "confirm", email, step_up, code: await world.mailedCode() })).location).toBe("/security?said=email");
}

/** The words in the newest mail to an old address. */
async function words(email: string): Promise<string> {
  const { rows } = await world.db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where template = 'email_changed' and to_email = $1 order by created_at desc, id desc limit 1", [email]);
  return openSealedCode(rows[0]?.sealed ?? "");
}

const emailOf = async (who: Person): Promise<string> => (await memberFrame(who.token)).member.email;
const emailNow = async (): Promise<string[]> => (await world.db.query<{ email: string }>("select email from identity.members where first_name = 'Cy' and email not like 'past-%'")).rows.map(({ email }) => email);

test("both mailboxes are proven, both are told, and withdrawals pause", async () => {
  const who = await world.another(first);
  await change(who, "new-cy@member.test");
  expect(await emailOf(who)).toBe("new-cy@member.test");
  expect(await world.templates(first)).toEqual(["step_up_code", "email_changed"]);
  expect(await world.templates("new-cy@member.test")).toEqual(["step_up_code", "email_set"]);
  const { rows } = await world.db.query<{ paused: boolean }>("select withdrawals_from > core.business_now() + interval '23 hours' as paused from identity.members where email = 'new-cy@member.test'");
  expect(rows).toEqual([{ paused: true }]);
});

test("with an authenticator its code begins the change, and no code goes to the old mailbox", async () => {
  const who = await world.another(first);
  const phone = await world.enrol(who);
  await world.later();
  const before = (await world.templates(first)).length;
  await change(who, "app-cy@member.test", world.shows(phone));
  expect((await world.templates(first)).slice(before)).toEqual(["email_changed"]);
});

test("a code for one new address changes to no other", async () => {
  const who = await world.another(first);
  const { shown } = await post(who, { intent: "check", email: "a-cy@member.test" });
  const { status, shown: wrong } = await post(who, { intent: "prove", email: "b-cy@member.test", step_up: shown.code?.sealed ?? "", code: await world.mailedCode() });
  expect({ status, error: wrong.result?.error?.code?.join() }).toMatchObject({ status: 422, error: expect.stringContaining("code_wrong") });
  const step_up = await begin(who, "a-cy@member.test");
  const { status: refused } = await post(who, { intent: "confirm", email: "b-cy@member.test", step_up, code: await world.mailedCode() });
  expect(refused).toBe(422);
  expect(await emailOf(who)).toBe(first);
});

test("the second code belongs to the session and browser that began", async () => {
  const who = await world.another(first);
  const step_up = await begin(who, "new-cy@member.test");
  const code = await world.mailedCode();
  const other = await world.another(first);
  expect((await post(other, { intent: "confirm", email: "new-cy@member.test", step_up, code })).status).toBe(422);
  expect(await emailOf(who)).toBe(first);
});

test("an address that somebody has is told as taken only once its mailbox is proven", async () => {
  const who = await world.another(first);
  for (const email of ["bo@member.test", "fin@staff.test"]) {
    const { shown } = await post(who, { intent: "check", email });
    expect(shown.step).toBe("prove");
    const { shown: next } = await post(who, { intent: "prove", email, step_up: shown.code?.sealed ?? "", code: await world.mailedCode() });
    expect(next.step).toBe("confirm");
    const { status, shown: taken } = await post(who, { intent: "confirm", email, step_up: next.code?.sealed ?? "", code: await world.mailedCode() });
    expect({ status, faults: JSON.stringify(taken.result?.error) }).toEqual({ status: 409, faults: expect.stringContaining("email_taken") });
  }
  await expect(memberEmailCheck(who.token, ` ${first.toUpperCase()} `)).rejects.toMatchObject({ code: "invalid_input", field: "email" });
});

test("the old address takes it back: every session ends, withdrawals stay paused, both are told, once", async () => {
  const who = await world.another(first);
  const other = await world.another(first);
  await change(who, "new-cy@member.test");
  const undo = await words(first);
  expect(await authEmailUndoLook(undo)).toMatchObject({ state: "open", old_email: first, new_email: "new-cy@member.test" });
  expect(await emailNow()).toEqual(["new-cy@member.test"]);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => authEmailUndo(undo)));
  expect(tally(outcomes.map(({ outcome }) => outcome))).toEqual({ undone: 1, used: 7 });
  expect(await emailNow()).toEqual([first]);
  for (const { token } of [who, other]) await expect(memberFrame(token)).rejects.toMatchObject({ code: "signed_out" });
  expect((await world.templates("new-cy@member.test")).at(-1)).toBe("email_restored");
  expect((await world.templates(first)).at(-1)).toBe("email_restored");
  expect(await authEmailUndoLook(undo)).toEqual({ state: "used" });
  const { rows } = await world.db.query<{ paused: boolean }>("select withdrawals_from > core.business_now() + interval '23 hours' as paused from identity.members where email = $1", [first]);
  expect(rows).toEqual([{ paused: true }]);
});

test("after three days it is too late, and words that were never mailed undo nothing", async () => {
  const who = await world.another(first);
  await change(who, "new-cy@member.test");
  const undo = await words(first);
  await world.db.query("update identity.email_changes set undo_until = clock_timestamp() - interval '1 second' where undone_at is null");
  expect(await authEmailUndoLook(undo)).toEqual({ state: "expired" });
  expect(await authEmailUndo(undo)).toEqual({ outcome: "expired" });
  for (const made of ["", "x", "a".repeat(43)]) expect([await authEmailUndoLook(made), await authEmailUndo(made)]).toEqual([{ state: "unknown" }, { outcome: "unknown" }]);
  expect(await emailNow()).toEqual(["new-cy@member.test"]);
});

test("the address of a closed account does not come back", async () => {
  const who = await world.another(first);
  await change(who, "new-cy@member.test");
  const undo = await words(first);
  await world.db.query("update identity.members set status = 'closed' where email = 'new-cy@member.test'");
  expect(await authEmailUndo(undo)).toEqual({ outcome: "expired" });
  expect(await emailNow()).toEqual(["new-cy@member.test"]);
});

test("a thief who changes it twice keeps neither: the first undo ends every later one", async () => {
  const thief = await world.another(first);
  await change(thief, "thief-one@member.test");
  await change(thief, "thief-two@member.test");
  const theirs = await words("thief-one@member.test");
  expect(await authEmailUndo(await words(first))).toEqual({ outcome: "undone" });
  expect(await authEmailUndo(theirs)).toEqual({ outcome: "used" });
  expect(await emailNow()).toEqual([first]);
});

test("while it can be taken back nobody else gets the old address, and its owner can", async () => {
  const who = await world.another(first);
  await change(who, "new-cy@member.test");
  const stranger = await world.another("ann@member.test");
  const step_up = await begin(stranger, first);
  expect((await post(stranger, { intent: "confirm", email: first, step_up, code: await world.mailedCode() })).status).toBe(409);
  const signUp = randomUUID().replaceAll("-", "") + "aaaaaaaaaaa";
  await world.db.query("select identity.issue_session($1, 'sign_up', null, 1::smallint, '', '', $2)", [signUp, first]);
  await expect(
    world.db.query("select desk.auth_sign_up($1, $2, 'No', 'Body', '+15557770001', null, null, true, core.setting('terms_version'), 'en', 'UTC')", [signUp, `${signUp.slice(0, 42)}b`]),
  ).rejects.toMatchObject({ message: "email_taken" });
  await change(who, first);
  expect(await emailOf(who)).toBe(first);
});

test("the words stand in no table", async () => {
  const who = await world.another(first);
  await change(who, "new-cy@member.test");
  const undo = await words(first);
  const { rows } = await world.db.query<{ everything: string }>("select string_agg(t.x, ' ') as everything from (select e::text as x from identity.email_changes e union all select m::text from outbox.mails m union all select l::text from audit.log l) t");
  expect(rows[0]?.everything).not.toContain(undo);
});
