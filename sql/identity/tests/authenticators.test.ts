/** An authenticator from its picture to its end: what it asks for, what it opens, once, and what follows each change of it. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { memberWithdraw, memberWithdrawalCheck, memberWithdrawalForm, type WithdrawalDraft } from "../../../app/db/funding.server";
import { authAuthenticator, authRecoveryCodes } from "../../../app/db/identity-proof.server";
import { sandboxClockMove } from "../../../app/db/sandbox.server";
import { authenticatorWorld, type AuthenticatorWorld, type Person, type Phone } from "./authenticator-world";

let world: AuthenticatorWorld;
let bo: Person;
let phone: Phone & { recovery: string[] };
let draft: WithdrawalDraft;

beforeAll(async () => {
  world = await authenticatorWorld();
  const { rows } = await world.db.query<{ id: string }>(
    "insert into funding.destinations (member_id, type, label, account_name, account_number, created_at, usable_at) select id, 'BANK', 'Mine', 'Bo', '11112222', now(), now() from identity.members where email = 'bo@member.test' returning id",
  );
  draft = { wallet: "DEPOSIT", currency: "USD", amount: "10.00", destination: rows[0]?.id ?? "" };
});
afterAll(() => world.end());

/** A member with an authenticator in use and nothing paused. */
beforeEach(async () => {
  await world.db.query("delete from identity.rate_counters");
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where removed_at is null");
  bo = world.person(world.bo.token);
  phone = await world.enrol(bo);
  await world.db.query("update identity.members set withdrawals_from = null");
  await world.later();
});

async function withdrawal(who: Person, asked = draft) {
  const { context } = await memberWithdrawalCheck(who.token, asked);
  return world.begin(who, "withdrawal", context);
}

test("what is asked for from then on is the app's code and no mailed one", async () => {
  expect(await world.waysOf(bo)).toBe("authenticator");
  expect(await authAuthenticator(bo.token)).toMatchObject({ in_use: { recovery_left: 10 }, begun: null, required: false });
  const { rows: before } = await world.db.query("select id from outbox.mails");
  const proof = await withdrawal(bo);
  expect(await memberWithdraw(bo.token, draft, proof(world.shows(phone)), randomUUID())).toMatchObject({ outcome: "requested" });
  const { rows: after } = await world.db.query<{ template: string }>("select template from outbox.mails where id <> all ($1)", [before.map(({ id }: { id: string }) => id)]);
  expect(after.map(({ template }) => template)).not.toContain("step_up_code");
});

test("the database refuses to mail a code to who has one", async () => {
  const { rows } = await world.db.query("select count(*)::integer as n from identity.challenges");
  await expect(world.db.query("select desk.auth_step_up_begin($1, gen_random_uuid(), 'withdrawal', 'withdrawal|', repeat('a', 64), 'sealed', 'a-browser-of-the-test', '192.0.2.1')", [bo.token])).rejects.toMatchObject({ message: "authenticator_in_use" });
  expect((await world.db.query("select count(*)::integer as n from identity.challenges")).rows).toEqual(rows);
});

test("the codes of the step before, now and after it open; earlier and later ones do not", async () => {
  for (const [later, outcome] of [[-1, "requested"], [0, "requested"], [1, "requested"], [-3, "wrong"], [3, "wrong"]] as const) {
    await world.later();
    const proof = await withdrawal(bo);
    expect({ later, outcome: (await memberWithdraw(bo.token, draft, proof(world.shows(phone, later)), randomUUID())).outcome }).toEqual({ later, outcome });
  }
});

test("a code that was accepted is not accepted again, for something else either", async () => {
  const code = world.shows(phone);
  expect(await memberWithdraw(bo.token, draft, (await withdrawal(bo))(code), randomUUID())).toMatchObject({ outcome: "requested" });
  const other = { ...draft, amount: "11.00" };
  expect(await memberWithdraw(bo.token, other, (await withdrawal(bo, other))(code), randomUUID())).toMatchObject({ outcome: "reused" });
  expect(await memberWithdraw(bo.token, other, (await withdrawal(bo, other))(world.shows(phone, 1)), randomUUID())).toMatchObject({ outcome: "requested" });
});

test("a recovery code stands in once; of two uses at once one counts", async () => {
  const [code = "", other = ""] = phone.recovery;
  const key = randomUUID();
  expect(await memberWithdraw(bo.token, draft, (await withdrawal(bo))(code), key)).toMatchObject({ outcome: "requested" });
  expect(await memberWithdraw(bo.token, draft, (await withdrawal(bo))(code), randomUUID())).toMatchObject({ outcome: "wrong" });
  const elsewhere = await world.another("bo@member.test");
  const proofs = [[bo, await withdrawal(bo)], [elsewhere, await withdrawal(elsewhere)]] as const;
  const outcomes = await Promise.all(proofs.map(async ([who, proof]) => (await memberWithdraw(who.token, draft, proof(other), randomUUID())).outcome));
  expect(outcomes.sort()).toEqual(["requested", "wrong"]);
  expect((await authAuthenticator(bo.token)).in_use?.recovery_left).toBe(8);
});

test("new recovery codes end the old ones, and the same form twice makes ten once", async () => {
  const key = randomUUID();
  const { code } = await world.codes(bo, { intent: "send", key });
  const body = { intent: "confirm", key, step_up: code?.sealed ?? "", code: world.shows(phone) };
  expect((await world.codes(bo, body)).location).toBe("/security/codes");
  expect((await world.codes(bo, body)).location).toBe("/security/codes");
  const fresh = world.shownCodes(bo, phone);
  expect(new Set([...fresh, ...phone.recovery]).size).toBe(20);
  await world.later();
  expect(await memberWithdraw(bo.token, draft, (await withdrawal(bo))(phone.recovery[0] ?? ""), randomUUID())).toMatchObject({ outcome: "wrong" });
  expect(await memberWithdraw(bo.token, draft, (await withdrawal(bo))(fresh[0] ?? ""), randomUUID())).toMatchObject({ outcome: "requested" });
});

test("recovery codes that are not ten different ones are refused, and the step-up is not spent", async () => {
  const proof = (await world.begin(bo, "recovery_codes", "recovery_codes"))(world.shows(phone));
  for (const macs of ["", "a".repeat(640), "a".repeat(64)]) await expect(authRecoveryCodes(bo.token, proof, macs, randomUUID())).rejects.toMatchObject({ code: "invalid_input" });
  expect((await authAuthenticator(bo.token)).in_use?.recovery_left).toBe(10);
});

test("removed: mailed codes count again, what was begun ends, withdrawals pause and a mail says until when", async () => {
  const open = await withdrawal(bo);
  const key = randomUUID();
  const { code } = await world.removal(bo, { intent: "send", key });
  expect((await world.removal(bo, { intent: "confirm", key, step_up: code?.sealed ?? "", code: phone.recovery[3] ?? "" })).location).toBe("/security?said=removed");
  expect(await world.waysOf(bo)).toBe("mail");
  expect(await memberWithdraw(bo.token, draft, open(world.shows(phone)), randomUUID())).toMatchObject({ outcome: "expired" });
  await expect(memberWithdrawalCheck(bo.token, draft)).rejects.toMatchObject({ code: "withdrawals_cooling", status: 409 });
  expect((await memberWithdrawalForm(bo.token)).withdrawals_from).not.toBeNull();
  const { rows } = await world.db.query<{ props: { what: string; withdrawals_from: string } }>("select props from outbox.mails where template = 'security_changed' order by created_at desc, id desc limit 1");
  expect(rows[0]?.props).toMatchObject({ what: "authenticator_removed", withdrawals_from: expect.any(String) });
  await sandboxClockMove("25 hours");
  expect(await memberWithdrawalCheck(bo.token, draft)).toHaveProperty("context");
  expect((await memberWithdrawalForm(bo.token)).withdrawals_from).toBeNull();
});

test("replaced: the new app's code counts, the old one's and its recovery codes do not", async () => {
  const replaced = await world.enrol(bo, world.shows(phone));
  await world.db.query("update identity.members set withdrawals_from = null");
  await world.later();
  const proof = await withdrawal(bo);
  expect(await memberWithdraw(bo.token, draft, proof(world.shows(phone)), randomUUID())).toMatchObject({ outcome: "wrong" });
  expect(await memberWithdraw(bo.token, draft, proof(phone.recovery[0] ?? ""), randomUUID())).toMatchObject({ outcome: "wrong" });
  expect(await memberWithdraw(bo.token, draft, proof(world.shows(replaced)), randomUUID())).toMatchObject({ outcome: "requested" });
});

test("a withdrawal that was being asked for while withdrawals pause is refused under the member's lock too", async () => {
  const proof = (await withdrawal(bo))(world.shows(phone));
  await world.db.query("update identity.members set withdrawals_from = core.business_now() + interval '1 hour' where email = 'bo@member.test'");
  await expect(memberWithdraw(bo.token, draft, proof, randomUUID())).rejects.toMatchObject({ code: "withdrawals_cooling" });
});
