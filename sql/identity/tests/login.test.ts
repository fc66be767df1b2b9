/** Signing in, joining and signing out, through the real pages against a real database. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { memberSessions } from "../../../app/db/identity.server";
import { memberFrame } from "../../../app/db/ledger.server";
import { staffFrame } from "../../../app/db/office.server";
import { action as logoutAction } from "../../../app/routes/_auth+/logout";
import { action as signUpAction } from "../../../app/routes/_auth+/sign-up";
import { Browser, type Answer } from "./browser";
import { ann, askAgain, askFor, enter, enterSecond, fin, loginWorld, tokenOf, type LoginWorld } from "./login-world";

let world: LoginWorld;

beforeAll(async () => {
  world = await loginWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.end());

test("the mailed code opens a session of the person whose mailbox it is", async () => {
  const browser = new Browser();
  expect(await askFor(browser, " Ann@Example.test ", { next: "/wallet" })).toMatchObject({ status: 302, location: "/login/code" });
  expect(await enter(browser, await world.mailedCode(ann))).toMatchObject({ status: 302, location: "/wallet" });
  expect((await memberFrame(tokenOf(browser))).member.email).toBe(ann);
  expect([...browser.jar.keys()].sort()).toEqual(["coffer", "coffer_browser"]);
});

test("what is not six digits costs no attempt", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  for (const typed of ["", "12345", "1234567", "abcdef", "１２３４５６"]) expect((await enter(browser, typed)).faults.code).toEqual(["code_shape"]);
  expect(await world.attempts()).toEqual([0]);
});

test("a second code within a minute is refused, after a minute it ends the first", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const first = await world.mailedCode(ann);
  const tooSoon = await askAgain(browser);
  expect(tooSoon.status).toBe(429);
  expect(tooSoon.headers.get("retry-after")).toMatch(/^[1-6]?[0-9]$/);
  expect(await askFor(browser, ann)).toMatchObject({ location: "/login/code" });
  await world.age("61 seconds");
  const old = browser.thief("coffer_challenge", "coffer_browser");
  expect(await askAgain(browser)).toMatchObject({ status: 302, location: "/login/code?again" });
  const second = await world.mailedCode(ann);
  expect((await enter(old, first)).faults.code).toEqual(["code_expired"]);
  expect((await enter(browser, second)).location).toBe("/home");
});

test("after ten minutes a code has expired", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
  await world.age("11 minutes");
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
  expect(await world.mailedCode("nobody@example.test")).toMatch(/^[0-9]{6}$/);
});

test("an email that nobody has takes as long as one that somebody has", async () => {
  const rounds = 30;
  await world.db.query(
    "insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) select 'known-' || n || '@example.test', 'K', 'T', translate(lpad(n::text, 8, '0'), '01', 'XY'), '1', now(), now() from generate_series(1, $1::integer) n",
    [rounds],
  );
  const { rows } = await world.db.query<{ email: string }>("select email from identity.members where email like 'known-%'");
  const took = { known: [] as number[], unknown: [] as number[] };
  for (const [n, { email }] of rows.entries()) {
    for (const [kind, asked] of [["known", email], ["unknown", `nobody-${n}@example.test`]] as const) {
      const began = performance.now();
      await askFor(new Browser(`203.0.113.${n}`), asked);
      took[kind].push(performance.now() - began);
    }
  }
  const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  expect(took.known).toHaveLength(rounds);
  const ratio = median(took.known) / median(took.unknown);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("staff are not in with one code, and the second opens a new session", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  expect((await enter(browser, await world.mailedCode(fin))).location).toBe("/login/staff");
  const first = tokenOf(browser);
  await expect(staffFrame(first)).rejects.toMatchObject({ code: "step_up_required" });
  expect((await enterSecond(browser, await world.mailedCode(fin))).location).toBe("/admin");
  const second = tokenOf(browser);
  expect(second).not.toBe(first);
  expect((await staffFrame(second)).staff.email).toBe(fin);
  await expect(staffFrame(first)).rejects.toMatchObject({ code: "signed_out" });
});

const newcomer = { first_name: "Cy", last_name: "New", mobile: "+1 555 000 0003", of_age: "on", terms: "on" };

async function termsVersion(): Promise<string> {
  const { rows } = await world.db.query<{ value: string }>("select value from core.settings where key = 'terms_version'");
  return rows[0]?.value ?? "";
}

test("an unknown email signs up once, with the referral it came with; sent twice it is one member and one session", async () => {
  const browser = new Browser();
  await askFor(browser, "cy@example.test", { ref: "ANNANN22" });
  expect((await enter(browser, await world.mailedCode("cy@example.test"))).location).toBe("/sign-up");
  const signUpToken = tokenOf(browser);
  await expect(memberFrame(signUpToken)).rejects.toMatchObject({ code: "signed_out" });
  const person = { ...newcomer, terms_version: await termsVersion(), referral: "ANNANN22" };
  const impatient = browser.thief("coffer");
  expect(await browser.post(signUpAction, "/sign-up", person)).toMatchObject({ status: 302, location: "/home" });
  expect(await impatient.post(signUpAction, "/sign-up", person)).toMatchObject({ status: 302, location: "/home" });
  expect(tokenOf(impatient)).toBe(tokenOf(browser));
  expect((await memberFrame(tokenOf(browser))).member.first_name).toBe("Cy");
  const { rows } = await world.db.query("select 1 from referral.referrals r join identity.members m on m.id = r.referrer_id where m.email = $1", [ann]);
  expect(rows).toHaveLength(1);
});

test("a referral code that somebody has already is drawn again, and the newcomer hears nothing of it", async () => {
  const browser = new Browser();
  await askFor(browser, "eve@example.test");
  await enter(browser, await world.mailedCode("eve@example.test"));
  const { rows: [real] } = await world.db.query<{ text: string }>("select pg_get_functiondef('core.random_code'::regproc) as text");
  // The first that is drawn is Ann's; a sequence goes on when what drew it is rolled back.
  await world.db.query("create sequence core.drawn; create or replace function core.random_code(p_length integer) returns text language sql as $$ select case nextval('core.drawn') when 1 then 'ANNANN22' else 'EVEEVE22' end $$; grant usage on sequence core.drawn to public");
  const answer = await browser.post(signUpAction, "/sign-up", { ...newcomer, mobile: "+15550000010", terms_version: await termsVersion() });
  await world.db.query(`${real?.text ?? ""}; drop sequence core.drawn`);
  expect(answer).toMatchObject({ status: 302, location: "/home" });
  expect((await world.db.query("select referral_code from identity.members where email = 'eve@example.test'")).rows).toEqual([{ referral_code: "EVEEVE22" }]);
});

test("sign-up says what is wrong at its field and keeps the session for another try", async () => {
  const browser = new Browser();
  await askFor(browser, "di@example.test");
  await enter(browser, await world.mailedCode("di@example.test"));
  const person = { ...newcomer, terms_version: await termsVersion() };
  const faultsOf = async (change: Record<string, string>) => (await browser.post(signUpAction, "/sign-up", { ...person, ...change })).faults;
  expect(await faultsOf({ mobile: "+15550000001" })).toEqual({ mobile: ["mobile_taken"] });
  expect(await faultsOf({ mobile: "+15550000009", referral: "NQBQDYXX" })).toEqual({ referral: ["unknown_referral"] });
  expect(await faultsOf({ mobile: "+15550000009", terms_version: "1999" })).toEqual({ terms: ["terms_changed"] });
  expect((await browser.post(signUpAction, "/sign-up", { ...person, mobile: "+15550000009" })).location).toBe("/home");
});

test("signing out is immediate and can be done twice", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  await enter(browser, await world.mailedCode(ann));
  const token = tokenOf(browser);
  expect((await memberSessions(token)).sessions.some((session) => session.current)).toBe(true);
  expect((await browser.post(logoutAction, "/logout", {})).location).toBe("/login?why=goodbye");
  expect(tokenOf(browser)).toBe("");
  await expect(memberFrame(token)).rejects.toMatchObject({ code: "signed_out" });
  expect((await browser.post(logoutAction, "/logout", {})).status).toBe(302);
});
