/**
 * Nobody signs in without the mailbox. The attacks published against remix-auth-totp, and their neighbours, through the real pages against
 * a real database: email swap, guessing, replay, another browser, another purpose.
 */
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSealedCode } from "../../../app/auth/code.server";
import { readToken } from "../../../app/auth/session.server";
import { closeDatabase, useDatabase } from "../../../app/db/db.server";
import { memberSessions } from "../../../app/db/identity.server";
import { memberFrame } from "../../../app/db/ledger.server";
import { staffFrame } from "../../../app/db/office.server";
import { action as loginAction } from "../../../app/routes/_auth+/login";
import { action as codeAction } from "../../../app/routes/_auth+/login_.code";
import { action as staffAction } from "../../../app/routes/_auth+/login_.staff";
import { action as logoutAction } from "../../../app/routes/_auth+/logout";
import { action as signUpAction } from "../../../app/routes/_auth+/sign-up";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { Browser, type Answer } from "./browser";

const ann = "ann@example.test";
const bo = "bo@example.test";
const fin = "fin@example.test";

let database: TestDatabase;
let db: pg.Client;

beforeAll(async () => {
  process.env.SESSION_SECRETS = "a secret of the login tests that is long enough";
  process.env.PUBLIC_URL = "http://localhost:3000";
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  await useDatabase({ url: database.url("coffer_web"), connections: 10 });
  for (const [email, name, mobile, code] of [[ann, "Ann", "+15550000001", "ANNANN22"], [bo, "Bo", "+15550000002", "BQBQBQ22"]]) {
    await db.query("insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, $2, 'Test', $3, $4, '1', now(), now())", [email, name, mobile, code]);
  }
  await db.query("insert into identity.staff (email, name, role, created_at) values ($1, 'Fin', 'finance', now())", [fin]);
});

afterAll(async () => {
  await closeDatabase();
  await db.end();
  await database.drop();
});

beforeEach(async () => {
  await db.query("delete from identity.rate_counters");
  await db.query("update identity.challenges set invalidated_at = now() where used_at is null and invalidated_at is null");
});

/** The code in the newest mail to an address, as the person would read it. */
async function mailedCode(email: string): Promise<string> {
  const { rows } = await db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where to_email = $1 and props ? 'sealed_code' order by created_at desc, id desc limit 1", [email]);
  const sealed = rows[0]?.sealed;
  if (!sealed) throw new Error(`no code was mailed to ${email}`);
  return openSealedCode(sealed);
}

const askFor = (browser: Browser, email: string, more: Record<string, string> = {}): Promise<Answer> => browser.post(loginAction, "/login", { email, ...more });
const enter = (browser: Browser, code: string, more: Record<string, string> = {}): Promise<Answer> => browser.post(codeAction, "/login/code", { code, ...more });
const wrongOf = (code: string): string => (code === "000000" ? "000001" : "000000");
const tokenOf = (browser: Browser): string | null => readToken(browser.request("/"));

async function signIn(email: string, browser = new Browser()): Promise<Browser> {
  await askFor(browser, email);
  await enter(browser, await mailedCode(email));
  return browser;
}

async function attempts(): Promise<number[]> {
  const { rows } = await db.query<{ attempts: number }>("select attempts from identity.challenges where used_at is null and invalidated_at is null order by created_at");
  return rows.map((row) => row.attempts);
}

test("the mailed code opens a session of the person whose mailbox it is", async () => {
  const browser = new Browser();
  expect(await askFor(browser, " Ann@Example.test ", { next: "/wallet" })).toMatchObject({ status: 302, location: "/login/code" });
  expect(await enter(browser, await mailedCode(ann))).toMatchObject({ status: 302, location: "/wallet" });
  expect((await memberFrame(tokenOf(browser) ?? "")).member.email).toBe(ann);
  expect([...browser.jar.keys()].sort()).toEqual(["coffer", "coffer_browser"]);
});

test("neither the code nor the token can be found in the database", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  await enter(browser, code);
  const { rows } = await db.query<{ everything: string }>(
    "select string_agg(t.x, ' ') as everything from (select c::text as x from identity.challenges c union all select s::text from identity.sessions s union all select (m.props - 'at')::text from outbox.mails m union all select j.payload::text from outbox.jobs j) t",
  );
  expect(rows[0]?.everything).not.toContain(tokenOf(browser));
  expect(rows[0]?.everything).not.toMatch(new RegExp(`(?<![0-9a-zA-Z_-])${code}(?![0-9a-zA-Z_-])`));
});

test("an email swapped in the cookie of the package signs in nobody", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  const victim = new URLSearchParams({ email: bo, totp: JSON.stringify({ jwe: "x.y.z", attempts: 0 }) });
  browser.jar.set("_totp", victim.toString());
  await enter(browser, code, { email: bo });
  expect((await memberFrame(tokenOf(browser) ?? "")).member.email).toBe(ann);
});

test("an edited challenge cookie is no challenge at all", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const sealed = browser.jar.get("coffer_challenge") ?? "";
  const forged = Buffer.from(JSON.stringify({ purpose: "login", challenge: crypto.randomUUID(), sentTo: bo, resendAt: 0, referral: null, next: null })).toString("base64url");
  for (const value of [`1.${forged}`, sealed.slice(0, -4) + "AAAA", sealed.replace("1.", "2."), "", "null"]) {
    browser.jar.set("coffer_challenge", value);
    expect(await enter(browser, await mailedCode(ann))).toMatchObject({ status: 302, location: "/login?why=lost" });
  }
  expect(tokenOf(browser)).toBeNull();
  expect(await attempts()).toEqual([0]);
});

test("of 200 wrong codes, 50 at a time, five are looked at, and then the right one is refused too", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  const seen = { wrong: 0, locked: 0, limited: 0 };
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const guesser = browser.thief("coffer_challenge", "coffer_browser");
        // As many addresses as somebody with a botnet has: the limit per address is not what protects.
        guesser.ip = `203.0.113.${round * 50 + n}`;
        return enter(guesser, wrongOf(code));
      }),
    );
    for (const { status, faults } of answers) {
      const fault = faults.code?.[0] ?? "";
      if (fault.startsWith("code_wrong")) seen.wrong += 1;
      else if (fault === "code_locked") seen.locked += 1;
      else if (status === 429) seen.limited += 1;
    }
  }
  expect(seen.wrong + seen.locked + seen.limited).toBe(200);
  expect(seen.wrong).toBeLessThanOrEqual(5);
  expect(await attempts()).toEqual([5]);
  const late = await enter(browser, code);
  expect(late).toMatchObject({ status: 422, faults: { code: ["code_locked"] } });
  expect(tokenOf(browser)).toBeNull();
});

test("guessing from one address is slowed down before the codes run out", async () => {
  const browser = new Browser();
  let limited: Answer | undefined;
  for (let n = 0; n < 25 && !limited; n += 1) {
    await askFor(new Browser(`203.0.113.${n}`), ann);
    const answer = await enter(await thiefOf(browser), "000000");
    if (answer.status === 429) limited = answer;
  }
  expect(limited?.faults[""]?.[0]).toMatch(/^rate_limited/);
  expect(Number.parseInt(limited?.headers.get("retry-after") ?? "", 10)).toBeGreaterThan(0);

  async function thiefOf(owner: Browser): Promise<Browser> {
    if (!owner.jar.has("coffer_challenge")) await askFor(owner, bo);
    return owner;
  }
});

test("attempts left are told, and the last of them says so", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const wrong = wrongOf(await mailedCode(ann));
  const told: string[] = [];
  for (let n = 0; n < 6; n += 1) told.push((await enter(browser, wrong)).faults.code?.[0] ?? "");
  expect(told).toEqual(['code_wrong {"left":"4"}', 'code_wrong {"left":"3"}', 'code_wrong {"left":"2"}', "code_wrong_last", "code_locked", "code_locked"]);
});

test("what is not six digits costs no attempt", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  for (const typed of ["", "12345", "1234567", "abcdef", "１２３４５６"]) expect((await enter(browser, typed)).faults.code).toEqual(["code_shape"]);
  expect(await attempts()).toEqual([0]);
});

test("a code works once", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  const copy = browser.thief("coffer_challenge", "coffer_browser");
  expect((await enter(browser, code)).location).toBe("/home");
  const replay = await enter(copy, code);
  expect(replay).toMatchObject({ status: 422, faults: { code: ["code_used"] } });
  expect(tokenOf(copy)).toBeNull();
});

test("fifty posts of the right code at once open one session", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  const before = await sessionsOf(ann);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const copy = browser.thief("coffer_challenge", "coffer_browser");
      copy.ip = `203.0.113.${n}`;
      return enter(copy, code);
    }),
  );
  expect(answers.filter((answer) => answer.location === "/home")).toHaveLength(1);
  expect((await sessionsOf(ann)) - before).toBe(1);
});

test("the right code in another browser is a wrong code, and counts", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  const stranger = new Browser("198.51.100.7");
  await askFor(stranger, bo);
  const withOwnBrowser = stranger.thief("coffer_browser");
  withOwnBrowser.jar.set("coffer_challenge", browser.jar.get("coffer_challenge") ?? "");
  for (const thief of [browser.thief("coffer_challenge"), withOwnBrowser]) {
    expect((await enter(thief, code)).faults.code?.[0]).toMatch(/^code_wrong/);
    expect(tokenOf(thief)).toBeNull();
  }
  expect((await attempts()).sort()).toEqual([0, 2]);
  expect((await enter(browser, code)).location).toBe("/home");
});

test("a stranger who asks for my code does not cancel mine", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const mine = await mailedCode(ann);
  await askFor(new Browser("198.51.100.7"), ann);
  expect((await enter(browser, mine)).location).toBe("/home");
});

test("a second code within a minute is refused, after a minute it ends the first", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const first = await mailedCode(ann);
  const tooSoon = await browser.post(codeAction, "/login/code", { intent: "resend" });
  expect(tooSoon.status).toBe(429);
  expect(tooSoon.headers.get("retry-after")).toMatch(/^[1-6]?[0-9]$/);
  expect(await askFor(browser, ann)).toMatchObject({ location: "/login/code" });
  await db.query("update identity.challenges set created_at = created_at - interval '61 seconds', expires_at = expires_at - interval '61 seconds' where used_at is null and invalidated_at is null");
  const old = browser.thief("coffer_challenge", "coffer_browser");
  expect(await browser.post(codeAction, "/login/code", { intent: "resend" })).toMatchObject({ status: 302, location: "/login/code?again" });
  const second = await mailedCode(ann);
  expect((await enter(old, first)).faults.code).toEqual(["code_expired"]);
  expect((await enter(browser, second)).location).toBe("/home");
});

test("after ten minutes a code has expired", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await mailedCode(ann);
  await db.query("update identity.challenges set created_at = created_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes' where used_at is null and invalidated_at is null");
  expect((await enter(browser, code)).faults.code).toEqual(["code_expired"]);
});

test("the sixth code in a minute is refused, for one address and for one email", async () => {
  const limits: number[] = [];
  for (let n = 0; n < 6; n += 1) limits.push((await askFor(new Browser(), `person-${n}@example.test`)).status);
  expect(limits).toEqual([302, 302, 302, 302, 302, 429]);
  const perEmail: number[] = [];
  for (let n = 0; n < 6; n += 1) perEmail.push((await askFor(new Browser(`203.0.113.${n}`), ann)).status);
  expect(perEmail).toEqual([302, 302, 302, 302, 302, 429]);
});

test("an email that nobody has gets the same answer and a mail", async () => {
  const known = await askFor(new Browser(), ann);
  const unknown = await askFor(new Browser("203.0.113.1"), "nobody@example.test");
  const shape = ({ status, location, headers }: Answer) => ({
    status,
    location,
    headers: [...headers.keys()].sort(),
    cookies: headers.getSetCookie().map((line) => line.replace(/=1\.[^;]*/, "=")),
  });
  expect(shape(unknown)).toEqual(shape(known));
  expect(await mailedCode("nobody@example.test")).toMatch(/^[0-9]{6}$/);
});

test("staff are not in with one code, and the second opens a new session", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  expect((await enter(browser, await mailedCode(fin))).location).toBe("/login/staff");
  const first = tokenOf(browser) ?? "";
  await expect(staffFrame(first)).rejects.toMatchObject({ code: "step_up_required" });
  expect((await browser.post(staffAction, "/login/staff", { code: await mailedCode(fin) })).location).toBe("/admin");
  const second = tokenOf(browser) ?? "";
  expect(second).not.toBe(first);
  expect((await staffFrame(second)).staff.email).toBe(fin);
  await expect(staffFrame(first)).rejects.toMatchObject({ code: "signed_out" });
});

test("a code for one purpose is no code for another", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  const loginCookie = browser.jar.get("coffer_challenge") ?? "";
  await enter(browser, await mailedCode(fin));
  const staffCookie = browser.jar.get("coffer_challenge") ?? "";
  const second = await mailedCode(fin);
  // The login page with the challenge of the second step, and the other way round.
  expect(await enter(browser, second)).toMatchObject({ location: "/login?why=lost" });
  browser.jar.set("coffer_challenge", loginCookie);
  expect((await browser.post(staffAction, "/login/staff", { code: second })).faults[""]).toEqual(["code_lost"]);
  // In the database too: the right code and browser, at the wrong function.
  const { rows } = await db.query<{ id: string; mac: string }>("select id, encode(code_mac, 'hex') as mac from identity.challenges where purpose = 'staff_login' and used_at is null order by created_at desc limit 1");
  const { unseal } = await import("../../../app/auth/seal.server");
  const browserId = unseal("cookie seal", "browser", browser.jar.get("coffer_browser") ?? "")?.text ?? "";
  const { authVerify } = await import("../../../app/db/identity.server");
  const answer = await authVerify({ challenge: rows[0]?.id ?? "", mac: rows[0]?.mac ?? "", browser: browserId, newToken: "t".repeat(43), ip: "203.0.113.99", userAgent: "" });
  expect(answer).toEqual({ outcome: "wrong", attempts_left: 4 });
  browser.jar.set("coffer_challenge", staffCookie);
  expect((await browser.post(staffAction, "/login/staff", { code: second })).location).toBe("/admin");
});

test("the second code belongs to the session that asked for it", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  await enter(browser, await mailedCode(fin));
  const challenge = browser.jar.get("coffer_challenge") ?? "";
  const code = await mailedCode(fin);
  await db.query("update identity.challenges set created_at = created_at - interval '61 seconds', expires_at = expires_at - interval '61 seconds' where purpose = 'login'");
  await askFor(browser, fin);
  await enter(browser, await mailedCode(fin));
  browser.jar.set("coffer_challenge", challenge);
  const answer = await browser.post(staffAction, "/login/staff", { code });
  expect(answer.status).toBe(422);
  await expect(staffFrame(tokenOf(browser) ?? "")).rejects.toMatchObject({ code: "step_up_required" });
});

const newcomer = { first_name: "Cy", last_name: "New", mobile: "+1 555 000 0003", of_age: "on", terms: "on" };

async function termsVersion(): Promise<string> {
  const { rows } = await db.query<{ value: string }>("select value from core.settings where key = 'terms_version'");
  return rows[0]?.value ?? "";
}

test("an unknown email signs up once, with the referral it came with; sent twice it is one member and one session", async () => {
  const browser = new Browser();
  await askFor(browser, "cy@example.test", { ref: "ANNANN22" });
  expect((await enter(browser, await mailedCode("cy@example.test"))).location).toBe("/sign-up");
  const signUpToken = tokenOf(browser) ?? "";
  await expect(memberFrame(signUpToken)).rejects.toMatchObject({ code: "signed_out" });
  const person = { ...newcomer, terms_version: await termsVersion(), referral: "ANNANN22" };
  const impatient = browser.thief("coffer");
  expect(await browser.post(signUpAction, "/sign-up", person)).toMatchObject({ status: 302, location: "/home" });
  expect(await impatient.post(signUpAction, "/sign-up", person)).toMatchObject({ status: 302, location: "/home" });
  expect(tokenOf(impatient)).toBe(tokenOf(browser));
  expect((await memberFrame(tokenOf(browser) ?? "")).member.first_name).toBe("Cy");
  const { rows } = await db.query("select 1 from referral.referrals r join identity.members m on m.id = r.referrer_id where m.email = $1", [ann]);
  expect(rows).toHaveLength(1);
});

test("sign-up says what is wrong at its field and keeps the session for another try", async () => {
  const browser = new Browser();
  await askFor(browser, "di@example.test");
  await enter(browser, await mailedCode("di@example.test"));
  const person = { ...newcomer, terms_version: await termsVersion() };
  const faultsOf = async (change: Record<string, string>) => (await browser.post(signUpAction, "/sign-up", { ...person, ...change })).faults;
  expect(await faultsOf({ mobile: "+15550000001" })).toEqual({ mobile: ["mobile_taken"] });
  expect(await faultsOf({ mobile: "+15550000009", referral: "NQBQDYXX" })).toEqual({ referral: ["unknown_referral"] });
  expect(await faultsOf({ mobile: "+15550000009", terms_version: "1999" })).toEqual({ terms: ["terms_changed"] });
  expect((await browser.post(signUpAction, "/sign-up", { ...person, mobile: "+15550000009" })).location).toBe("/home");
});

test("signing out is immediate and can be done twice", async () => {
  const browser = await signIn(ann);
  const token = tokenOf(browser) ?? "";
  expect((await memberSessions(token)).sessions.some((session) => session.current)).toBe(true);
  expect((await browser.post(logoutAction, "/logout", {})).location).toBe("/login?why=goodbye");
  expect(tokenOf(browser)).toBeNull();
  await expect(memberFrame(token)).rejects.toMatchObject({ code: "signed_out" });
  expect((await browser.post(logoutAction, "/logout", {})).status).toBe(302);
});

async function sessionsOf(email: string): Promise<number> {
  const { rows } = await db.query<{ n: string }>("select count(*) as n from identity.sessions s join identity.members m on m.id = s.actor_id where m.email = $1", [email]);
  return Number.parseInt(rows[0]?.n ?? "0", 10);
}
