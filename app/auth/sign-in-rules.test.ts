import { expect, test } from "vitest";

import { Problem } from "../db/db-error.server";
import { codeFault } from "./code-fault";
import { problemResponse, withSession } from "./guard.server";
import { afterSignIn } from "./home-path";
import { may, permissions } from "./permissions";
import { readCode } from "./read-code";
import { loginPath, readToken, requireMember, returnPath } from "./session.server";
import { knownTimezone, readMobile, signUpSchema } from "./sign-up-form";

const at = (path: string) => new Request(`http://localhost:3000${path}`);

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["012345", "012345"],
])("the code %j is read as %j", (typed, code) => expect(readCode(typed)).toBe(code));

test.each(["", "12345", "1234567", "12345a", "１２３４５６", "١٢٣٤٥٦", "+12345", "1e5000"])("%j is not a code", (typed) => expect(readCode(typed)).toBeNull());

test("wrong codes say how many attempts are left, the last one says so in words", () => {
  expect(codeFault({ outcome: "wrong", attempts_left: 3 })).toEqual({ code: "code_wrong", params: { left: "3" } });
  expect(codeFault({ outcome: "wrong", attempts_left: 1 })).toEqual({ code: "code_wrong_last", params: {} });
  expect(codeFault({ outcome: "locked" })).toEqual({ code: "code_locked", params: {} });
});

test.each([
  ["member", null, "/home"],
  ["member", "/", "/home"],
  ["member", "/wallet?kind=accrual", "/wallet?kind=accrual"],
  ["member", "/admin/requests", "/home"],
  ["member", "/login/code", "/home"],
  ["member", "/sign-up", "/home"],
  ["staff", null, "/admin"],
  ["staff", "/admin/requests?state=pending", "/admin/requests?state=pending"],
  ["staff", "/administer", "/admin"],
  ["staff", "/wallet", "/admin"],
] as const)("%s who came from %j lands on %s", (audience, next, landing) => expect(afterSignIn(audience, next)).toBe(landing));

test("a page's data address leads back to the page", () => {
  expect(returnPath(at("/wallet.data?kind=bonus&_routes=routes%2F_member%2B%2Fwallet"))).toBe("/wallet?kind=bonus");
  expect(returnPath(at("/_root.data"))).toBe("/");
  expect(returnPath(at("/invest/7?x=1"))).toBe("/invest/7?x=1");
});

test("signing in does not come back to itself", () => {
  expect(loginPath(at("/sign-up"))).toBe("/login");
  expect(loginPath(at("/wallet"), "signed_out")).toBe("/login?next=%2Fwallet&why=signed_out");
});

test("without a token a member page leads to the login", async () => {
  const thrown = await requireMember(at("/wallet")).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  expect((thrown as Response).headers.get("location")).toBe("/login?next=%2Fwallet");
});

test("a session that ended takes its cookie along", () => {
  const response = problemResponse(at("/wallet"), new Problem("signed_out"));
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/login?next=%2Fwallet&why=signed_out");
  expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
});

test("staff who have given one code are sent to give the second", () => {
  expect(problemResponse(at("/admin/requests"), new Problem("step_up_required")).headers.get("location")).toBe("/login/staff?next=%2Fadmin%2Frequests");
});

test("other problems keep their status and say when to come back", async () => {
  const thrown = await withSession(at("/wallet"), async () => {
    throw new Problem("rate_limited", { params: { retry_after: "17" } });
  }).catch((error: unknown) => error as Response);
  expect(thrown.status).toBe(429);
  expect(thrown.headers.get("retry-after")).toBe("17");
  expect(await thrown.json()).toEqual({ code: "rate_limited", params: { retry_after: "17" } });
});

test("what is not a problem is not dressed up as one", async () => {
  const fault = new Error("boom");
  await expect(withSession(at("/wallet"), () => Promise.reject(fault))).rejects.toBe(fault);
});

test("there is no token where there is no cookie", () => expect(readToken(at("/"))).toBeNull());

test.each([
  ["+44 7700 900123", "+447700900123"],
  ["0044 (7700) 900-123", "+447700900123"],
  ["+1.555.010.9999", "+15550109999"],
])("the mobile %j is read as %j", (typed, mobile) => expect(readMobile(typed)).toBe(mobile));

test("a time zone is one that exists, else UTC", () => {
  expect(knownTimezone("Asia/Kolkata")).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
  expect(knownTimezone("Mars/Olympus")).toBe("UTC");
  expect(knownTimezone(undefined)).toBe("UTC");
});

const person = { first_name: " Ann ", last_name: "Lee", mobile: "+44 7700 900123", of_age: "on", terms: "on", terms_version: "2026-11" };

test("a sign-up without username and referral is complete", () => {
  expect(signUpSchema().parse(person)).toMatchObject({ first_name: "Ann", mobile: "+447700900123", username: null, referral: null, timezone: "UTC" });
});

test.each([
  ["first_name", " "],
  ["mobile", "07700 900123"],
  ["username", "ab"],
  ["username", "1abc"],
  ["of_age", undefined],
  ["terms", undefined],
])("a sign-up with %s %j is refused at that field", (field, value) => {
  const result = signUpSchema().safeParse({ ...person, [field]: value });
  expect(result.error?.issues[0]?.path).toEqual([field]);
});

test("permissions are for showing and hiding", () => {
  expect(may(["requests.read"], "requests.read")).toBe(true);
  expect(may(["requests.read"], "requests.decide")).toBe(false);
  expect(new Set(permissions).size).toBe(permissions.length);
});
