/** The mail about a new destination takes it back without a session, once, while it cools, and tells strangers nothing. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSealedCode } from "../../../app/auth/code.server";
import { mailedWords } from "../../../app/auth/mailed-words.server";
import { authDestinationCancel, authDestinationCancelLook, memberDestinationAdd, memberDestinationCheck, memberDestinationRemove, memberDestinations, memberWithdrawalCheck } from "../../../app/db/funding.server";
import { memberNotices } from "../../../app/db/notice.server";
import { sandboxClockMove } from "../../../app/db/sandbox.server";
import { authenticatorWorld, type AuthenticatorWorld, type Person } from "../../identity/tests/authenticator-world";
import { tally } from "../../tests/support/race";

let world: AuthenticatorWorld;
let bo: Person;
let made = 0;

beforeAll(async () => {
  world = await authenticatorWorld();
  bo = world.person(world.bo.token);
});
beforeEach(() => world.db.query("delete from identity.rate_counters"));
afterAll(() => world.end());

const ip = "192.0.2.80";

/** A destination of Bo's, and the words in the mail about it. */
async function added(cancel: Parameters<typeof memberDestinationAdd>[4] = mailedWords()): Promise<{ id: string; words: string; label: string }> {
  made += 1;
  const draft = { type: "BANK", label: `Account ${made}`, address: null, account_name: "Bo", account_number: `7000000${made}`, ifsc: null };
  const proof = await world.begin(bo, "destination", (await memberDestinationCheck(bo.token, draft)).context);
  const answer = await memberDestinationAdd(bo.token, draft, proof(await world.mailedCode()), randomUUID(), cancel);
  if (answer.outcome !== "added") throw new Error(answer.outcome);
  const { rows } = await world.db.query<{ sealed: string | null }>("select props ->> 'sealed_code' as sealed from outbox.mails where template = 'destination_added' order by created_at desc, id desc limit 1");
  return { id: answer.destination.id, words: rows[0]?.sealed ? openSealedCode(rows[0].sealed) : "", label: draft.label };
}
const listed = async (id: string): Promise<boolean> => (await memberDestinations(bo.token)).destinations.some((one) => one.id === id);

test("looking shows what would be cancelled and changes nothing; the words cancel it and a mail tells", async () => {
  const { id, words, label } = await added();
  expect(await authDestinationCancelLook(words, ip)).toMatchObject({ state: "open", label, type: "BANK", tail: expect.stringMatching(/^…\d{4}$/) as string });
  expect(await listed(id)).toBe(true);
  expect(await authDestinationCancel(words, ip)).toEqual({ outcome: "cancelled" });
  expect(await listed(id)).toBe(false);
  expect((await world.templates("bo@member.test")).at(-1)).toBe("destination_cancelled");
  const { rows } = await world.db.query<{ action: string }>("select action from audit.log order by id desc limit 1");
  expect(rows).toEqual([{ action: "destination_cancel" }]);
  await expect(memberWithdrawalCheck(bo.token, { wallet: "DEPOSIT", currency: "USD", amount: "1.00", destination: id })).rejects.toMatchObject({ code: "not_found" });
});

test("cancelled once: of twenty at once one does it, one mail tells, and afterwards it says so", async () => {
  const { words } = await added();
  const mails = (await world.templates("bo@member.test")).length;
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => authDestinationCancel(words, `192.0.2.${n}`)));
  expect(tally(outcomes.map(({ outcome }) => outcome))).toEqual({ cancelled: 1, removed: 19 });
  expect((await world.templates("bo@member.test")).slice(mails)).toEqual(["destination_cancelled"]);
  expect(await authDestinationCancelLook(words, ip)).toEqual({ state: "removed" });
});

test("its member has removed it already: the words say so", async () => {
  const { id, words } = await added();
  await memberDestinationRemove(bo.token, id, randomUUID());
  expect(await authDestinationCancel(words, ip)).toEqual({ outcome: "removed" });
});

test("after the waiting time it is too late, and the destination stays", async () => {
  const { id, words } = await added();
  await sandboxClockMove("25 hours");
  expect(await authDestinationCancelLook(words, ip)).toEqual({ state: "late" });
  expect(await authDestinationCancel(words, ip)).toEqual({ outcome: "late" });
  expect(await listed(id)).toBe(true);
});

test("words that are not ours, a hash and another mail's words get the same answer", async () => {
  const { id } = await added();
  const { rows } = await world.db.query<{ hash: string }>("select encode(cancel_hash, 'hex') as hash from funding.destinations where id = $1", [id]);
  for (const words of ["", "a".repeat(43), rows[0]?.hash ?? "", id, "'; drop table funding.destinations; --"]) {
    expect(await authDestinationCancelLook(words, ip)).toEqual({ state: "unknown" });
    expect(await authDestinationCancel(words, ip)).toEqual({ outcome: "unknown" });
  }
  expect(await listed(id)).toBe(true);
});

test("twenty looks and tries a minute from one address, also with the right words", async () => {
  const { words } = await added();
  for (let n = 0; n < 20; n += 1) await authDestinationCancelLook("no", ip);
  await expect(authDestinationCancelLook(words, ip)).rejects.toMatchObject({ code: "rate_limited", status: 429 });
  await expect(authDestinationCancel(words, ip)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await authDestinationCancel(words, "192.0.2.81")).toEqual({ outcome: "cancelled" });
});

test("the words stand in the mail alone: not in the table, not in the notice, and nowhere when it can be used at once", async () => {
  const { id, words } = await added();
  const { rows } = await world.db.query<{ row: string }>("select d::text as row from funding.destinations d where id = $1", [id]);
  expect(rows[0]?.row).not.toContain(words);
  const notice = (await memberNotices(bo.token, {})).items.find(({ template }) => template === "destination_added");
  expect(notice?.facts).not.toHaveProperty("sealed_code");
  await world.db.query("update core.settings set value = '0' where key = 'destination_cooling_hours'");
  expect((await added()).words).toBe("");
  await world.db.query("update core.settings set value = '24' where key = 'destination_cooling_hours'");
  expect((await added(null)).words).toBe("");
});
