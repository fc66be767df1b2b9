/** Identity checks (spec 5.2): prepared by one, decided by another, of documents that stand still meanwhile. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf, tally, together, words } from "../../tests/support/race";
import { address, identityChecks, macOf } from "./support/identity-check";

let database: TestDatabase;
let desk: Desk;
let checks: ReturnType<typeof identityChecks>;
let operations: { token: string; email: string };
let finance: { token: string; email: string };
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  await desk.clock("2027-03-01T12:00:00Z");
  await desk.set({ otp_per_minute: "1000" });
  checks = identityChecks(desk);
  operations = await desk.staff("operations");
  finance = await desk.staff("finance");
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const person = () => desk.member(`person${(made += 1)}`);
const fieldOf = (error: unknown) => [refusalOf(error)?.code, refusalOf(error)?.field];
/** What a check lacks, when it was refused as `kyc_incomplete`. */
const contextOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (refusalOf(error)?.code === "kyc_incomplete" ? refusalOf(error)?.params.context : error));
const mails = async (email: string, template: string) => (await desk.sql<{ props: Record<string, string> }>("select props from outbox.mails where to_email = $1 and template = $2 order by created_at", [email, template])).map(({ props }) => props);

test("from a draft to approval: the member is known, is told, and may do what asks for it", async () => {
  await desk.set({ require_kyc: "true" });
  const who = await person();
  expect(await checks.state(who)).toBe("draft");
  const { kyc, request } = await checks.handedIn(who);
  expect(await checks.state(who)).toBe("submitted");
  await checks.review(operations, kyc);
  expect(await checks.state(who)).toBe("in_review");
  const withdraw = () => desk.ask("member_withdrawal_check", { token: who.token, wallet: "DEPOSIT", currency: "USD", amount: "1.00", destination: randomUUID() });
  expect(await refused(withdraw())).toBe("kyc_required");
  expect(await desk.decide(finance, request)).toMatchObject({ state: "approved" });
  expect(await checks.state(who)).toBe("approved");
  expect(await refused(withdraw())).toBe("not_found");
  expect(await mails(who.email, "kyc_approved")).toMatchObject([{ first_name: "Ann" }]);
  expect((await desk.ask("member_kyc", { token: who.token })).tracker.map(({ step }: { step: string }) => step)).toEqual(["submitted", "in_review", "approved"]);
  await desk.set({ require_kyc: "false" });
});

test("a rejection reaches the member with its reason; corrected, it is handed in again", async () => {
  const who = await person();
  const { request } = await checks.handedIn(who);
  await desk.decide(finance, request, "reject", { note: "The photograph cannot be read." });
  expect(await desk.ask("member_kyc", { token: who.token })).toMatchObject({ state: "rejected", reason: "The photograph cannot be read." });
  expect(await mails(who.email, "kyc_rejected")).toMatchObject([{ reason: "The photograph cannot be read." }]);
  await checks.document(who);
  expect(await desk.ask("member_kyc", { token: who.token })).toMatchObject({ state: "draft", reason: "The photograph cannot be read." });
  const again = await checks.submit(who);
  await checks.review(operations, again.kyc as string);
  await desk.decide(finance, again.request as string);
  expect(await desk.ask("member_kyc", { token: who.token })).toMatchObject({ state: "approved", reason: null });
});

test("nothing is approved that nobody has taken into review", async () => {
  const who = await person();
  const { request, kyc } = await checks.handedIn(who);
  expect(await contextOf(desk.decide(finance, request))).toBe("review");
  expect(await checks.state(who)).toBe("submitted");
  await checks.review(operations, kyc);
  expect(await refused(checks.review(await desk.staff("operations"), kyc))).toBe("already_decided");
  // Taking it again oneself is the same command.
  await checks.review(operations, kyc);
  await desk.decide(finance, request);
});

test("staff who are the member neither review nor decide", async () => {
  const who = await person();
  const [twin, judge] = [await desk.staff("operations"), await desk.staff("finance")];
  const link = (email: string) => desk.sql("update identity.staff set member_id = (select id from identity.members where email = $2) where email = $1", [email, who.email]);
  const { kyc, request } = await checks.handedIn(who);
  await link(twin.email);
  expect(await refused(checks.review(twin, kyc))).toBe("same_person");
  await checks.review(operations, kyc);
  await desk.sql("update identity.staff set member_id = null where email = $1", [twin.email]);
  await link(judge.email);
  expect(await refused(desk.decide(judge, request))).toBe("same_person");
  await desk.decide(finance, request);
});

test("what is being checked, or was approved, stands still", async () => {
  const who = await person();
  const { kyc, request, document } = await checks.handedIn(who);
  const still = async () => {
    expect(await refused(checks.document(who))).toBe("kyc_locked");
    expect(await refused(desk.ask("member_kyc_document_remove", { token: who.token, document, key: randomUUID() }))).toBe("kyc_locked");
    expect(await refused(checks.submit(who))).toBe("kyc_locked");
    for (const [field, value] of [["first_name", "Bea"], ["last_name", "Else"], ["country", "GB"]]) {
      expect(await checks.profile(who, { [field ?? ""]: value }).catch(fieldOf)).toEqual(["kyc_locked", field]);
    }
  };
  await still();
  await checks.review(operations, kyc);
  await still();
  await desk.decide(finance, request);
  await still();
  // A street or a telephone number may change.
  await checks.profile(who, { address: "2 Other Road" });
  expect((await desk.ask("member_profile", { token: who.token })).profile).toMatchObject({ address: "2 Other Road" });
});

test("it is handed in with an address and a document that shows who it is", async () => {
  const who = await person();
  expect(await contextOf(checks.submit(who))).toBe("profile");
  for (const part of ["country", "address", "zip", "city"]) {
    await checks.profile(who, { [part]: null });
    expect(await contextOf(checks.submit(who))).toBe("profile");
  }
  await checks.profile(who);
  expect(await contextOf(checks.submit(who))).toBe("identity");
  await checks.document(who, { kind: "bank", ifsc: "HDFC0001234" });
  expect(await contextOf(checks.submit(who))).toBe("identity");
  await checks.document(who, { kind: "aadhaar", number_sealed: null, number_index: null, number_last4: "1234" });
  await checks.submit(who);
});

test("a number is one member's, also when two give it at the same moment", async () => {
  const people = await Promise.all([person(), person(), person(), person()]);
  const number_index = macOf("ABCPE1234F");
  const outcomes = words(await together(...people.map((who) => () => checks.document(who, { number_index }))));
  expect(tally(outcomes)).toEqual({ accepted: 1, document_taken: 3 });
  const owner = people[outcomes.indexOf("accepted")];
  const other = people[outcomes.indexOf("document_taken")];
  if (!owner || !other) throw new Error("nobody");
  // The owner replaces it by itself; removed, it is free again; of another kind it is another number.
  const { document } = await checks.document(owner, { number_index });
  expect(await refused(checks.document(other, { number_index }))).toBe("document_taken");
  await checks.document(other, { number_index, kind: "bank" });
  await desk.ask("member_kyc_document_remove", { token: owner.token, document, key: randomUUID() });
  await checks.document(other, { number_index });
});

test("a number that somebody else gives between the look and the writing is refused by its unique key", async () => {
  const [first, second] = [await person(), await person()];
  const number_index = macOf("between");
  const [other, watch] = [new pg.Client({ connectionString: database.url("postgres") }), new pg.Client({ connectionString: database.url("postgres") })];
  for (const client of [other, watch]) await client.connect();
  const { document } = await checks.document(first, { kind: "bank" });
  await other.query("begin");
  await other.query("insert into compliance.documents select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'kind', 'pan', 'ifsc', null, 'number_index', '\\x' || $2))).* from compliance.documents d where d.id = $1", [document, number_index]);
  const given = outcomeOf(checks.document(second, { number_index }));
  await vi.waitFor(async () => expect((await watch.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount).toBe(1), 10_000);
  await other.query("commit");
  expect((await given).refused).toBe("document_taken");
  for (const client of [other, watch]) await client.end();
});

test("a check stands until the earliest of the documents that stand, not of one that was replaced", async () => {
  const who = await person();
  await checks.document(who, { kind: "passport", number_last4: "7654", expires_on: "2027-06-01" });
  await checks.document(who, { kind: "passport", number_last4: "7654", expires_on: "2031-06-01" });
  await checks.approved(who, operations, finance);
  expect(await desk.ask("member_kyc", { token: who.token })).toMatchObject({ state: "approved", expires_on: "2031-06-01" });
});

test("a document of a kind takes the place of the one before, and the same form sent twice is one", async () => {
  const who = await person();
  await checks.document(who);
  const form = { key: randomUUID(), number_index: macOf("B"), sha256: macOf("file") };
  const [first, second] = [await checks.document(who, form), await checks.document(who, form)];
  expect(second).toEqual(first);
  expect((await desk.ask("member_kyc", { token: who.token })).documents.map(({ id }: { id: string }) => id)).toEqual([first.document]);
});

test.each([
  ["kind", { kind: "licence" }], ["number", { number_last4: "ABCPE1234F" }], ["number", { number_sealed: "ABCPE1234F" }], ["number", { number_sealed: null }], ["number", { number_index: "00" }], ["number", { number_index: null }],
  ["number", { kind: "aadhaar" }], ["number", { kind: "aadhaar", number_sealed: null, number_index: null, number_last4: "12AB" }], ["ifsc", { ifsc: "HDFC0001234" }], ["ifsc", { kind: "bank", ifsc: "HDFC1" }],
  ["expires_on", { kind: "passport" }], ["expires_on", { kind: "passport", expires_on: "2027-02-28" }], ["file", { mime: "image/svg+xml" }], ["file", { bytes: 0 }], ["file", { bytes: 10_485_761 }], ["file", { sha256: "00" }], ["file", { document: null }],
])("a document with a wrong %s is refused there: %j", async (field, change) => {
  const who = await person();
  const [code, at] = (await checks.document(who, change).catch(fieldOf)) as [string, string];
  expect([["invalid_input", "file_invalid", "document_expired"].includes(code), at]).toEqual([true, field]);
  expect((await desk.ask("member_kyc", { token: who.token })).documents).toEqual([]);
});

test("two decisions at once are one, and a submission meets no approval half-way", async () => {
  const second = await desk.staff("finance");
  for (let round = 0; round < 10; round += 1) {
    const who = await person();
    const { kyc, request } = await checks.handedIn(who);
    await checks.review(operations, kyc);
    const outcomes = words(await together(() => desk.decide(finance, request), () => desk.decide(second, request, "reject"), () => checks.profile(who, { first_name: "Other" }), () => checks.document(who)));
    expect(outcomes.slice(0, 2).filter((word) => word === "accepted")).toHaveLength(1);
    expect([["approved", "rejected", "draft"].includes(await checks.state(who)), outcomes[0] === "accepted" ? "kyc_locked" : outcomes[2]]).toEqual([true, outcomes[2]]);
  }
});

test("a whole number is shown right after the second step, for a reason, and the log knows first", async () => {
  const who = await person();
  const { document } = await checks.handedIn(who);
  const reveal = (staff: { token: string }, reason: string | null = "Compared with the tax office") => desk.ask("staff_kyc_reveal", { token: staff.token, document, reason });
  for (const role of ["support", "operations", "auditor", "admin"]) expect(await refused(reveal(await desk.staff(role)))).toBe("not_permitted");
  expect(await refused(reveal(finance, " "))).toBe("note_required");
  const logged = () => desk.sql<{ reason: string }>("select reason from audit.log where action = 'kyc_reveal' and object_id = $1", [document]);
  expect(await logged()).toEqual([]);
  expect((await reveal(finance)).sealed).toMatch(/^p1\./);
  expect(await logged()).toEqual([{ reason: "Compared with the tax office" }]);
  const late = await desk.staff("finance");
  await desk.sql("update identity.sessions set created_at = clock_timestamp() - interval '11 minutes' where token_hash = sha256($1)", [Buffer.from(late.token)]);
  expect(await refused(reveal(late))).toBe("step_up_required");
  expect(await refused(desk.ask("staff_kyc_reveal", { token: finance.token, document: randomUUID(), reason: "r" }))).toBe("not_found");
});

test("a file that staff open is noted, and support opens none", async () => {
  const who = await person();
  const { document } = await checks.handedIn(who);
  expect((await desk.ask("staff_kyc_file", { token: operations.token, document })).file).toMatchObject({ name: "card.pdf", storage_key: document });
  expect(await desk.sql("select action from audit.log where object_id = $1 and action = 'kyc_file'", [document])).toHaveLength(1);
  const support = await desk.staff("support");
  for (const name of ["staff_kyc_file", "staff_kyc_document"]) expect(await refused(desk.ask(name, { token: support.token, document }))).toBe("not_permitted");
  expect(await desk.ask("staff_kyc_document", { token: operations.token, document })).toMatchObject({ document: { last4: "234F", sealed: true }, may_reveal: false });
});

test("an approved check ends with the first of its documents, by business date, and the member is told once", async () => {
  const who = await person();
  await checks.profile(who, address);
  await checks.document(who, { kind: "passport", expires_on: "2027-03-10" });
  await checks.approved(who, operations, finance);
  expect(await desk.ask("member_kyc", { token: who.token })).toMatchObject({ state: "approved", expires_on: "2027-03-10" });
  const known = async () => (await desk.sql<{ known: boolean }>("select kyc_approved_at is not null as known from identity.members where email = $1", [who.email]))[0]?.known;
  await desk.clock("2027-03-10T23:59:00Z");
  expect(await desk.job("worker_kyc_expire")).toEqual({ ended: 0 });
  expect(await known()).toBe(true);
  await desk.clock("2027-03-11T00:00:00Z");
  expect(await Promise.all([desk.job("worker_kyc_expire"), desk.job("worker_kyc_expire")]).then((both) => both.map(({ ended }) => ended as number).sort())).toEqual([0, 1]);
  expect(await desk.job("worker_kyc_expire")).toEqual({ ended: 0 });
  expect([await checks.state(who), await known()]).toEqual(["expired", false]);
  expect(await mails(who.email, "kyc_expired")).toHaveLength(1);
  expect(await contextOf(checks.submit(who))).toBe("expired");
  await checks.document(who, { kind: "passport", expires_on: "2037-03-10" });
  const again = await checks.submit(who);
  await checks.review(operations, again.kyc as string);
  await desk.decide(finance, again.request as string);
  expect([await checks.state(who), await known()]).toEqual(["approved", true]);
});

test("the sign-on bonus is set free with the approval, whether it was posted and held or still waits", async () => {
  await desk.set({ bonus_held_until_kyc: "true" });
  await desk.fund("promo", "USD", "1000.00", await desk.method(), operations, finance);
  const bonus = async (who: { token: string }) => (await desk.ask("member_wallets", { token: who.token })).wallets.find(({ kind }: { kind: string }) => kind === "INTEREST");
  const early = await person();
  await desk.settle();
  expect(await bonus(early)).toMatchObject({ balance: "10.00", held: "10.00" });
  const late = await person();
  await checks.approved(late, operations, finance);
  await desk.settle();
  expect(await bonus(late)).toMatchObject({ balance: "10.00", held: "0.00" });
  expect(await bonus(early)).toMatchObject({ balance: "10.00", held: "10.00" });
  await checks.approved(early, operations, finance);
  expect(await bonus(early)).toMatchObject({ balance: "10.00", held: "0.00", available: "10.00" });
  await desk.set({ bonus_held_until_kyc: "false" });
});
