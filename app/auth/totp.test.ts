/** The vectors of RFC 6238 (appendix B, SHA-1, the last six of eight digits) and RFC 4648 for what a person types by hand. */
import { expect, test } from "vitest";

import { authenticatorAddress, base32, codeAt, newSecret } from "./totp.server";

test.each([
  [59n, "287082"],
  [1111111109n, "081804"],
  [1111111111n, "050471"],
  [1234567890n, "005924"],
  [2000000000n, "279037"],
  [20000000000n, "353130"],
])("at %s seconds the code is %s", (seconds, code) => {
  expect(codeAt(Buffer.from("12345678901234567890"), seconds / 30n)).toBe(code);
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %j", (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

test("an app reads company and address whatever stands in them", () => {
  const address = new URL(authenticatorAddress({ secret: newSecret(), company: "Ann & Bo: Ltd", email: "ann+1@example.test" }));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toBe("/Ann & Bo: Ltd:ann+1@example.test");
  expect(address.search).not.toContain("+");
  expect(address.searchParams.get("issuer")).toBe("Ann & Bo: Ltd");
  expect(address.searchParams.get("secret")).toMatch(/^[A-Z2-7]{32}$/);
});
