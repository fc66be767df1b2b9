import { afterEach, beforeEach, expect, test, vi } from "vitest";

async function cookiesAt(publicUrl: string) {
  vi.resetModules();
  vi.stubEnv("SESSION_SECRETS", "s".repeat(40));
  vi.stubEnv("PUBLIC_URL", publicUrl);
  return { ...(await import("./cookies.server")), ...(await import("./challenge.server")) };
}

beforeEach(() => {
  vi.stubEnv("NODE_ENV", "test");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const requestWith = (...setCookies: string[]) =>
  new Request("http://localhost/login", { headers: { cookie: setCookies.map((line) => line.split(";")[0]).join("; ") } });

const pending = {
  purpose: "login" as const,
  challenge: "0190163d-8694-739b-aea5-966c26f8ad90",
  sentTo: "ann@demo.coffer.test",
  resendAt: 0,
  referral: null,
  next: "/wallet",
  authenticator: null,
  words: null,
};

test("on https the cookies are __Host- ones", async () => {
  const { sessionCookie, newToken } = await cookiesAt("https://coffer.example");
  const token = newToken();
  expect(sessionCookie(token)).toBe(`__Host-coffer=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`);
});

test("on http the cookies have their plain name and no Secure, or the browser would drop them", async () => {
  const { sessionCookie, endedSessionCookie } = await cookiesAt("http://localhost:3000");
  expect(sessionCookie("t".repeat(43))).toBe(`coffer=${"t".repeat(43)}; Path=/; HttpOnly; SameSite=Lax`);
  expect(endedSessionCookie()).toBe("coffer=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
});

test("a plain cookie does not stand in for a __Host- one", async () => {
  const { sessionToken } = await cookiesAt("https://coffer.example");
  expect(sessionToken(`coffer=${"t".repeat(43)}`)).toBeNull();
  expect(sessionToken(`__Host-coffer=${"t".repeat(43)}`)).toBe("t".repeat(43));
});

test("a token is 256 bits, and what has not its shape never reaches the database", async () => {
  const { newToken, sessionToken } = await cookiesAt("http://localhost:3000");
  expect(Buffer.from(newToken(), "base64url")).toHaveLength(32);
  expect(newToken()).not.toBe(newToken());
  for (const bad of ["", "x", "t".repeat(44), `${"t".repeat(42)}'`, `${"t".repeat(42)}%`]) expect(sessionToken(`coffer=${bad}`)).toBeNull();
  expect(sessionToken(null)).toBeNull();
});

test("a browser keeps its id, and a made-up id is replaced", async () => {
  const { browserOf } = await cookiesAt("http://localhost:3000");
  const first = browserOf(requestWith());
  expect(first.cookie).toContain("HttpOnly; SameSite=Lax");
  expect(browserOf(requestWith(first.cookie ?? ""))).toEqual({ id: first.id, cookie: null });
  const forged = browserOf(requestWith(`coffer_browser=${first.id}`));
  expect(forged.id).not.toBe(first.id);
  expect(forged.cookie).not.toBeNull();
});

test("the pending challenge comes back as it was, for its own purpose only", async () => {
  const { pendingChallengeCookie, readPendingChallenge } = await cookiesAt("http://localhost:3000");
  const request = requestWith(pendingChallengeCookie(pending));
  expect(readPendingChallenge(request, "login")).toEqual({ pending, secret: 0 });
  expect(readPendingChallenge(request, "staff_login")).toBeNull();
});

test("neither the email nor the challenge can be read or swapped in the cookie", async () => {
  const { pendingChallengeCookie, readPendingChallenge } = await cookiesAt("http://localhost:3000");
  const line = pendingChallengeCookie(pending);
  expect(Buffer.from(line.split(".")[1] ?? "", "base64url").toString("latin1")).not.toContain("ann@");
  const plain = Buffer.from(JSON.stringify({ ...pending, sentTo: "bo@demo.coffer.test" })).toString("base64url");
  expect(readPendingChallenge(requestWith(`coffer_challenge=1.${plain}`), "login")).toBeNull();
  expect(readPendingChallenge(requestWith(`_totp=email=bo%40demo.coffer.test`), "login")).toBeNull();
});

test("a path that leaves the site is not come back to", async () => {
  const { pendingChallengeCookie, readPendingChallenge } = await cookiesAt("http://localhost:3000");
  const request = requestWith(pendingChallengeCookie({ ...pending, next: "//evil.example/wallet" }));
  expect(readPendingChallenge(request, "login")?.pending.next).toBe("/");
});
