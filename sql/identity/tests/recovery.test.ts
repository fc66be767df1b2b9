/**
 * A member who has lost the mailbox or the authenticator is let back in by staff (spec 5.1): after an identity check, by two people, once
 * the new mailbox is proven; the old address can stop it, and take it back.
 */
import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words as outcomes } from "../../tests/support/race";

type Member = Awaited<ReturnType<Desk["member"]>>;
type Staff = Awaited<ReturnType<Desk["staff"]>>;
type Asked = { request: string; proof: string; undo: string; email: string };

let database: TestDatabase;
let desk: Desk;
let operations: Staff;
let finance: Staff;
let second: Staff;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.set({ otp_per_minute: "1000", security_cooling_hours: "24" });
  [operations, finance, second] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance")];
}, 60_000);
afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** A member whose identity is approved. */
async function known(): Promise<Member> {
  const who = await desk.member(`lost-${(count += 1)}`);
  await desk.sql("update identity.members set kyc_approved_at = now() where public_id = $1", [who.id]);
  return who;
}

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

async function ask(who: { id: string }, more: Record<string, unknown> = {}, by: { token: string } = operations): Promise<Asked> {
  const email = `found-${(count += 1)}@members.test`;
  const [proof, undo] = [newToken(), newToken()];
  const answer = await desk.ask("staff_recovery_begin", { token: by.token, member: who.id, email, drop_authenticator: false, note: "Seen on video with the passport.", words_hash: sha(proof), sealed_words: "sealed", undo_hash: sha(undo), sealed_undo: "sealed", key: randomUUID(), ...more });
  return { request: answer.request as string, proof, undo, email: (more.email as string | undefined) ?? email };
}
const why = (promise: Promise<unknown>) => refused(promise);
const prove = async (asked: Asked) => (await desk.ask("auth_recovery_prove", { words: asked.proof })).outcome as string;
const undo = async (asked: Asked) => (await desk.ask("auth_email_undo", { undo: asked.undo })).outcome as string;
const emailOf = async (who: { id: string }) => (await desk.sql<{ email: string }>("select email from identity.members where public_id = $1", [who.id]))[0]?.email;
const told = async (email: string) => (await desk.sql<{ template: string }>("select template from outbox.mails where to_email = $1 order by created_at, id", [email])).map(({ template }) => template);
const hasAuthenticator = (who: { id: string }) => desk.sql("insert into identity.authenticators (id, actor_id, session_id, sealed, witness_hash, confirmed_at) select gen_random_uuid(), m.id, gen_random_uuid(), repeat('x', 80), sha256('w'), now() from identity.members m where m.public_id = $1 returning id", [who.id]);
const inUse = async (who: { id: string }) => (await desk.sql("select from identity.authenticators a join identity.members m on m.id = a.actor_id where m.public_id = $1 and a.removed_at is null", [who.id])).length;

test("from the question to the new address: proven, two people, every session ends, withdrawals pause, and it can be taken back", async () => {
  const who = await known();
  const asked = await ask(who);
  expect(await told(asked.email)).toEqual(["recovery_confirm"]);
  expect((await told(who.email)).at(-1)).toBe("recovery_asked");
  const evidence = (await desk.ask("staff_request", { token: finance.token, request: asked.request })).evidence as { recovery: Record<string, unknown> };
  expect(evidence.recovery).toMatchObject({ old_email: who.email, new_email: asked.email, drop_authenticator: false, proven_at: null, note: "Seen on video with the passport." });
  await desk.decide(finance, asked.request);
  // The first approval counts; without the mailbox the second has no effect, and nothing of it stays.
  expect(await why(desk.decide(second, asked.request))).toBe("recovery_unproven");
  expect(await emailOf(who)).toBe(who.email);
  expect(await prove(asked)).toBe("proven");
  expect(await prove(asked)).toBe("proven");
  await desk.decide(second, asked.request);
  expect(await emailOf(who)).toBe(asked.email);
  expect(await why(desk.ask("member_frame", { token: who.token }))).toBe("signed_out");
  expect(await desk.sql("select from identity.members where public_id = $1 and withdrawals_from > core.business_now() + interval '23 hours'", [who.id])).toHaveLength(1);
  expect(await told(asked.email)).toEqual(["recovery_confirm", "email_set"]);
  expect((await told(who.email)).at(-1)).toBe("email_changed");
  // Nobody else can have the old one now; who has it takes it back, once.
  expect(await why(ask(await known(), { email: who.email }))).toBe("email_taken");
  expect(await undo(asked)).toBe("undone");
  expect(await undo(asked)).toBe("used");
  expect(await emailOf(who)).toBe(who.email);
});

test("the old mailbox stops it before it is approved: the words of the new one are worth nothing then", async () => {
  const who = await known();
  const asked = await ask(who);
  expect(await desk.ask("auth_email_undo_look", { undo: asked.undo })).toEqual({ state: "asked", old_email: who.email, new_email: asked.email });
  expect(await undo(asked)).toBe("stopped");
  expect(await undo(asked)).toBe("stopped");
  expect(await desk.ask("auth_email_undo_look", { undo: asked.undo })).toEqual({ state: "stopped" });
  expect(await prove(asked)).toBe("ended");
  expect(await why(desk.decide(finance, asked.request))).toBe("already_decided");
  expect(await emailOf(who)).toBe(who.email);
});

test("a lost authenticator goes out of use with the passkeys that lay on the same phone, the address stays, and the mailbox is proven all the same", async () => {
  const who = await known();
  await hasAuthenticator(who);
  await desk.sql("insert into identity.passkeys (actor_id, credential_id, public_key, name) select m.id, sha256('lost'), repeat('k', 77)::bytea, 'Phone' from identity.members m where m.public_id = $1", [who.id]);
  const asked = await ask(who, { email: "", drop_authenticator: true });
  expect((await told(who.email)).at(-1)).toBe("recovery_confirm");
  await desk.decide(finance, asked.request);
  expect(await why(desk.decide(second, asked.request))).toBe("recovery_unproven");
  await prove(asked);
  await desk.decide(second, asked.request);
  expect(await inUse(who)).toBe(0);
  expect(await desk.sql("select p.name, p.removed_at is null as used from identity.passkeys p join identity.members m on m.id = p.actor_id where m.public_id = $1", [who.id])).toEqual([{ name: "Removed", used: false }]);
  expect(await emailOf(who)).toBe(who.email);
  expect((await told(who.email)).at(-1)).toBe("security_changed");
  expect(await undo(asked)).toBe("expired");
});

test("who is not known, what changes nothing and what is somebody else's is refused, by name and field", async () => {
  const who = await known();
  const stranger = await desk.member("stranger");
  expect(await why(ask(stranger))).toBe("member_unverified");
  for (const by of [finance, await desk.staff("support"), await desk.staff("auditor")]) expect(await why(ask(who, {}, by))).toBe("not_permitted");
  expect(await why(ask(who, { note: "  " }))).toBe("note_required");
  expect(await why(ask(who, { email: who.email }))).toBe("invalid_input");
  expect(await why(ask(who, { email: "no address" }))).toBe("invalid_input");
  expect(await why(ask(who, { drop_authenticator: true }))).toBe("invalid_input");
  expect(await why(ask(who, { words_hash: "x" }))).toBe("invalid_input");
  expect(await why(ask(who, { email: stranger.email }))).toBe("email_taken");
  expect(await why(ask(who, { email: finance.email }))).toBe("email_taken");
  expect(await why(ask({ id: randomUUID() }))).toBe("not_found");
  expect(await desk.ask("auth_recovery_look", { words: newToken() })).toEqual({ state: "unknown" });
  const asked = await ask(who);
  expect(await why(ask(who))).toBe("already_open");
  await desk.ask("staff_cancel_request", { token: operations.token, request: asked.request, key: randomUUID() });
  await ask(who);
  await desk.sql("update identity.members set status = 'closed', closed_at = now() where public_id = $1", [stranger.id]);
  expect(await why(ask(stranger))).toBe("not_found");
});

test("the maker and one person alone do not decide; the second approval carries out what was signed", async () => {
  const who = await known();
  const asked = await ask(who);
  await prove(asked);
  await desk.decide(finance, asked.request);
  expect(await why(desk.decide(finance, asked.request))).toBe("same_person");
  await desk.sql("update identity.recoveries set new_email = 'thief@members.test' where words_hash = decode($1, 'hex')", [sha(asked.proof)]);
  await expect(desk.decide(second, asked.request)).rejects.toThrow(/other addresses than those that were signed/);
  expect(await emailOf(who)).toBe(who.email);
});

test("stopped and approved at once, ten times: it is stopped and nothing changed, or done and taken back", async () => {
  const ends: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const who = await known();
    const asked = await ask(who);
    await prove(asked);
    await desk.decide(finance, asked.request);
    const [approved, stopped] = outcomes(await together<unknown>(() => desk.decide(second, asked.request), () => undo(asked)));
    ends.push(approved ?? "");
    expect(stopped).toBe("accepted");
    // Whoever came first, the old address is the member's in the end, for who asks for it again.
    await undo(asked);
    expect(await emailOf(who)).toBe(who.email);
    const [request] = await desk.sql<{ state: string }>("select state from approval.requests where id = $1", [asked.request]);
    expect(request?.state).toBe(approved === "accepted" ? "approved" : "cancelled");
  }
  expect(Object.keys(tally(ends)).every((end) => ["accepted", "already_decided"].includes(end))).toBe(true);
});

test("two members are never let back in with one address", async () => {
  const [ann, bo] = [await known(), await known()];
  const email = "both@members.test";
  const asked = [await ask(ann, { email }), await ask(bo, { email })];
  for (const one of asked) {
    await prove(one);
    await desk.decide(finance, one.request);
  }
  const ended = outcomes(await together(...asked.map((one) => () => desk.decide(second, one.request))));
  expect(tally(ended)).toEqual({ accepted: 1, email_taken: 1 });
  expect([await emailOf(ann), await emailOf(bo)].filter((one) => one === email)).toHaveLength(1);
});

test("nothing of it names a member whose data was taken out", async () => {
  const who = await known();
  const asked = await ask(who, { note: "Canarina on video" });
  await prove(asked);
  await desk.decide(finance, asked.request);
  await desk.decide(second, asked.request);
  await desk.sql("update identity.members set status = 'closed', closed_at = now() where public_id = $1", [who.id]);
  await desk.sql("select identity.forget(id, now()) from identity.members where public_id = $1", [who.id]);
  for (const table of ["identity.recoveries", "identity.email_changes", "identity.challenges", "identity.members", "approval.requests"]) {
    expect([table, await desk.sql(`select from ${table} t where t::text ilike '%canarina%' or t::text like $1 or t::text like $2`, [`%${who.email}%`, `%${asked.email}%`])]).toEqual([table, []]);
  }
});
