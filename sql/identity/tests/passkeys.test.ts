/** Passkeys: adding, using, removing; what they change for mails, withdrawals and sign-ins. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { authPasskeys } from "../../../app/db/identity-passkey.server";
import { memberWithdraw, memberWithdrawalCheck, memberWithdrawalForm, type WithdrawalDraft } from "../../../app/db/funding.server";
import { checkStaffCode, beginStaffLogin } from "../../../app/auth/staff-login.server";
import { staffFrame } from "../../../app/db/office.server";
import { newToken } from "../../../app/auth/cookies.server";
import type { Person } from "./authenticator-world";
import { passkeyWorld, type PasskeyWorld } from "./passkey-world";
import { SoftPasskey } from "./soft-passkey";

let world: PasskeyWorld;
let bo: Person;
let draft: WithdrawalDraft;

beforeAll(async () => {
  world = await passkeyWorld();
  const { rows } = await world.db.query<{ id: string }>(
    "insert into funding.destinations (member_id, type, label, account_name, account_number, created_at, usable_at) select id, 'BANK', 'Mine', 'Bo', '11112222', now(), now() from identity.members where email = 'bo@member.test' returning id",
  );
  draft = { wallet: "DEPOSIT", currency: "USD", amount: "1.00", destination: rows[0]?.id ?? "" };
  bo = world.person(world.bo.token);
});
/** Nobody has any. */
beforeEach(async () => {
  await world.later();
  await world.db.query("update identity.passkeys set removed_at = clock_timestamp() where removed_at is null");
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where removed_at is null");
  await world.db.query("update identity.members set withdrawals_from = null");
});
afterAll(() => world.end());

const goOn = () => world.db.query("update identity.members set withdrawals_from = null");
async function withdrawal(who = bo) {
  await world.db.query("delete from identity.rate_counters");
  const { context } = await memberWithdrawalCheck(who.token, draft);
  return world.offered(who, "withdrawal", context);
}

test("added with a mailed code: it is listed, a mail tells, withdrawals pause", async () => {
  await world.add(bo);
  const { passkeys, most } = await authPasskeys(bo.token);
  expect({ passkeys, most }).toMatchObject({ most: 5, passkeys: [{ name: "My key", transports: ["usb"], used_at: null }] });
  expect((await memberWithdrawalForm(bo.token)).withdrawals_from).not.toBeNull();
  const { rows } = await world.db.query<{ props: { what: string } }>("select props from outbox.mails where template = 'security_changed' order by created_at desc, id desc limit 1");
  expect(rows[0]?.props).toMatchObject({ what: "passkey_added", withdrawals_from: expect.any(String) as string });
});

test("it confirms a withdrawal in place of the mailed code, and the code still would", async () => {
  const key = await world.add(bo);
  await goOn();
  const one = await withdrawal();
  expect(await memberWithdraw(bo.token, draft, await one.proof(key.signed(one.words)), randomUUID())).toMatchObject({ outcome: "requested" });
  expect((await authPasskeys(bo.token)).passkeys[0]?.used_at).not.toBeNull();
  await world.begin(bo, "withdrawal", (await memberWithdrawalCheck(bo.token, draft)).context).then(async (proof) => {
    expect(await memberWithdraw(bo.token, draft, proof(await world.mailedCode()), randomUUID())).toMatchObject({ outcome: "requested" });
  });
});

test("beside an authenticator either answers, and wrong codes of the app do not stop the passkey", async () => {
  const phone = await world.enrol(bo);
  await world.later();
  const key = await world.add(bo, new SoftPasskey(), world.shows(phone));
  await goOn();
  await world.db.query("update identity.authenticators set failures = 5, failing_since = clock_timestamp()");
  const one = await withdrawal();
  expect(one.view.way).toBe("authenticator");
  expect(await memberWithdraw(bo.token, draft, await one.proof(key.signed(one.words)), randomUUID())).toMatchObject({ outcome: "requested" });
  await world.later();
  const proof = await world.begin(bo, "withdrawal", (await memberWithdrawalCheck(bo.token, draft)).context);
  expect(await memberWithdraw(bo.token, draft, proof(world.shows(phone)), randomUUID())).toMatchObject({ outcome: "requested" });
});

test("one that keeps no count is used again and again", async () => {
  const key = await world.add(bo, new SoftPasskey(false));
  await goOn();
  for (let n = 0; n < 2; n += 1) {
    const one = await withdrawal();
    expect(await memberWithdraw(bo.token, draft, await one.proof(key.signed(one.words)), randomUUID())).toMatchObject({ outcome: "requested" });
  }
});

test("the same form twice has one answer, also at the same time", async () => {
  const key = await world.add(bo);
  await goOn();
  const one = await withdrawal();
  const signed = key.signed(one.words);
  const command = randomUUID();
  const post = async () => memberWithdraw(bo.token, draft, await one.proof(signed), command);
  const [first, second] = await Promise.all([post(), post()]);
  expect(first).toMatchObject({ outcome: "requested" });
  expect(second).toEqual(first);
  expect(await post()).toEqual(first);
});

test("the same making twice adds one", async () => {
  const { words, body } = await world.beginAdding(bo);
  const made = body(new SoftPasskey().made(words));
  expect((await world.adding(bo, made)).location).toBe("/security?said=passkeyAdded");
  expect((await world.adding(bo, made)).location).toBe("/security?said=passkeyAdded");
  expect((await authPasskeys(bo.token)).passkeys).toHaveLength(1);
});

test("a passkey proves who adds the next; five are the most", async () => {
  const key = await world.add(bo);
  for (let n = 0; n < 4; n += 1) {
    await world.later();
    const command = randomUUID();
    const { shown } = await world.adding(bo, { intent: "send", key: command });
    const signed = key.signed(shown.code?.passkey?.challenge ?? "");
    const { shown: next } = await world.adding(bo, { intent: "confirm", key: command, step_up: shown.code?.sealed ?? "", code: "", passkey: signed });
    await world.adding(bo, { intent: "make", key: command, making: next.making?.sealed ?? "", made: new SoftPasskey().made(next.making?.options.challenge ?? ""), name: `Key ${n}` });
  }
  expect((await authPasskeys(bo.token)).passkeys).toHaveLength(5);
  await world.later();
  const { words, body } = await world.beginAdding(bo);
  const { status, faults, shown } = await world.adding(bo, body(new SoftPasskey().made(words)));
  expect({ status, faults, again: shown.making !== undefined }).toEqual({ status: 409, faults: expect.stringContaining("too_many_passkeys") as string, again: true });
});

test("one that was registered is not registered again, by nobody", async () => {
  const key = await world.add(bo);
  const ann = world.person(world.ann.token);
  const { words, body } = await world.beginAdding(ann);
  expect(await world.adding(ann, body(key.made(words)))).toMatchObject({ status: 409, faults: expect.stringContaining("passkey_known") as string });
});

test("a name is asked for, and what was made stays to be sent again", async () => {
  const { words, body } = await world.beginAdding(bo);
  const made = new SoftPasskey().made(words);
  expect(await world.adding(bo, body(made, " "))).toMatchObject({ status: 422, shown: { making: { options: { challenge: words } } } });
  expect((await world.adding(bo, body(made, "Laptop"))).location).toBe("/security?said=passkeyAdded");
});

test("removed with a code: what was begun ends, withdrawals pause, a mail tells, and it confirms nothing any more", async () => {
  const key = await world.add(bo);
  await goOn();
  const open = await withdrawal();
  const id = (await authPasskeys(bo.token)).passkeys[0]?.id ?? "";
  const command = randomUUID();
  await world.later();
  const { shown } = await world.removing(bo, id, { intent: "send", key: command });
  expect((await world.removing(bo, id, { intent: "confirm", key: command, step_up: shown.code?.sealed ?? "", code: await world.mailedCode() })).location).toBe("/security?said=passkeyRemoved");
  expect((await authPasskeys(bo.token)).passkeys).toEqual([]);
  expect((await world.templates("bo@member.test")).at(-1)).toBe("security_changed");
  await expect(memberWithdrawalCheck(bo.token, draft)).rejects.toMatchObject({ code: "withdrawals_cooling" });
  await goOn();
  expect(await memberWithdraw(bo.token, draft, await open.proof(key.signed(open.words)), randomUUID())).toMatchObject({ outcome: "expired" });
  expect((await withdrawal()).view.passkey).toBeNull();
});

test("staff take their second step with it, and add none before that step", async () => {
  const token = newToken();
  await world.db.query("select identity.issue_session($1, 'staff', id, 2::smallint, '', '') from identity.staff where email = 'fin@staff.test'", [token]);
  const key = await world.add(world.person(token));
  const half = world.person(newToken());
  await world.db.query("select identity.issue_session($1, 'staff', id, 1::smallint, '', '') from identity.staff where email = 'fin@staff.test'", [half.token]);
  await world.later();
  await expect(world.adding(half, { intent: "send", key: randomUUID() })).resolves.toMatchObject({ status: 403, faults: expect.stringContaining("step_up_required") as string });
  for (const line of (await beginStaffLogin({ request: world.request(half), ip: "192.0.2.7", token: half.token, next: null })).getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    half.cookies.set(name, value);
  }
  const { readPendingChallenge } = await import("../../../app/auth/challenge.server");
  const words = readPendingChallenge(world.request(half), "staff_login")?.pending.words ?? "";
  const wrong = await checkStaffCode({ request: world.request(half), token: half.token, typed: "", signed: new SoftPasskey().signed(words) });
  expect(wrong.outcome).toBe("wrong");
  const answer = await checkStaffCode({ request: world.request(half), token: half.token, typed: "", signed: key.signed(words) });
  expect(answer).toMatchObject({ outcome: "signed_in" });
  expect(await staffFrame("token" in answer ? answer.token : "")).toMatchObject({ staff: { email: "fin@staff.test" } });
});
