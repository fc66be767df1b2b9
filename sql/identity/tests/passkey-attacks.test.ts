/** Against passkeys: replaying, borrowing, copying, and editing what is between browser and database. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { codeMac } from "../../../app/auth/code.server";
import { browserOf } from "../../../app/auth/cookies.server";
import { authPasskeyAnswer, authPasskeys, authStepUpPasskey } from "../../../app/db/identity-passkey.server";
import { memberDestinationAdd, memberDestinationCheck, memberWithdraw, memberWithdrawalCheck, type Proof, type WithdrawalDraft } from "../../../app/db/funding.server";
import { memberWallets } from "../../../app/db/ledger.server";
import { tally } from "../../tests/support/race";
import type { Person } from "./authenticator-world";
import { passkeyWorld, type PasskeyWorld } from "./passkey-world";
import { SoftPasskey } from "./soft-passkey";

let world: PasskeyWorld;
let bo: Person;
let key: SoftPasskey;
let draft: WithdrawalDraft;

beforeAll(async () => {
  world = await passkeyWorld();
  const { rows } = await world.db.query<{ id: string }>(
    "insert into funding.destinations (member_id, type, label, account_name, account_number, created_at, usable_at) select id, 'BANK', 'Mine', 'Bo', '11112222', now(), now() from identity.members where email = 'bo@member.test' returning id",
  );
  draft = { wallet: "DEPOSIT", currency: "USD", amount: "1.00", destination: rows[0]?.id ?? "" };
  bo = world.person(world.bo.token);
  key = await world.add(bo);
});
beforeEach(async () => {
  await world.later();
  await world.db.query("update identity.members set withdrawals_from = null");
});
afterAll(() => world.end());

async function withdrawal(who = bo, asked = draft) {
  await world.db.query("delete from identity.rate_counters");
  return world.offered(who, "withdrawal", (await memberWithdrawalCheck(who.token, asked)).context);
}
const outcomeOf = async (proof: Proof, asked = draft, who = bo): Promise<string> => (await memberWithdraw(who.token, asked, proof, randomUUID()).catch((error: { code: string }) => ({ outcome: error.code }))).outcome;
const held = async (): Promise<number> => (await memberWallets(bo.token)).holds.length;
const attempts = async (challenge: string): Promise<number> => (await world.db.query<{ attempts: number }>("select attempts from identity.challenges where id = $1", [challenge])).rows[0]?.attempts ?? -1;

test("a signature is accepted once: not for a second command, and not for another challenge", async () => {
  const one = await withdrawal();
  const signed = key.signed(one.words);
  expect(await outcomeOf(await one.proof(signed))).toBe("requested");
  expect(await outcomeOf(await one.proof(signed))).toBe("used");
  expect(await outcomeOf(await (await withdrawal()).proof(signed))).toBe("wrong");
});

test("one challenge, fifty posts at once from twenty-five sessions: one withdrawal", async () => {
  const before = await held();
  const one = await withdrawal();
  const signed = key.signed(one.words);
  const others = await Promise.all(Array.from({ length: 24 }, () => world.another("bo@member.test")));
  // The thief has the cookies of the browser too: only the session is another one.
  const people = [bo, ...others.map(({ token }) => ({ token, cookies: bo.cookies }))];
  const outcomes = await Promise.all(people.flatMap((who) => [0, 1].map(async () => outcomeOf(await one.proof(signed, who), draft, who))));
  expect(tally(outcomes).requested ?? 0).toBeLessThanOrEqual(1);
  expect((await held()) - before).toBe(tally(outcomes).requested ?? 0);
});

test("one challenge, twenty-five posts at once in its own session: exactly one withdrawal", async () => {
  const before = await held();
  const one = await withdrawal();
  const signed = key.signed(one.words);
  const outcomes = await Promise.all(Array.from({ length: 25 }, async () => outcomeOf(await one.proof(signed))));
  expect(tally(outcomes).requested).toBe(1);
  expect(await held()).toBe(before + 1);
});

test("another session, and a stolen session without its browser, cannot use it", async () => {
  const one = await withdrawal();
  const other = await world.another("bo@member.test");
  expect(await outcomeOf(await one.proof(key.signed(one.words), { token: other.token, cookies: bo.cookies }), draft, other)).toBe("wrong");
  expect(await outcomeOf(await one.proof(key.signed(one.words), world.person(bo.token)))).toBe("wrong");
  expect(await outcomeOf(await one.proof(key.signed(one.words)))).toBe("requested");
});

test("what was signed for one thing opens nothing else", async () => {
  const one = await withdrawal();
  const proof = await one.proof(key.signed(one.words));
  expect(await outcomeOf(proof, { ...draft, amount: "2.00" })).toBe("wrong");
  const destination = { type: "BANK", label: "Theirs", address: null, account_name: "Th", account_number: "99998888", ifsc: null };
  await memberDestinationCheck(bo.token, destination);
  expect(await memberDestinationAdd(bo.token, destination, proof, randomUUID())).toMatchObject({ outcome: "wrong" });
});

test("too late: a signature of a challenge that is over", async () => {
  const one = await withdrawal();
  await world.db.query("update identity.challenges set created_at = created_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes' where id = $1", [one.challenge]);
  expect(await outcomeOf(await one.proof(key.signed(one.words)))).toBe("expired");
});

test("a copy that counts apart is refused and noted; the one that counts on is not", async () => {
  const noted = async () => Number((await world.db.query<{ count: string }>("select count(*) from audit.log where action = 'passkey_counter'")).rows[0]?.count);
  const before = await noted();
  const one = await withdrawal();
  const copied = key.count;
  key.count = 0;
  const early = await one.proof(key.signed(one.words));
  key.count = copied;
  expect(await outcomeOf(early)).toBe("wrong");
  expect(await noted()).toBe(before + 1);
  expect(await outcomeOf(await one.proof(key.signed(one.words)))).toBe("requested");
});

test("of two signatures with the same count one is accepted, whichever comes first", async () => {
  const [here, there] = [bo, await world.another("bo@member.test")];
  const [one, two] = [await withdrawal(here), await withdrawal(there)];
  const count = key.count;
  const signed = key.signed(one.words);
  key.count = count;
  const again = key.signed(two.words);
  const outcomes = await Promise.all([one.proof(signed).then((proof) => outcomeOf(proof)), two.proof(again, there).then((proof) => outcomeOf(proof, draft, there))]);
  expect(outcomes.sort()).toEqual(["requested", "wrong"]);
});

test("another site, nobody asked, another key under this name, another's passkey, noise: wrong, and each costs an attempt", async () => {
  const hers = await world.add(world.person(world.ann.token));
  const stranger = new SoftPasskey();
  const named = (words: string): string => JSON.stringify({ ...(JSON.parse(stranger.signed(words)) as object), id: key.id.toString("base64url"), rawId: key.id.toString("base64url") });
  const attacks: ((words: string) => string)[] = [
    (words) => key.signed(words, { origin: "https://coffer.example" }),
    (words) => key.signed(words, { rp: "coffer.example" }),
    (words) => key.signed(words, { asked: false }),
    (words) => key.made(words),
    named,
    (words) => hers.signed(words),
    (words) => stranger.signed(words),
    () => "{}",
    () => "not json",
    () => JSON.stringify({ id: "a".repeat(20_000) }),
  ];
  for (const [n, attack] of attacks.entries()) {
    const one = await withdrawal();
    expect({ n, outcome: await outcomeOf(await one.proof(attack(one.words))), attempts: await attempts(one.challenge) }).toEqual({ n, outcome: "wrong", attempts: 1 });
  }
  const one = await withdrawal();
  for (let n = 0; n < 5; n += 1) await outcomeOf(await one.proof("{}"));
  expect(await outcomeOf(await one.proof(key.signed(one.words)))).toBe("locked");
});

test("the words alone prove nothing: what no passkey has signed is wrong, also with the right MAC", async () => {
  const one = await withdrawal();
  const { context } = await memberWithdrawalCheck(bo.token, draft);
  const browser = browserOf(world.request(bo)).id;
  const mac = codeMac({ challenge: one.challenge, code: one.words, browser, context });
  expect(await outcomeOf({ challenge: one.challenge, browser, mac })).toBe("wrong");
  const theirs = (await authPasskeys((await world.another("bo@member.test")).token)).passkeys[0]?.id ?? "";
  expect(await authPasskeyAnswer(world.ann.token, { challenge: one.challenge, browser, mac }, { passkey: theirs, counter: 99 })).toEqual({ outcome: "refused" });
  expect(await authPasskeyAnswer(bo.token, { challenge: one.challenge, browser, mac: "0".repeat(64) }, { passkey: theirs, counter: 1_000 })).toEqual({ outcome: "refused" });
  key.count = 1_000;
});

test("the words of a challenge are not exchanged, and a step-up of another session is not opened to mine", async () => {
  const one = await withdrawal();
  const browser = browserOf(world.request(bo)).id;
  expect(await authStepUpPasskey(bo.token, { challenge: one.challenge, browser, mac: "1".repeat(64) })).toEqual({ offered: false });
  const ann = await world.another("ann@member.test");
  expect(await authStepUpPasskey(ann.token, { challenge: one.challenge, browser, mac: "1".repeat(64) })).toEqual({ offered: false });
});

test("a new one is made in the session and browser that began it, for this site, by a person who was asked, and once", async () => {
  const { words, body } = await world.beginAdding(bo);
  const fresh = new SoftPasskey();
  const thief = await world.another("bo@member.test");
  const before = (await authPasskeys(bo.token)).passkeys.length;
  for (const made of [fresh.made(words, { origin: "https://coffer.example" }), fresh.made(words, { rp: "coffer.example" }), fresh.made(words, { asked: false }), fresh.made("AAAA"), fresh.signed(words), "", "{}"]) {
    expect((await world.adding(bo, body(made))).faults).toContain("passkey_not_made");
  }
  expect((await world.adding(thief, body(fresh.made(words)))).location).toBeNull();
  expect((await authPasskeys(bo.token)).passkeys).toHaveLength(before);
  expect((await world.adding(bo, body(fresh.made(words)))).location).toBe("/security?said=passkeyAdded");
  expect((await world.adding(bo, { ...body(new SoftPasskey().made(words)), key: randomUUID() })).location).toBeNull();
  expect((await authPasskeys(bo.token)).passkeys).toHaveLength(before + 1);
});

test("a removal names the passkey: a code for one removes no other, and nobody removes another's", async () => {
  const [first, second] = (await authPasskeys(bo.token)).passkeys;
  const command = randomUUID();
  const { shown } = await world.removing(bo, first?.id ?? "", { intent: "send", key: command });
  const body = { intent: "confirm", key: command, step_up: shown.code?.sealed ?? "", code: await world.mailedCode() };
  expect(await world.removing(bo, second?.id ?? "", body)).toMatchObject({ status: 422 });
  await expect(world.removing(world.person(world.ann.token), first?.id ?? "", body)).rejects.toMatchObject({ code: "not_found" });
  expect((await authPasskeys(bo.token)).passkeys.length).toBeGreaterThanOrEqual(2);
});
