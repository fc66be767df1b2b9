import { afterEach, beforeEach, expect, test, vi } from "vitest";

const secretA = "a".repeat(40);
const secretB = "b".repeat(40);

async function withSecrets(secrets: string) {
  vi.resetModules();
  vi.stubEnv("SESSION_SECRETS", secrets);
  return { ...(await import("./code.server")), ...(await import("./seal.server")) };
}

beforeEach(() => {
  vi.stubEnv("NODE_ENV", "test");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const binding = { challenge: "0190163d-8694-739b-aea5-966c26f8ad90", code: "123456", browser: "browser-of-ann", context: "" };

test("a code's MAC is 32 bytes of hex and changes with everything it is bound to", async () => {
  const { codeMac } = await withSecrets(secretA);
  const mac = codeMac(binding);
  expect(mac).toMatch(/^[0-9a-f]{64}$/);
  expect(codeMac(binding)).toBe(mac);
  const others = [
    { ...binding, challenge: "0190163d-8694-739b-aea5-966c26f8ad91" },
    { ...binding, code: "123457" },
    { ...binding, browser: "browser-of-bo" },
    { ...binding, context: "withdrawal|DEPOSIT|USD|10.00|x" },
  ].map((other) => codeMac(other));
  expect(new Set([mac, ...others]).size).toBe(5);
});

test("moving a character from one part to the next is another MAC", async () => {
  const { codeMac } = await withSecrets(secretA);
  expect(codeMac({ ...binding, browser: "ab", context: "c" })).not.toBe(codeMac({ ...binding, browser: "a", context: "bc" }));
});

test("a code that was mailed before the secrets changed still has its MAC", async () => {
  const before = (await withSecrets(secretA)).codeMac(binding);
  const after = await withSecrets(`${secretB},${secretA}`);
  expect(after.codeMac(binding)).not.toBe(before);
  expect(after.codeMac(binding, 1)).toBe(before);
});

test("the worker opens a sealed code, also with a former secret, and nobody else does", async () => {
  const sealed = (await withSecrets(secretA)).sealCode("012345");
  expect(sealed).not.toContain("012345");
  expect((await withSecrets(`${secretB},${secretA}`)).openSealedCode(sealed)).toBe("012345");
  const stranger = await withSecrets(secretB);
  expect(() => stranger.openSealedCode(sealed)).toThrow("cannot be opened");
});

test("what is sealed for one place opens in no other, and not when one character differs", async () => {
  const { seal, unseal } = await withSecrets(secretA);
  const sealed = seal("cookie seal", "challenge", "hello");
  expect(unseal("cookie seal", "challenge", sealed)).toEqual({ text: "hello", secret: 0 });
  expect(unseal("cookie seal", "browser", sealed)).toBeNull();
  expect(unseal("form seal", "challenge", sealed)).toBeNull();
  for (let at = 2; at < sealed.length; at += 1) {
    const flipped = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + flipped + sealed.slice(at + 1);
    // The last character of base64url may carry bits that do not count.
    if (Buffer.from(changed.slice(2), "base64url").equals(Buffer.from(sealed.slice(2), "base64url"))) continue;
    expect(unseal("cookie seal", "challenge", changed)).toBeNull();
  }
});

test.each(["", "1.", "1.AAAA", "2.".padEnd(60, "A"), "1.".padEnd(60, "A"), "1.".padEnd(60, "+"), "{}"])("%j is not ours", async (text) => {
  const { unseal } = await withSecrets(secretA);
  expect(unseal("cookie seal", "challenge", text)).toBeNull();
});

test("new codes are six digits and keep their leading zeros", async () => {
  const { newCode } = await withSecrets(secretA);
  const codes = Array.from({ length: 2000 }, () => newCode());
  expect(codes.every((code) => /^[0-9]{6}$/.test(code))).toBe(true);
  expect(codes.some((code) => code.startsWith("0"))).toBe(true);
  expect(new Set(codes).size).toBeGreaterThan(1900);
});
