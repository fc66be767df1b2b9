import { afterEach, expect, test, vi } from "vitest";

const first = "a first key of the seal tests that is long enough";
const second = "a second key of the seal tests that is long enough";

/** The module as a process with these keys has it. */
async function withKeys(...keys: string[]) {
  vi.resetModules();
  vi.stubEnv("PII_KEYS", keys.join(","));
  return import("./row-seal.server");
}

afterEach(() => vi.unstubAllEnvs());

test("what is sealed for a row opens there and nowhere else", async () => {
  const { sealForRow, openFromRow } = await withKeys(first);
  const sealed = sealForRow("authenticator|1", "secret");
  expect(sealed).not.toContain("secret");
  expect(openFromRow("authenticator|1", sealed)).toBe("secret");
  expect(() => openFromRow("authenticator|2", sealed)).toThrow();
});

test("the same text is never sealed alike, and a changed letter does not open", async () => {
  const { sealForRow, openFromRow } = await withKeys(first);
  const sealed = sealForRow("row", "secret");
  expect(sealForRow("row", "secret")).not.toBe(sealed);
  const at = sealed.length - 5;
  expect(() => openFromRow("row", `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`)).toThrow();
});

test("a key put in front seals; the old one still opens what it sealed, until it is taken away", async () => {
  const sealed = (await withKeys(first)).sealForRow("row", "secret");
  const both = await withKeys(second, first);
  expect(both.openFromRow("row", sealed)).toBe("secret");
  expect(both.sealForRow("row", "secret").slice(0, 8)).not.toBe(sealed.slice(0, 8));
  const { openFromRow } = await withKeys(second);
  expect(() => openFromRow("row", sealed)).toThrow(`no key ${sealed.slice(0, 8)} in PII_KEYS`);
});
