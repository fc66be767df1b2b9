/** An approved check is renewed before its document ends, and stands meanwhile; members are told in time (spec 5.2). */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";
import { identityChecks, macOf } from "./support/identity-check";

let database: TestDatabase;
let desk: Desk;
let checks: ReturnType<typeof identityChecks>;
let operations: { token: string; email: string };
let finance: { token: string; email: string };
let made = 0;

type Person = { token: string; email: string; id: string };
const ends = "2027-04-15";

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

/** Approved on the first of March with a passport that ends on the fifteenth of April. */
async function known(language = "en"): Promise<Person> {
  await desk.clock("2027-03-01T12:00:00Z");
  const who = await desk.member(`keeper${(made += 1)}`);
  await checks.document(who, { kind: "passport", expires_on: ends });
  await checks.approved(who, operations, finance);
  await checks.profile(who, { language });
  return who;
}
const noon = (on: string) => desk.clock(`${on}T12:00:00Z`);
const passport = (who: Person, change: Record<string, unknown> = {}) => checks.document(who, { kind: "passport", expires_on: "2037-04-15", ...change });
const look = (who: Person) => desk.ask("member_kyc", { token: who.token });
const stands = async (who: Person) => (await desk.sql<{ known: boolean }>("select kyc_approved_at is not null as known from identity.members where email = $1", [who.email]))[0]?.known;
const mails = (who: Person, template: string) => desk.sql<{ language: string; props: Record<string, string> }>("select language, props from outbox.mails where to_email = $1 and template = $2 order by created_at", [who.email, template]);
async function waiting(who: Person): Promise<{ kyc: string; request: string }> {
  const [row] = await desk.sql<{ kyc: string; request: string }>("select k.id as kyc, r.id as request from compliance.kyc k join identity.members m on m.id = k.member_id join approval.requests r on r.subject_id = k.id and r.state = 'pending' where m.email = $1", [who.email]);
  if (!row) throw new Error("nothing waits");
  return row;
}

test("a member is told 30 and 7 days before, once each, in the member's language, by mail and in the portal", async () => {
  const who = await known("hi");
  const told = async (on: string) => {
    await noon(on);
    await Promise.all([desk.job("worker_kyc_remind"), desk.job("worker_kyc_remind")]);
    await desk.job("worker_kyc_remind");
    return (await mails(who, "kyc_ending")).length;
  };
  expect([await told("2027-03-15"), await told("2027-03-16"), await told("2027-03-17"), await told("2027-04-07"), await told("2027-04-08"), await told("2027-04-09"), await told(ends), await told("2027-04-16")]).toEqual([0, 1, 1, 1, 2, 2, 2, 2]);
  expect(await mails(who, "kyc_ending")).toMatchObject([{ language: "hi", props: { expires_on: ends } }, { language: "hi", props: { expires_on: ends } }]);
  const notices = (await desk.ask("member_notices", { token: who.token, kind: "kyc", cursor: null, limit: 50 })).items as { template: string }[];
  expect(notices.filter(({ template }) => template === "kyc_ending")).toHaveLength(2);
});

test("who was approved a few days before the end is told once, and who has sent a new document or closed the account is not told", async () => {
  const [late, sent, gone] = [await known(), await known(), await known()];
  await noon("2027-03-20");
  await passport(sent);
  await desk.sql("update identity.members set status = 'closed', closed_at = now() where email = $1", [gone.email]);
  await noon("2027-04-10");
  await desk.job("worker_kyc_remind");
  expect([(await mails(late, "kyc_ending")).length, (await mails(sent, "kyc_ending")).length, (await mails(gone, "kyc_ending")).length]).toEqual([1, 0, 0]);
});

test("a new document takes the place of the old one when it is approved, and the check stands all the time", async () => {
  const who = await known();
  const since = (await desk.sql<{ at: Date }>("select kyc_approved_at as at from identity.members where email = $1", [who.email]))[0]?.at;
  await noon("2027-03-16");
  expect(await look(who)).toMatchObject({ state: "approved", renewable: ["passport"], renewal: null });
  const key = randomUUID();
  const form = { key, number_index: macOf("new"), sha256: macOf("new file") };
  const { document } = await passport(who, form);
  expect((await passport(who, form)).document).toBe(document);
  const { kyc, request } = await waiting(who);
  expect(await look(who)).toMatchObject({ state: "approved", expires_on: ends, renewable: [], renewal: { state: "submitted", document: { id: document, kind: "passport" } } });
  expect((await look(who)).documents.map(({ id }: { id: string }) => id)).not.toContain(document);
  expect(await stands(who)).toBe(true);
  expect((await desk.decide(finance, request).catch(refusalOf))).toMatchObject({ code: "kyc_incomplete", params: { context: "review" } });
  await checks.review(operations, kyc);
  expect(await refused(checks.review(await desk.staff("operations"), kyc))).toBe("already_decided");
  expect((await desk.ask("staff_request", { token: finance.token, request })).evidence).toMatchObject({ reviewer: operations.email.split("@")[0], kyc: { state: "approved", renewal: { state: "in_review" } } });
  await desk.decide(finance, request);
  const after = await look(who);
  expect(after).toMatchObject({ state: "approved", expires_on: "2037-04-15", renewal: null, renewable: [] });
  expect(after.documents.filter(({ kind }: { kind: string }) => kind === "passport").map(({ id }: { id: string }) => id)).toEqual([document]);
  expect((await desk.sql<{ at: Date }>("select kyc_approved_at as at from identity.members where email = $1", [who.email]))[0]?.at).toEqual(since);
  expect(await mails(who, "kyc_approved")).toMatchObject([{ props: { expires_on: ends } }, { props: { expires_on: "2037-04-15" } }]);
  await noon("2027-04-16");
  await desk.job("worker_kyc_expire");
  expect(await checks.state(who)).toBe("approved");
});

test("rejected, the check stands as it stood; the member reads why and sends another one", async () => {
  const who = await known();
  for (const [on, reason] of [["2027-03-20", "The page is cut off."], ["2027-03-22", "Still cut off."]] as const) {
    await noon(on);
    await passport(who);
    await desk.decide(finance, (await waiting(who)).request, "reject", { note: reason });
    expect(await look(who)).toMatchObject({ state: "approved", expires_on: ends, reason, renewal: null, renewable: ["passport"] });
  }
  expect(await stands(who)).toBe(true);
  expect((await mails(who, "kyc_rejected")).map(({ props }) => [props.reason, props.expires_on])).toEqual([["The page is cut off.", ends], ["Still cut off.", ends]]);
  await passport(who);
  expect(await look(who)).toMatchObject({ reason: null, renewal: { state: "submitted" } });
});

test("nothing else of an approved check changes: not earlier, not another kind, not for a shorter time, not twice, not with somebody's number", async () => {
  const [who, other] = [await known(), await known()];
  await noon("2027-03-15");
  expect(await refused(passport(who))).toBe("kyc_locked");
  await noon("2027-03-16");
  expect(await refused(checks.document(who))).toBe("kyc_locked");
  expect(await passport(who, { expires_on: ends }).catch(refusalOf)).toMatchObject({ code: "renewal_not_longer", field: "expires_on" });
  const number_index = macOf("shared");
  await passport(other, { number_index });
  expect(await refused(passport(who, { number_index }))).toBe("document_taken");
  const { document } = await passport(who);
  expect(await refused(passport(who))).toBe("kyc_locked");
  expect(await refused(desk.ask("member_kyc_document_remove", { token: who.token, document, key: randomUUID() }))).toBe("kyc_locked");
});

test("the old document ends while the new one is looked at: nothing can be changed meanwhile, and the approval opens everything again", async () => {
  const who = await known();
  await noon("2027-04-14");
  await passport(who);
  const { kyc, request } = await waiting(who);
  await noon("2027-04-16");
  await desk.job("worker_kyc_expire");
  expect([await checks.state(who), await stands(who)]).toEqual(["expired", false]);
  expect(await look(who)).toMatchObject({ renewal: { state: "submitted" } });
  expect([await refused(checks.document(who)), await refused(checks.submit(who))]).toEqual(["kyc_locked", "kyc_locked"]);
  await checks.review(operations, kyc);
  await desk.decide(finance, request);
  expect([await checks.state(who), await stands(who)]).toEqual(["approved", true]);
});

test("several new documents at once are one, and so are two decisions", async () => {
  const second = await desk.staff("finance");
  for (let round = 0; round < 5; round += 1) {
    const who = await known();
    await noon("2027-03-20");
    expect(tally(words(await together(...[0, 1, 2].map(() => () => passport(who)))))).toEqual({ accepted: 1, kyc_locked: 2 });
    const { kyc, request } = await waiting(who);
    await checks.review(operations, kyc);
    const outcomes = words(await together<unknown>(() => desk.decide(finance, request), () => desk.decide(second, request, "reject"), () => desk.job("worker_kyc_expire")));
    expect(outcomes.slice(0, 2).filter((word) => word === "accepted")).toHaveLength(1);
    expect(await look(who)).toMatchObject({ state: "approved", renewal: null, expires_on: outcomes[0] === "accepted" ? "2037-04-15" : ends });
  }
});
