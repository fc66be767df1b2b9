import { afterEach, beforeEach, expect, test, vi } from "vitest";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const place = { table: "compliance.documents", column: "number_sealed", row: "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0042" };

/** The module with these keys, read anew as a new process would. */
async function withKeys(keys: string) {
  vi.resetModules();
  vi.stubEnv("PII_KEYS", keys);
  return import("./pii.server");
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

test("what was sealed opens in its place, and is never the same twice", async () => {
  const { sealPii, openPii } = await withKeys(`a:${key("a")}`);
  const sealed = sealPii(place, "ABCPE1234F");
  expect(sealed).toMatch(/^p1\.a\.[A-Za-z0-9_-]{38,400}$/);
  expect(sealed).not.toContain("ABCPE");
  expect(openPii(place, sealed)).toBe("ABCPE1234F");
  expect(sealPii(place, "ABCPE1234F")).not.toBe(sealed);
});

test.each([
  ["another row", { row: "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0043" }],
  ["another column", { column: "ifsc" }],
  ["another table", { table: "identity.authenticators" }],
])("a cell swapped into %s does not open", async (_, elsewhere) => {
  const { sealPii, openPii } = await withKeys(`a:${key("a")}`);
  const sealed = sealPii(place, "ABCPE1234F");
  expect(() => openPii({ ...place, ...elsewhere }, sealed)).toThrow();
});

test("a changed letter, a cut end and another key's name do not open", async () => {
  const { sealPii, openPii } = await withKeys(`a:${key("a")},b:${key("b")}`);
  const sealed = sealPii(place, "ABCPE1234F");
  const changed = `${sealed.slice(0, 20)}${sealed[20] === "A" ? "B" : "A"}${sealed.slice(21)}`;
  for (const wrong of [changed, sealed.slice(0, -4), sealed.replace("p1.a.", "p1.b."), sealed.replace("p1.a.", "p1.c."), "", "ABCPE1234F"]) expect(() => openPii(place, wrong)).toThrow();
});

test("with a new first key the old one still opens, and equal numbers are still seen as equal", async () => {
  const before = await withKeys(`a:${key("a")}`);
  const [sealed, index] = [before.sealPii(place, "ABCPE1234F"), before.blindIndex("pan", "ABCPE1234F")];
  const after = await withKeys(`b:${key("b")},a:${key("a")}`);
  expect(after.openPii(place, sealed)).toBe("ABCPE1234F");
  expect(after.sealPii(place, "ABCPE1234F")).toMatch(/^p1\.b\./);
  expect(after.blindIndex("pan", "ABCPE1234F")).toBe(index);
  expect(after.blindIndex("bank", "ABCPE1234F")).not.toBe(index);
  expect(after.blindIndex("pan", "ABCPE1234G")).not.toBe(index);
});

test("bytes are sealed the same way", async () => {
  const { sealBytes, openBytes } = await withKeys(`a:${key("a")}`);
  const bytes = new TextEncoder().encode("%PDF-1.7 ABCPE1234F");
  const sealed = sealBytes({ ...place, column: "file" }, bytes);
  expect(Buffer.from(sealed).includes("ABCPE1234F")).toBe(false);
  expect(new Uint8Array(openBytes({ ...place, column: "file" }, sealed))).toEqual(bytes);
  expect(() => openBytes({ ...place, column: "file", row: "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0043" }, sealed)).toThrow();
  expect(() => openBytes({ ...place, column: "file" }, bytes)).toThrow("not sealed here");
});
