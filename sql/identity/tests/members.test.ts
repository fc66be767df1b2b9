/** Becoming a member, sessions that end, and counters that hold under a crowd (spec 5.1), straight at the desk. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken, openDesk, refused, type Desk } from "../../tests/support/builders";
import { contents } from "../../tests/support/contents";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let mobiles = 5_550_100_000;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 12);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const proven = async (email: string) => (await desk.signIn(email)).token;
const form = (token: string, change: Record<string, unknown> = {}) => {
  mobiles += 1;
  return { token, new_token: newToken(), first_name: "Ann", last_name: "Test", mobile: `+1${mobiles}`, username: null, referral: null, of_age: true, terms_version: "2026-11", language: "en", timezone: "Asia/Kolkata", ...change };
};
const signUp = (token: string, change: Record<string, unknown> = {}) => desk.ask("auth_sign_up", form(token, change));
const count = async (text: string, values: unknown[] = []): Promise<string> => (await desk.sql<{ n: string }>(`select count(*)::text as n from ${text}`, values))[0]?.n ?? "";

test("every refusal of signing up is at its field, writes nothing and keeps the proven email", async () => {
  const first = await desk.member("first");
  await desk.sql("update identity.members set username = 'first_one', mobile = '+15550000001' where email = $1", [first.email]);
  const token = await proven("second@members.test");
  const before = await contents(desk);
  const cases: [Record<string, unknown>, string][] = [
    [{ first_name: " " }, "invalid_input"], [{ first_name: "x".repeat(81) }, "invalid_input"], [{ first_name: "a\u0007b" }, "invalid_input"], [{ last_name: null }, "invalid_input"],
    [{ mobile: "12345" }, "invalid_input"], [{ mobile: null }, "invalid_input"], [{ mobile: "+0123456789" }, "invalid_input"], [{ mobile: "+1555000000112345" }, "invalid_input"], [{ mobile: "+١٢٣٤٥٦٧٨" }, "invalid_input"],
    [{ username: "ab" }, "invalid_input"], [{ username: "1abc" }, "invalid_input"], [{ username: "a".repeat(16) }, "invalid_input"], [{ username: "a b" }, "invalid_input"],
    [{ of_age: false }, "under_age"], [{ of_age: null }, "under_age"], [{ terms_version: "2025-01" }, "terms_changed"], [{ terms_version: null }, "terms_changed"],
    [{ referral: "NOBODY22" }, "unknown_referral"], [{ referral: "'; --" }, "unknown_referral"], [{ referral: "me_myself", username: "me_myself" }, "self_referral"],
    [{ mobile: "+1 (555) 000-0001" }, "mobile_taken"], [{ username: "First_One" }, "username_taken"],
  ];
  for (const [change, code] of cases) expect([change, await refused(signUp(token, change))]).toEqual([change, code]);
  expect(await contents(desk)).toEqual(before);
  expect((await signUp(token, { username: "Second_One", referral: "first_one" })).referral_code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
  expect((await desk.sql<{ referrer: string }>("select m.email as referrer from referral.referrals r join identity.members m on m.id = r.referrer_id join identity.members d on d.id = r.referred_id where d.email = 'second@members.test'"))[0]?.referrer).toBe(first.email);
});

test("a referral code works in any case and with blanks around it", async () => {
  const first = await desk.member("referrer");
  for (const [n, code] of [first.code, first.code.toLowerCase(), `  ${first.code} `].entries()) await signUp(await proven(`referred${n}@members.test`), { referral: code });
  expect(await count("referral.referrals where referrer_id = (select id from identity.members where email = $1)", [first.email])).toBe("3");
});

test("a referral is fixed, nobody refers themselves, and nobody is referred twice", async () => {
  const [id] = await desk.sql<{ id: string }>("select id::text from identity.members limit 1");
  expect(await refused(desk.sql("select referral.attach($1, $1, now())", [id?.id]))).toBe("self_referral");
  await expect(desk.sql("insert into referral.referrals values ($1, $1, now())", [id?.id])).rejects.toMatchObject({ constraint: "nobody_refers_themselves" });
  await expect(desk.sql("insert into referral.referrals select referred_id, $1, now() from referral.referrals where referrer_id <> $1 and referred_id <> $1 limit 1", [id?.id])).rejects.toMatchObject({ code: "23505" });
});

test("one proven email sent ten times at once makes one member and one bonus", async () => {
  const token = await proven("hurry@members.test");
  const body = form(token);
  const outcomes = await together(...Array.from({ length: 10 }, () => () => desk.ask("auth_sign_up", body)));
  expect(outcomes.filter(({ refused: code }) => code === null)).toHaveLength(1);
  expect(words(outcomes).filter((word) => !["accepted", "signed_out"].includes(word))).toEqual([]);
  expect(await count("identity.members where email = 'hurry@members.test'")).toBe("1");
  expect(await count("treasury.items i join ledger.accounts a on a.id = i.credit_account_id join identity.members m on m.id = a.member_id where i.journal_kind = 'bonus' and m.email = 'hurry@members.test'")).toBe("1");
});

test("two people who want one mobile and one username at the same moment: one gets it, the other is told which", async () => {
  for (let round = 0; round < 4; round += 1) {
    const tokens = await Promise.all([0, 1].map((n) => proven(`twin${round}-${n}@members.test`)));
    const mobile = `+1777${String(round).padStart(7, "0")}`;
    const byMobile = await together(...tokens.map((token) => () => signUp(token, { mobile })));
    expect(words(byMobile).sort()).toEqual(["accepted", "mobile_taken"]);
    const others = await Promise.all([2, 3].map((n) => proven(`twin${round}-${n}@members.test`)));
    const byName = await together(...others.map((token) => () => signUp(token, { username: `wanted_${round}` })));
    expect(words(byName).sort()).toEqual(["accepted", "username_taken"]);
  }
});

test("an email that became a member meanwhile is taken", async () => {
  const [one, two] = [await proven("same@members.test"), await proven("same@members.test").catch(async () => {
    await desk.sql("update identity.challenges set created_at = created_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes'");
    return proven("same@members.test");
  })];
  await signUp(one);
  expect(await refused(signUp(two))).toBe("email_taken");
});

test("the sign-on bonus waits for its treasury, is paid once, and held until KYC where the operator says so", async () => {
  const finance = await desk.staff("finance");
  const [method, operations] = [await desk.method(), await desk.staff("operations")];
  const bonus = async (who: { token: string }) => ((await desk.ask("member_wallets", { token: who.token })).wallets as { kind: string; balance: string; available: string }[]).find(({ kind }) => kind === "INTEREST");
  const waits = await desk.member("waits");
  expect(await bonus(waits)).toMatchObject({ balance: "0.00" });
  await desk.fund("promo", "USD", "1000.00", method, operations, finance);
  expect(await bonus(waits)).toMatchObject({ balance: "10.00", available: "10.00" });
  await desk.set({ bonus_held_until_kyc: "true" });
  const held = await desk.member("held");
  await desk.settle();
  expect(await bonus(held)).toMatchObject({ balance: "10.00", available: "0.00" });
  await desk.set({ bonus_held_until_kyc: "false", sign_on_bonus: "0" });
  const none = await desk.member("none");
  await desk.settle();
  expect(await bonus(none)).toMatchObject({ balance: "0.00" });
  expect(await count("treasury.items i join ledger.accounts a on a.id = i.credit_account_id join identity.staff s on s.member_id = a.member_id where i.journal_kind = 'bonus'")).toBe("0");
});

const age = (token: string, change: string) => desk.sql(`update identity.sessions set ${change} where token_hash = sha256($1)`, [Buffer.from(token)]);
const alive = async (token: string, staff = false): Promise<string> => desk.ask(staff ? "staff_frame" : "member_frame", { token }).then(() => "alive", async (error: { message: string }) => error.message);

test.each([["member", "29 minutes 55 seconds", "alive"], ["member", "30 minutes", "signed_out"], ["staff", "14 minutes 55 seconds", "alive"], ["staff", "15 minutes", "signed_out"]])("a %s's session that was idle for %s is %s", async (kind, idle, expected) => {
  const { token } = kind === "staff" ? await desk.staff("support") : await desk.member(`idle-${randomUUID().slice(0, 8)}`);
  await age(token, `seen_at = clock_timestamp() - interval '${idle}'`);
  expect(await alive(token, kind === "staff")).toBe(expected);
});

test("sessions end twelve and eight hours after they began, however busy they are", async () => {
  const member = await desk.member("long");
  const staff = await desk.staff("support");
  const rows = await desk.sql<{ audience: string; lives: string }>("select audience, (expires_at - created_at)::text as lives from identity.sessions where token_hash in (sha256($1), sha256($2)) order by 1", [Buffer.from(member.token), Buffer.from(staff.token)]);
  expect(rows.map(({ audience, lives }) => `${audience} ${lives.slice(0, 5)}`)).toEqual(["member 12:00", "staff 08:00"]);
  await age(member.token, "expires_at = clock_timestamp()");
  expect(await alive(member.token)).toBe("signed_out");
});

test("being busy is noted at most once a minute", async () => {
  const { token } = await desk.member("busy");
  const seen = async () => (await desk.sql<{ at: string }>("select seen_at::text as at from identity.sessions where token_hash = sha256($1)", [Buffer.from(token)]))[0]?.at;
  const first = await seen();
  await alive(token);
  expect(await seen()).toBe(first);
  await age(token, "seen_at = clock_timestamp() - interval '61 seconds'");
  await alive(token);
  expect(await seen()).not.toBe(first);
});

test("ending the other sessions ends them all and keeps this one", async () => {
  const who = await desk.member("many");
  const tokens: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await desk.sql("update identity.challenges set created_at = created_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes'");
    tokens.push((await desk.signIn(who.email)).token);
  }
  expect(await desk.ask("member_sessions_revoke_others", { token: tokens[1] })).toEqual({ revoked: 3 });
  expect(await Promise.all([who.token, ...tokens].map((token) => alive(token)))).toEqual(["signed_out", "signed_out", "alive", "signed_out"]);
});

test("staff get a new session with the second step, and the first one ends", async () => {
  const staff = await desk.staff("support");
  const rows = await desk.sql<{ assurance: number; live: boolean }>("select s.assurance, s.revoked_at is null as live from identity.sessions s join identity.staff p on p.id = s.actor_id where s.audience = 'staff' and p.email = $1 order by s.created_at", [staff.email]);
  expect(rows).toEqual([{ assurance: 1, live: false }, { assurance: 2, live: true }]);
});

test("of fifty tickets asked for at once as many are given as there are, and counting survives refusals", async () => {
  const subject = randomUUID();
  const take = async () => ((await desk.sql<{ wait: number | null }>("select identity.take_ticket('test', $1, 7, interval '1 minute') as wait", [subject]))[0]?.wait === null ? "given" : "wait");
  expect(tally(await Promise.all(Array.from({ length: 50 }, take)))).toEqual({ given: 7, wait: 43 });
  await desk.sql("update identity.rate_counters set started_at = started_at - interval '61 seconds' where bucket = 'test'");
  expect(tally(await Promise.all(Array.from({ length: 10 }, take)))).toEqual({ given: 7, wait: 3 });
});

test("a hundred posts a minute from one address and from one session, and it says how long to wait", async () => {
  const ip = `198.51.100.${Math.floor(Math.random() * 250)}`;
  const admit = (from: string, token: string | null) => desk.ask("public_admit", { ip: from, token });
  const byAddress = await Promise.all(Array.from({ length: 104 }, () => admit(ip, null)));
  expect(tally(byAddress.map((answer) => (answer.ok ? "ok" : (answer.refused as string))))).toEqual({ ok: 100, rate_limited: 4 });
  expect(byAddress.filter(({ refused: code }) => code).every(({ retry_after: wait }) => wait >= 1 && wait <= 60)).toBe(true);
  const { token } = await desk.member("poster");
  const bySession = await Promise.all(Array.from({ length: 104 }, () => admit(randomUUID(), token)));
  expect(tally(bySession.map((answer) => (answer.ok ? "ok" : (answer.refused as string))))).toEqual({ ok: 100, rate_limited: 4 });
});

test("codes are asked for five times a minute, per address and per email", async () => {
  const begin = (email: string, ip: string) => desk.ask("auth_begin", { challenge: randomUUID(), email, mac: "a".repeat(64), sealed_code: "x", browser: `browser-${randomUUID()}`, ip, language: "en" });
  const ip = randomUUID();
  const byAddress = await Promise.all(Array.from({ length: 8 }, (_, n) => begin(`a${n}@limits.test`, ip)));
  expect(tally(byAddress.map((answer) => answer.refused ?? "sent"))).toEqual({ sent: 5, rate_limited: 3 });
  const byEmail = await Promise.all(Array.from({ length: 8 }, () => begin("one@limits.test", randomUUID())));
  expect(tally(byEmail.map((answer) => answer.refused ?? "sent"))).toEqual({ sent: 5, rate_limited: 3 });
});

test("what a person types as an email is one, or nothing is sent", async () => {
  const begin = (email: string | null) => refused(desk.ask("auth_begin", { challenge: randomUUID(), email, mac: "a".repeat(64), sealed_code: "x", browser: `browser-${randomUUID()}`, ip: randomUUID(), language: "en" }));
  for (const email of [null, "", "a", "a@", "@b.c", "a b@c.de", "a@b", "a@b..c", "a@-b.cd", "a@b.c\nBcc: d@e.fg", "a@b.cd,e@f.gh", `${"a".repeat(65)}@b.cd`, `a@${"b".repeat(64)}.cd`, "a@b.cd>", "ä@b.cd"]) expect([email, await begin(email)]).toEqual([email, "invalid_input"]);
  expect(await count("outbox.mails where to_email like '%,%' or to_email like '%' || chr(10) || '%'")).toBe("0");
});

test("mails come in the language of sign-up until the member chooses another, and no other language can be chosen", async () => {
  const token = await proven("lingua@members.test");
  const session = form(token, { language: "es" });
  await desk.ask("auth_sign_up", session);
  const languages = async () => (await desk.sql<{ said: string }>("select string_agg(template || ' ' || language, ', ' order by id) as said from outbox.mails where to_email = $1 and template <> 'login_code'", ["lingua@members.test"]))[0]?.said;
  expect(await languages()).toBe("welcome es");
  expect((await desk.ask("member_frame", { token: session.new_token })).member).toMatchObject({ language: "es" });

  for (const language of ["fr", "", "EN", "es-MX", null]) expect(await refused(desk.ask("member_language", { token: session.new_token, language }))).toBe("invalid_input");
  await desk.ask("member_language", { token: session.new_token, language: "hi" });
  expect((await desk.ask("member_frame", { token: session.new_token })).member).toMatchObject({ language: "hi" });
  await desk.code(session.new_token, "destination", "destination|BANK|x", "");
  expect(await languages()).toBe("welcome es, step_up_code hi");

  const staff = await desk.staff("support");
  expect(await refused(desk.ask("member_language", { token: staff.token, language: "es" })), "staff are no members").toBe("not_permitted");
  expect(await refused(desk.ask("staff_language", { token: session.new_token, language: "es" })), "members are no staff").toBe("not_permitted");
});

test("staff choose a language, and everything that is mailed to them comes in it; who has not chosen reads English", async () => {
  const [chooses, silent] = [await desk.staff("support"), await desk.staff("support")];
  for (const language of ["fr", "", "EN", null]) expect(await refused(desk.ask("staff_language", { token: chooses.token, language }))).toBe("invalid_input");
  await desk.ask("staff_language", { token: chooses.token, language: "hi" });
  await desk.sql("select outbox.mail_permitted('messages.write', 'admin_message', '{}', 'languages')");
  const told = await desk.sql<{ token: string; language: string }>(
    "select t.token, m.language from unnest($1::text[]) t (token) join identity.sessions n on n.token_hash = sha256(convert_to(t.token, 'UTF8')) join identity.staff s on s.id = n.actor_id join outbox.mails m on m.dedupe_key = 'languages:' || s.id", [[chooses.token, silent.token]]);
  expect(new Map(told.map(({ token, language }) => [token, language]))).toEqual(new Map([[chooses.token, "hi"], [silent.token, "en"]]));
});
