/**
 * Milestones (spec 5.3): so many active referrals, claimed once, approved by somebody else, paid by the commission treasury or waiting
 * for it. Through the desk, with races over several connections.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

type Person = { token: string; id: string; code: string };

let database: TestDatabase;
let desk: Desk;
let operations: { token: string };
let finance: { token: string };
let usd: string;
let plan: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.set({ otp_per_minute: "1000" });
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
  usd = await desk.method();
  plan = await desk.plan(operations, finance, { referral_rate: "0" });
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const offer = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await desk.ask("staff_milestone_offer", { token: operations.token, name: `Of ${randomUUID().slice(0, 8)}`, needed: 1, reward: "25.00", currency: "USD", starts_on: "2027-03-01", ends_on: null, key: randomUUID(), ...more })).milestone as string;
const claim = (who: Person, milestone: string, key = randomUUID()) => desk.ask("member_milestone_claim", { token: who.token, milestone, key });
const look = (who: Person, milestone: string) => desk.ask("member_milestone", { token: who.token, milestone });
const approve = (person: Person) => desk.sql("update identity.members set kyc_approved_at = now() where public_id = $1", [person.id]);
const requestOf = async (claimed: string): Promise<string> => (await desk.sql<{ id: string }>("select id from approval.requests where kind = 'milestone' and subject_id = $1", [claimed]))[0]?.id ?? "";
const name = () => `m${randomUUID().slice(0, 8)}`;

/** Somebody who has brought so many who count. */
async function referrer(active: number): Promise<Person> {
  const who = await desk.member(name());
  for (let n = 0; n < active; n += 1) {
    const brought = await desk.member(name(), who.code);
    await desk.deposit(brought, "20.00", usd, finance);
    await desk.invest(brought, plan, "10.00");
    await approve(brought);
  }
  return who;
}

test("who counts: brought by me, KYC approved, and invested; nobody else", async () => {
  const milestone = await offer({ needed: 2 });
  const who = await referrer(1);
  const [invested, approved, theirs] = [await desk.member(name(), who.code), await desk.member(name(), who.code), await referrer(1)];
  await desk.deposit(invested, "20.00", usd, finance);
  await desk.invest(invested, plan, "10.00");
  await approve(approved);
  expect(await look(who, milestone)).toMatchObject({ active: 1, claim: null, milestone: { state: "open", needed: 2, reward: "25.00" } });
  expect(await look(theirs, milestone)).toMatchObject({ active: 1 });
  expect(await refused(claim(who, milestone))).toBe("not_reached");
  await approve(invested);
  expect(await look(who, milestone)).toMatchObject({ active: 2 });
  expect(await claim(who, milestone)).toMatchObject({ reference: expect.stringMatching(/^M-/) as string });
});

test("claimed, approved by somebody else, paid into EARNINGS with its explanation; a treasury that is short makes it wait, not vanish", async () => {
  const milestone = await offer({ reward: "40.00", name: "First of many" });
  const who = await referrer(1);
  const { claim: claimed } = await claim(who, milestone) as { claim: string };
  expect(await refused(desk.decide(operations, await requestOf(claimed)))).toBe("not_permitted");
  expect(await desk.wallets(who)).not.toHaveProperty("EARNINGS", "40.00");
  expect(await desk.decide(finance, await requestOf(claimed))).toMatchObject({ state: "approved" });
  await desk.settle();
  expect((await look(who, milestone)).claim).toMatchObject({ state: "approved", payment: "awaiting", counted: 1 });
  await desk.fund("commission", "USD", "40.00", usd, operations, finance);
  const seen = await look(who, milestone);
  expect(seen).toMatchObject({ claim: { state: "approved", payment: "posted" }, movement: expect.stringMatching(/^\d+-\d+$/) as string });
  expect((await desk.wallets(who)).EARNINGS).toBe("40.00");
  const { movement, explanation } = await desk.ask("member_movement", { token: who.token, id: seen.movement });
  expect(movement).toMatchObject({ kind: "milestone", amount: "40.00", counter: "First of many", subject_kind: "milestone", subject_id: milestone });
  expect((explanation.facts as { name: string; value: string }[]).map(({ name: fact, value }) => `${fact} ${value}`)).toEqual(["milestone First of many", "needed 1", "counted 1", "paid_from treasury:commission"]);
  expect(await desk.sql("select * from desk.faults('referral') union all select * from desk.faults('treasury') union all select * from desk.faults('approval')")).toEqual([]);
});

test("the reward of somebody known is there at once, that of a suspended member is held", async () => {
  await desk.fund("commission", "USD", "100.00", usd, operations, finance);
  const milestone = await offer();
  const [known, suspended] = [await referrer(1), await referrer(1)];
  for (const who of [known, suspended]) {
    const { claim: claimed } = await claim(who, milestone) as { claim: string };
    if (who === suspended) await desk.sql("update identity.members set status = 'suspended' where public_id = $1", [who.id]);
    await desk.decide(finance, await requestOf(claimed));
  }
  await desk.settle();
  const held = async (who: Person) => desk.sql("select b.balance::text, b.held::text from ledger.balances b join identity.members m on m.id = b.member_id where m.public_id = $1 and b.kind = 'EARNINGS'", [who.id]);
  expect(await held(known)).toEqual([{ balance: "2500", held: "0" }]);
  expect(await held(suspended)).toEqual([{ balance: "2500", held: "2500" }]);
});

test("a second claim is refused while the first waits and once it was approved; after a rejection it may be made again", async () => {
  const milestone = await offer();
  const who = await referrer(1);
  const first = await claim(who, milestone) as { claim: string };
  expect(await refused(claim(who, milestone))).toBe("already_open");
  await desk.decide(finance, await requestOf(first.claim), "reject");
  expect((await look(who, milestone)).claim).toMatchObject({ state: "rejected", reason: "not in order" });
  const again = await claim(who, milestone) as { claim: string };
  await desk.decide(finance, await requestOf(again.claim));
  expect(await refused(claim(who, milestone))).toBe("already_decided");
  expect(await desk.sql("select template from outbox.mails where dedupe_key in ($1, $2) order by 1", [`milestone_rejected:${first.claim}`, `milestone_approved:${again.claim}`])).toEqual([{ template: "milestone_approved" }, { template: "milestone_rejected" }]);
});

test("ten claims at once are one; the same key is the same answer", async () => {
  const milestone = await offer();
  const who = await referrer(1);
  const outcomes = await together(...Array.from({ length: 10 }, () => () => claim(who, milestone)));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, already_open: 9 });
  const other = await referrer(1);
  const key = randomUUID();
  const same = await together(...Array.from({ length: 10 }, () => () => claim(other, milestone, key)));
  expect(new Set(same.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
  expect(await refused(claim(other, await offer(), key))).toBe("key_reuse");
});

test("approve and reject at once: one of them, and one payment at most", async () => {
  const second = await desk.staff("finance");
  for (let round = 0; round < 5; round += 1) {
    const milestone = await offer({ reward: "1.00" });
    const { claim: claimed } = await claim(await referrer(1), milestone) as { claim: string };
    const request = await requestOf(claimed);
    const outcomes = await together(() => desk.decide(finance, request), () => desk.decide(second, request, "reject"));
    expect(words(outcomes).filter((word) => word === "accepted")).toHaveLength(1);
    const [row] = await desk.sql<{ state: string; items: string }>("select c.state, (select count(*)::text from treasury.items i where i.cause = c.id) as items from referral.milestone_claims c where c.id = $1", [claimed]);
    expect(row).toEqual(row?.state === "approved" ? { state: "approved", items: "1" } : { state: "rejected", items: "0" });
  }
});

test("a claim or its milestone's end comes first: never a claim of what had ended", async () => {
  for (let round = 0; round < 5; round += 1) {
    const milestone = await offer();
    const who = await referrer(1);
    const outcomes = await together(() => claim(who, milestone), () => desk.ask("staff_milestone_end", { token: operations.token, milestone, key: randomUUID() }));
    expect(words(outcomes)[1]).toBe("accepted");
    const [row] = await desk.sql<{ late: string }>("select count(*)::text as late from referral.milestone_claims c join referral.milestones m on m.id = c.milestone_id where m.id = $1 and c.claimed_at > m.ended_at", [milestone]);
    expect(row?.late).toBe("0");
    expect(await refused(claim(await referrer(1), milestone))).toBe("not_active");
  }
});

test("it is claimed from its first day to its last, operator time zone, and needs KYC where the operator asks for it", async () => {
  const who = await referrer(1);
  const [soon, last, gone] = [await offer({ starts_on: "2027-03-02" }), await offer({ starts_on: "2027-02-01", ends_on: "2027-03-01" }), await offer({ starts_on: "2027-02-01", ends_on: "2027-02-28" })];
  expect(await refused(claim(who, soon))).toBe("not_active");
  expect(await refused(claim(who, gone))).toBe("not_active");
  await desk.set({ require_kyc: "true" });
  expect(await refused(claim(who, last))).toBe("kyc_required");
  await desk.set({ require_kyc: "false" });
  expect(await claim(who, last)).toHaveProperty("claim");
  const listed = (await desk.ask("member_referrals", { token: who.token })).milestones as { id: string; state: string }[];
  expect(listed.filter(({ id }) => [soon, last, gone].includes(id)).map(({ id, state }) => [id, state]).sort()).toEqual([[soon, "soon"], [last, "open"]].sort());
});

test("only those who write plans offer and end; everybody on staff reads; amounts and days that make no sense are refused at their field", async () => {
  for (const role of ["support", "auditor", "finance"]) {
    const person = await desk.staff(role);
    expect(await refused(desk.ask("staff_milestone_offer", { token: person.token, name: "No", needed: 1, reward: "1.00", currency: "USD", starts_on: "2027-03-01", ends_on: null, key: randomUUID() })), role).toBe("not_permitted");
    expect(await desk.ask("staff_milestones", { token: person.token }), role).toHaveProperty("milestones");
  }
  const who = await desk.member(name());
  expect(await refused(desk.ask("staff_milestones", { token: who.token }))).toBe("not_permitted");
  expect(await refused(desk.ask("member_milestone", { token: newToken(), milestone: randomUUID() }))).toBe("signed_out");
  for (const [bad, code] of [[{ reward: "0.00" }, "invalid_amount"], [{ reward: "1.001" }, "invalid_amount"], [{ reward: "-1" }, "invalid_amount"], [{ needed: 0 }, "invalid_input"], [{ name: " " }, "invalid_input"], [{ ends_on: "2027-02-28" }, "invalid_input"]] as const) {
    expect(await refused(offer(bad)), JSON.stringify(bad)).toBe(code);
  }
});
