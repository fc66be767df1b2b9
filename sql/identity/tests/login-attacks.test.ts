/**
 * Nobody signs in without the mailbox. The attacks published against remix-auth-totp, and their neighbours, through the real pages against
 * a real database: email swap, guessing, replay, another browser, another purpose.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { unseal } from "../../../app/auth/seal.server";
import { authVerify } from "../../../app/db/identity.server";
import { memberFrame } from "../../../app/db/ledger.server";
import { staffFrame } from "../../../app/db/office.server";
import { Browser, type Answer } from "./browser";
import { ann, askFor, bo, enter, enterSecond, fin, loginWorld, tokenOf, wrongOf, type LoginWorld } from "./login-world";

let world: LoginWorld;

beforeAll(async () => {
  world = await loginWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.end());

test("an email swapped in the cookie of the package signs in nobody", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
  const victim = new URLSearchParams({ email: bo, totp: JSON.stringify({ jwe: "x.y.z", attempts: 0 }) });
  browser.jar.set("_totp", victim.toString());
  await enter(browser, code, { email: bo });
  expect((await memberFrame(tokenOf(browser))).member.email).toBe(ann);
});

test("an edited challenge cookie is no challenge at all", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const sealed = browser.jar.get("coffer_challenge") ?? "";
  const forged = Buffer.from(JSON.stringify({ purpose: "login", challenge: crypto.randomUUID(), sentTo: bo, resendAt: 0, referral: null, next: null })).toString("base64url");
  for (const value of [`1.${forged}`, sealed.slice(0, -4) + "AAAA", sealed.replace("1.", "2."), "", "null"]) {
    browser.jar.set("coffer_challenge", value);
    expect(await enter(browser, await world.mailedCode(ann))).toMatchObject({ status: 302, location: "/login?why=lost" });
  }
  expect(tokenOf(browser)).toBe("");
  expect(await world.attempts()).toEqual([0]);
});

test("of 200 wrong codes, 50 at a time, five are looked at, and then the right one is refused too", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
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
  expect(await world.attempts()).toEqual([5]);
  const late = await enter(browser, code);
  expect(late).toMatchObject({ status: 422, faults: { code: ["code_locked"] } });
  expect(tokenOf(browser)).toBe("");
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
  const wrong = wrongOf(await world.mailedCode(ann));
  const told: string[] = [];
  for (let n = 0; n < 6; n += 1) told.push((await enter(browser, wrong)).faults.code?.[0] ?? "");
  expect(told).toEqual(['code_wrong {"left":"4"}', 'code_wrong {"left":"3"}', 'code_wrong {"left":"2"}', "code_wrong_last", "code_locked", "code_locked"]);
});

test("a code works once", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
  const copy = browser.thief("coffer_challenge", "coffer_browser");
  expect((await enter(browser, code)).location).toBe("/home");
  const replay = await enter(copy, code);
  expect(replay).toMatchObject({ status: 422, faults: { code: ["code_used"] } });
  expect(tokenOf(copy)).toBe("");
});

test("fifty posts of the right code at once open one session", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
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
  const code = await world.mailedCode(ann);
  const stranger = new Browser("198.51.100.7");
  await askFor(stranger, bo);
  const withOwnBrowser = stranger.thief("coffer_browser");
  withOwnBrowser.jar.set("coffer_challenge", browser.jar.get("coffer_challenge") ?? "");
  for (const thief of [browser.thief("coffer_challenge"), withOwnBrowser]) {
    expect((await enter(thief, code)).faults.code?.[0]).toMatch(/^code_wrong/);
    expect(tokenOf(thief)).toBe("");
  }
  expect((await world.attempts()).sort()).toEqual([0, 2]);
  expect((await enter(browser, code)).location).toBe("/home");
});

test("a stranger who asks for my code does not cancel mine", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const mine = await world.mailedCode(ann);
  await askFor(new Browser("198.51.100.7"), ann);
  expect((await enter(browser, mine)).location).toBe("/home");
});

test("a code for one purpose is no code for another", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  const loginCookie = browser.jar.get("coffer_challenge") ?? "";
  await enter(browser, await world.mailedCode(fin));
  const staffCookie = browser.jar.get("coffer_challenge") ?? "";
  const second = await world.mailedCode(fin);
  // The login page with the challenge of the second step, and the other way round.
  expect(await enter(browser, second)).toMatchObject({ location: "/login?why=lost" });
  browser.jar.set("coffer_challenge", loginCookie);
  expect((await enterSecond(browser, second)).faults[""]).toEqual(["code_lost"]);
  // In the database too: the right code and browser, at the wrong function.
  const { rows } = await world.db.query<{ id: string; mac: string }>("select id, encode(code_mac, 'hex') as mac from identity.challenges where purpose = 'staff_login' and used_at is null order by created_at desc limit 1");
  const browserId = unseal("cookie seal", "browser", browser.jar.get("coffer_browser") ?? "")?.text ?? "";
  const answer = await authVerify({ challenge: rows[0]?.id ?? "", mac: rows[0]?.mac ?? "", browser: browserId, newToken: "t".repeat(43), ip: "203.0.113.99", userAgent: "" });
  expect(answer).toEqual({ outcome: "wrong", attempts_left: 4 });
  browser.jar.set("coffer_challenge", staffCookie);
  expect((await enterSecond(browser, second)).location).toBe("/admin");
});

test("the second code belongs to the session that asked for it", async () => {
  const browser = new Browser();
  await askFor(browser, fin);
  await enter(browser, await world.mailedCode(fin));
  const challenge = browser.jar.get("coffer_challenge") ?? "";
  const code = await world.mailedCode(fin);
  await world.age("61 seconds");
  await askFor(browser, fin);
  await enter(browser, await world.mailedCode(fin));
  browser.jar.set("coffer_challenge", challenge);
  const answer = await enterSecond(browser, code);
  expect(answer.status).toBe(422);
  await expect(staffFrame(tokenOf(browser))).rejects.toMatchObject({ code: "step_up_required" });
});

test("neither the code nor the token can be found in the database", async () => {
  const browser = new Browser();
  await askFor(browser, ann);
  const code = await world.mailedCode(ann);
  await enter(browser, code);
  const { rows } = await world.db.query<{ everything: string }>(
    "select string_agg(t.x, ' ') as everything from (select c::text as x from identity.challenges c union all select s::text from identity.sessions s union all select (m.props - 'at')::text from outbox.mails m union all select j.payload::text from outbox.jobs j) t",
  );
  expect(rows[0]?.everything).not.toContain(tokenOf(browser));
  expect(rows[0]?.everything).not.toMatch(new RegExp(`(?<![0-9a-zA-Z_-])${code}(?![0-9a-zA-Z_-])`));
});

async function sessionsOf(email: string): Promise<number> {
  const { rows } = await world.db.query<{ n: string }>("select count(*) as n from identity.sessions s join identity.members m on m.id = s.actor_id where m.email = $1", [email]);
  return Number.parseInt(rows[0]?.n ?? "0", 10);
}
