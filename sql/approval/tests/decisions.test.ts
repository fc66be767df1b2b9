/** One decision per request, by the right people, about what they read (spec 2.6; spec 8, rows 9 and 10). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

type Staff = Awaited<ReturnType<Desk["staff"]>>;

let database: TestDatabase;
let desk: Desk;
let people: Staff[];
let operations: Staff;
let method: string;
let ann: Awaited<ReturnType<Desk["member"]>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  people = await Promise.all(Array.from({ length: 5 }, (_, n) => desk.staff("finance", `person${n}`)));
  operations = await desk.staff("operations");
  method = await desk.method();
  ann = await desk.member("ann");
  await desk.set({ two_person_above: "1000" });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const person = (n: number): Staff => {
  const found = people[n];
  if (!found) throw new Error("no such person");
  return found;
};
const ask = (amount: string, who: { token: string } = ann) => desk.ask("member_deposit_submit", { token: who.token, method, reference: null, amount, transaction_reference: randomUUID(), file: null, key: randomUUID() });
const row = async (id: string) => (await desk.sql<{ state: string; executed: boolean; approvals: string; journals: string }>(
  "select r.state, r.executed_at is not null as executed, (select count(*)::text from approval.decisions d where d.request_id = r.id and d.decision = 'approve') as approvals, (select count(*)::text from ledger.journals j where j.cause in (r.subject_id, r.id)) as journals from approval.requests r where r.id = $1", [id]))[0];

test("below the threshold one person decides; from it on two, and the first approval moves nothing", async () => {
  expect(await desk.decide(person(0), (await ask("999.99")).request)).toMatchObject({ state: "approved", given: 1, needed: 1 });
  const { request } = await ask("1000.00");
  expect(await desk.decide(person(0), request)).toMatchObject({ state: "pending", given: 1, needed: 2 });
  expect(await row(request)).toMatchObject({ state: "pending", executed: false, journals: "0" });
  expect(await desk.decide(person(1), request)).toMatchObject({ state: "approved", given: 2, needed: 2 });
  expect(await row(request)).toMatchObject({ state: "approved", executed: true, journals: "1" });
});

test("the same person never counts twice, whichever key is used", async () => {
  const { request } = await ask("2000.00");
  await desk.decide(person(0), request);
  expect(await refused(desk.decide(person(0), request))).toBe("same_person");
  expect(await refused(desk.decide(person(0), request, "reject"))).toBe("same_person");
  const outcomes = await together(...Array.from({ length: 6 }, () => () => desk.decide(person(1), request)));
  expect(words(outcomes).filter((word) => word === "accepted")).toHaveLength(1);
  expect(words(outcomes).filter((word) => !["accepted", "same_person", "already_decided"].includes(word))).toEqual([]);
  expect(await row(request)).toMatchObject({ state: "approved", approvals: "2", journals: "1" });
});

test("two first approvals of one person at once are one", async () => {
  const { request } = await ask("2000.00");
  const outcomes = await together(...Array.from({ length: 8 }, () => () => desk.decide(person(2), request)));
  expect(tally(words(outcomes))).toEqual({ accepted: 1, same_person: 7 });
  expect(await row(request)).toMatchObject({ state: "pending", approvals: "1" });
});

test("who asked does not decide: staff about their own request", async () => {
  const both = await desk.staff("operations", "maker");
  const made = await desk.ask("staff_treasury_fund", { token: both.token, treasury: "returns", currency: "USD", amount: "10.00", method, note: null, key: randomUUID() });
  await desk.sql("update identity.staff set role = 'finance' where email = $1", [both.email]);
  expect(await refused(desk.decide(both, made.request))).toBe("same_person");
  expect((await desk.ask("staff_request", { token: both.token, request: made.request })).request).toMatchObject({ may_decide: false, why_not: "same_person", mine: true });
  await expect(desk.sql("insert into approval.decisions (request_id, staff_id, decision, decided_at) select $1, id, 'approve', now() from identity.staff where email = $2", [made.request, both.email])).rejects.toMatchObject({ message: "same_person" });
});

test("whom it pays does not decide: staff who are the member", async () => {
  const linked = await desk.staff("finance", "linked");
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where email = $2", [ann.id, linked.email]);
  const { request } = await ask("50.00");
  expect(await refused(desk.decide(linked, request))).toBe("same_person");
  expect(await refused(desk.decide(linked, request, "reject"))).toBe("same_person");
  await expect(desk.sql("insert into approval.decisions (request_id, staff_id, decision, decided_at) select $1, id, 'approve', now() from identity.staff where email = $2", [request, linked.email])).rejects.toMatchObject({ message: "same_person" });
  expect(await desk.decide(person(0), request)).toMatchObject({ state: "approved" });
});

test("whom it pays does not decide, also when somebody else asked for it", async () => {
  const linked = await desk.staff("finance", "linked-again");
  const bo = await desk.member("bo");
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where email = $2", [bo.id, linked.email]);
  const [asked] = await desk.sql<{ id: string }>("select approval.open('withdrawal', gen_random_uuid(), 'x', 1, 'USD', o.id, 'staff', m.id, '{}', 1::smallint, now()) as id from identity.staff o, identity.members m where o.email = $1 and m.public_id = $2", [operations.email, bo.id]);
  expect(await refused(desk.decide(linked, asked?.id ?? "", "reject"))).toBe("same_person");
  expect((await desk.ask("staff_requests", { token: linked.token })).items.find((item: { id: string }) => item.id === asked?.id)).toMatchObject({ may_decide: false, why_not: "same_person" });
});

test("who lost the role between two approvals has not approved: somebody else must", async () => {
  for (const [change, back] of [["role = 'support'", "role = 'finance'"], ["active = false", "active = true"]]) {
    const { request } = await ask("3000.00");
    await desk.decide(person(3), request);
    await desk.sql(`update identity.staff set ${change} where email = $1`, [person(3).email]);
    expect(await desk.decide(person(0), request)).toMatchObject({ state: "pending", given: 1, needed: 2 });
    expect(await row(request)).toMatchObject({ state: "pending", journals: "0" });
    expect(await desk.decide(person(1), request)).toMatchObject({ state: "approved", given: 2 });
    await desk.sql(`update identity.staff set ${back} where email = $1`, [person(3).email]);
  }
});

test("who is demoted while deciding: either the decision was before, or it is refused", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { request } = await ask("10.00");
    const demote = () => desk.sql("update identity.staff set role = 'support' where email = $1", [person(4).email]);
    const [decided] = await together<unknown>(() => desk.decide(person(4), request), demote);
    expect(["accepted", "not_permitted"]).toContain(decided?.refused ?? "accepted");
    expect((await row(request))?.state).toBe(decided?.refused === null ? "approved" : "pending");
    await desk.sql("update identity.staff set role = 'finance' where email = $1", [person(4).email]);
  }
});

test("what was read is what is executed: another hash is refused, and the payload cannot be edited by anybody", async () => {
  const { request } = await ask("60.00");
  expect(await refused(desk.decide(person(0), request, "approve", { payload_hash: "00".repeat(32) }))).toBe("payload_changed");
  for (const change of ["payload = payload || '{\"amount\": \"9999.00\"}'", "amount = 999900", "payload_hash = '\\x00'", "beneficiary_id = null", "maker_id = 1", "needed = 2", "kind = 'withdrawal'", "currency = 'EUR'", "subject_id = gen_random_uuid()", "reference = 'R-X'", "subject_label = 'x'", "maker_type = 'staff'", "created_at = now()"]) {
    await expect(desk.sql(`update approval.requests set ${change} where id = $1`, [request])).rejects.toMatchObject({ message: "immutable" });
  }
  await expect(desk.sql("delete from approval.requests where id = $1", [request])).rejects.toMatchObject({ message: "immutable" });
  const hash = (await desk.ask("staff_request", { token: person(0).token, request })).request.payload_hash as string;
  expect(await desk.decide(person(0), request, "approve", { payload_hash: hash })).toMatchObject({ state: "approved" });
});

test("approve, reject and cancel at once: one of them happens", async () => {
  const ends: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const { request, deposit } = await ask("70.00");
    const works = [() => desk.decide(person(0), request), () => desk.decide(person(1), request, "reject"), () => desk.ask("member_deposit_cancel", { token: ann.token, deposit, key: randomUUID() }), () => desk.decide(person(2), request)];
    const outcomes = await together(...works.slice(round % 4), ...works.slice(0, round % 4));
    expect(tally(words(outcomes))).toEqual({ accepted: 1, already_decided: 3 });
    const { state } = (await desk.ask("member_deposit", { token: ann.token, deposit })).deposit;
    const after = await row(request);
    expect(after).toMatchObject({ state, executed: state === "approved", journals: state === "approved" ? "1" : "0" });
    ends.push(state);
  }
  expect(ends.every((state) => ["approved", "rejected", "cancelled"].includes(state))).toBe(true);
});

test("a decision is final: afterwards nobody approves, rejects, cancels, expires or edits it", async () => {
  for (const decision of ["approve", "reject"] as const) {
    const { request, deposit } = await ask("80.00");
    await desk.decide(person(0), request, decision);
    const before = await contents(desk, ["outbox.jobs"]);
    expect(await refused(desk.decide(person(1), request, "approve"))).toBe("already_decided");
    expect(await refused(desk.decide(person(1), request, "reject"))).toBe("already_decided");
    expect(await refused(desk.ask("member_deposit_cancel", { token: ann.token, deposit, key: randomUUID() }))).toBe("already_decided");
    for (const change of ["state = 'pending', decided_at = null", "state = 'cancelled'", "note = 'another'", "decided_at = now()", "state = 'approved'"]) {
      await expect(desk.sql(`update approval.requests set ${change}, executed_at = executed_at where id = $1`, [request])).rejects.toMatchObject({ message: "already_decided" });
    }
    await expect(desk.sql("update approval.decisions set decision = 'approve'")).rejects.toMatchObject({ message: "immutable" });
    await expect(desk.sql("delete from approval.decisions")).rejects.toMatchObject({ message: "immutable" });
    expect(await contents(desk, ["outbox.jobs"])).toEqual(before);
  }
});

test("a rejection needs a reason, blanks are none", async () => {
  const { request } = await ask("90.00");
  for (const note of [null, "", "   ", "\n\t"]) expect(await refused(desk.decide(person(0), request, "reject", { note }))).toBe("note_required");
  await expect(desk.sql("update approval.requests set state = 'rejected', decided_at = now(), note = ' ' where id = $1", [request])).rejects.toMatchObject({ constraint: "a_rejection_says_why" });
  for (const decision of [null, "", "APPROVE", "maybe"]) expect(await refused(desk.decide(person(0), request, "approve", { decision }))).toBe("invalid_input");
  expect(await desk.decide(person(0), request, "reject")).toMatchObject({ state: "rejected" });
});

test("approved and not executed does not commit, nor does approved without enough approvals", async () => {
  const { request } = await ask("95.00");
  await desk.sql("insert into approval.decisions (request_id, staff_id, decision, decided_at) select $1, id, 'approve', now() from identity.staff where email = $2", [request, person(0).email]);
  await expect(desk.sql("update approval.requests set state = 'approved', decided_at = now() where id = $1", [request])).rejects.toThrow(/approved but not executed/);
  expect(await row(request)).toMatchObject({ state: "pending" });
  const { request: two } = await ask("5000.00");
  await desk.sql("insert into approval.decisions (request_id, staff_id, decision, decided_at) select $1, id, 'approve', now() from identity.staff where email = $2", [two, person(0).email]);
  await expect(desk.sql("update approval.requests set state = 'approved', decided_at = now(), executed_at = now() where id = $1", [two])).rejects.toMatchObject({ message: "not_permitted" });
});

test("an effect that is refused takes the approval back with it", async () => {
  await desk.set({ destination_cooling_hours: "0" });
  const made = await desk.ask("staff_treasury_return", { token: operations.token, treasury: "promo", currency: "USD", amount: "900.00", method, note: null, key: randomUUID() });
  expect(await refused(desk.decide(person(0), made.request))).toBe("treasury_short");
  expect(await row(made.request)).toMatchObject({ state: "pending", approvals: "0", executed: false });
});

test("a deposit may be approved for what was received, but not to pass the threshold by it", async () => {
  const small = await ask("100.00");
  expect(await refused(desk.decide(person(0), small.request, "approve", { received: "1000.00" }))).toBe("invalid_input");
  expect(await desk.decide(person(0), small.request, "approve", { received: "90.50" })).toMatchObject({ state: "approved" });
  expect((await desk.ask("member_deposit", { token: ann.token, deposit: small.deposit })).deposit).toMatchObject({ amount: "100.00", received: "90.50" });
  const large = await ask("1500.00");
  expect(await refused(desk.decide(person(0), large.request, "approve", { received: "1499.00" }))).toBe("invalid_input");
  expect(await desk.decide(person(0), large.request, "approve", { received: "1500" })).toMatchObject({ state: "pending" });
});

test("one open request per subject, and the maker alone takes it back", async () => {
  const { deposit } = await ask("33.00");
  expect(await refused(desk.sql("select approval.open('deposit', $1, 'x', 1, 'USD', 1, 'member', null, '{}', 1::smallint, now())", [deposit]))).toBe("already_open");
  const made = await desk.ask("staff_bank_transfer", { token: operations.token, from: method, to: await desk.method("USD", "Second"), amount: "1.00", note: null, key: randomUUID() });
  expect(await refused(desk.ask("staff_cancel_request", { token: person(0).token, request: made.request, key: randomUUID() }))).toBe("not_permitted");
  expect(await desk.ask("staff_cancel_request", { token: operations.token, request: made.request, key: randomUUID() })).toEqual({ state: "cancelled" });
  expect(await refused(desk.decide(person(0), made.request))).toBe("already_decided");
});

test("the threshold at the moment of asking counts, not a later one", async () => {
  const { request } = await ask("1200.00");
  await desk.set({ two_person_above: "0" });
  expect(await desk.decide(person(0), request)).toMatchObject({ state: "pending", needed: 2 });
  await desk.set({ two_person_above: "1000" });
  expect(await desk.sql("select * from ledger.verify()")).toEqual([]);
});
