/** Against the authenticator: guessing, replaying, borrowing, editing what is between browser and database, and speaking SQL without the key. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { windowOf, witnessOf } from "../../../app/auth/authenticator.server";
import { base32 } from "../../../app/auth/totp.server";
import { memberWithdraw, memberWithdrawalCheck, type Proof, type WithdrawalDraft } from "../../../app/db/funding.server";
import { authStepUpAuthenticator, authStepUpWay } from "../../../app/db/identity-proof.server";
import { memberWallets } from "../../../app/db/ledger.server";
import { tally } from "../../tests/support/race";
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
  draft = { wallet: "DEPOSIT", currency: "USD", amount: "1.00", destination: rows[0]?.id ?? "" };
  bo = world.person(world.bo.token);
  phone = await world.enrol(bo);
  await world.db.query("update identity.members set withdrawals_from = null");
});
beforeEach(() => world.later());
afterAll(() => world.end());

async function withdrawal(who = bo, asked = draft) {
  const { context } = await memberWithdrawalCheck(who.token, asked);
  return world.begin(who, "withdrawal", context);
}
const outcomeOf = async (proof: Proof, asked = draft, who = bo): Promise<string> => (await memberWithdraw(who.token, asked, proof, randomUUID()).catch((error: { code: string }) => ({ outcome: error.code }))).outcome;
const held = async (): Promise<number> => (await memberWallets(bo.token)).holds.length;
/** Codes that the app shows neither now nor around now. */
function wrongCodes(count: number): string[] {
  const near = new Set([-2, -1, 0, 1, 2].map((later) => world.shows(phone, later)));
  return Array.from({ length: count + 5 }, (_, n) => String(n).padStart(6, "0")).filter((code) => !near.has(code)).slice(0, count);
}

test("of a thousand guesses, fifty at a time, at most five are looked at, and then the right code is refused too", async () => {
  const proof = await withdrawal();
  const codes = wrongCodes(1000);
  const outcomes: string[] = [];
  for (let at = 0; at < codes.length; at += 50) outcomes.push(...(await Promise.all(codes.slice(at, at + 50).map((code) => outcomeOf(proof(code))))));
  const { rows } = await world.db.query<{ attempts: number }>("select attempts from identity.challenges where id = $1", [proof("000000").challenge]);
  expect(rows).toEqual([{ attempts: 5 }]);
  expect(tally(outcomes).wrong ?? 0).toBeLessThanOrEqual(5);
  expect(await outcomeOf(proof(world.shows(phone)))).toBe("locked");
});

test("a new challenge for every five gives no more guesses: the authenticator rests, also for the right code and a recovery code", async () => {
  const outcomes: string[] = [];
  for (const part of [0, 1, 2, 3, 4, 5]) {
    const proof = await withdrawal();
    outcomes.push(...(await Promise.all(wrongCodes(30).slice(part * 5, part * 5 + 5).map((code) => outcomeOf(proof(code))))));
  }
  const counted = tally(outcomes);
  expect((counted.wrong ?? 0) + (counted.locked ?? 0)).toBeLessThanOrEqual(5);
  expect(await outcomeOf((await withdrawal())(world.shows(phone)))).toBe("resting");
  expect(await outcomeOf((await withdrawal())(phone.recovery[0] ?? ""))).toBe("resting");
  await world.db.query("update identity.authenticators set failing_since = failing_since - interval '15 minutes'");
  expect(await outcomeOf((await withdrawal())(world.shows(phone)))).toBe("requested");
});

test("the same code in fifty challenges at once, over as many connections as there are, places one hold", async () => {
  const before = await held();
  // A browser has one live challenge for a purpose: the thief has as many browsers as sessions.
  const proofs: [Person, (code: string) => Proof][] = [];
  for (let n = 0; n < 25; n += 1) {
    const who = await world.another("bo@member.test");
    proofs.push([who, await withdrawal(who)]);
  }
  await world.later();
  const code = world.shows(phone);
  const outcomes = await Promise.all(proofs.flatMap(([who, proof]) => [outcomeOf(proof(code), draft, who), outcomeOf(proof(code), draft, who)]));
  expect(tally(outcomes).requested).toBe(1);
  expect(await held()).toBe(before + 1);
});

test.each([
  ["a larger amount", () => ({ amount: "2.00" })],
  ["another wallet", () => ({ wallet: "INTEREST", amount: "1.00" })],
])("a code for one withdrawal does not open %s", async (_, change) => {
  const proof = (await withdrawal())(world.shows(phone));
  expect(await outcomeOf(proof, { ...draft, ...change() })).toBe("wrong");
});

test("another session, and a stolen session without its browser, cannot use the challenge", async () => {
  const other = await world.another("bo@member.test");
  const proof = await withdrawal();
  expect(await outcomeOf(proof(world.shows(phone)), draft, other)).toBe("wrong");
  expect(await outcomeOf(proof(world.shows(phone), world.person(bo.token)))).toBe("wrong");
});

test("the code of another member's app is a wrong code", async () => {
  const ann = world.person(world.ann.token);
  const hers = await world.enrol(ann);
  expect(await outcomeOf((await withdrawal())(world.shows(hers)))).toBe("wrong");
  expect(await outcomeOf((await withdrawal())(hers.recovery[0] ?? ""))).toBe("wrong");
});

test("what was begun in one session is neither shown nor confirmed in another", async () => {
  const mine = await world.another("ann@member.test");
  const thief = await world.another("ann@member.test");
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where actor_id = (select id from identity.members where email = 'ann@member.test')");
  const begun = await world.scan(mine);
  await expect(world.scan(thief, "000000")).rejects.toThrow("nothing to scan");
  const body = { intent: "first", key: randomUUID(), step_up: "", code: world.shows(begun) };
  expect((await world.setUp(thief, body)).status).toBe(422);
  expect((await world.first(mine, world.shows(begun))).location).toBe("/security/codes");
});

test("a mailed code asked for before the authenticator was there opens nothing afterwards", async () => {
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where actor_id = (select id from identity.members where email = 'bo@member.test')");
  const mailed = await withdrawal();
  const code = await world.mailedCode();
  phone = await world.enrol(bo);
  await world.db.query("update identity.members set withdrawals_from = null");
  expect(await outcomeOf(mailed(code))).toBe("expired");
});

test("the first code cannot be a recovery code, nor one of another app", async () => {
  const replacing = await world.scan(bo, world.shows(phone));
  const { faults } = await world.first(bo, phone.recovery[5] ?? "");
  expect(faults.join()).toContain("app_code_wrong");
  expect((await world.first(bo, world.shows(phone, 1))).faults.join()).toContain("app_code_wrong");
  expect(await world.waysOf(bo)).toBe("authenticator");
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where confirmed_at is null");
  expect(replacing.secret).toHaveLength(20);
});

test("who speaks SQL as the web but cannot open the seal opens no challenge", async () => {
  const { authenticator, step } = await authStepUpWay(bo.token);
  const other = Buffer.alloc(20, 7);
  const challenge = randomUUID();
  const context = `withdrawal|DEPOSIT|USD|1.00|${draft.destination}`;
  const browser = "a-browser-of-the-thief";
  const made = windowOf({ challenge, browser, context, secret: other, step });
  const asked = { challenge, purpose: "withdrawal" as const, context, authenticator: authenticator?.id ?? "", browser, ...made };
  for (const witness of [witnessOf(other), "0".repeat(64), ""]) await expect(authStepUpAuthenticator(bo.token, { ...asked, witness })).rejects.toMatchObject({ code: "invalid_input" });
  const witness = witnessOf(phone.secret);
  for (const wrong of [{ firstStep: "0" }, { firstStep: String(BigInt(step) + 20n) }, { macs: "" }, { macs: made.macs.slice(64) }, { browser: "short" }]) {
    await expect(authStepUpAuthenticator(bo.token, { ...asked, witness, ...wrong })).rejects.toMatchObject({ code: "invalid_input" });
  }
  await expect(authStepUpAuthenticator(world.ann.token, { ...asked, witness })).rejects.toMatchObject({ code: "invalid_input", field: "authenticator" });
  await expect(authStepUpAuthenticator(bo.token, { ...asked, witness, context: "destination|" })).rejects.toMatchObject({ code: "invalid_input", field: "purpose" });
});

test("neither secret, nor witness, nor a recovery code can be found in the database", async () => {
  const { rows } = await world.db.query<{ everything: string }>(
    `select string_agg(t.x, ' ') as everything from (select a::text as x from identity.authenticators a union all select r::text from identity.recovery_codes r union all select c::text from identity.challenges c
       union all select m.props::text from outbox.mails m union all select k::text from ledger.request_keys k union all select l::text from audit.log l) t`,
  );
  const everything = rows[0]?.everything ?? "";
  const secret = phone.secret;
  for (const canary of [secret.toString("hex"), secret.toString("base64url"), base32(secret), witnessOf(secret), ...phone.recovery]) expect(everything).not.toContain(canary);
});
