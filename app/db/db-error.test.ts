import { expect, test } from "vitest";

import problems from "../i18n/en/problems.json";
import { failureKind, isFault, Problem, toProblem } from "./db-error.server";
import { problemStatus } from "./problem-status";

const driverError = (fields: Record<string, string>) => Object.assign(new Error(fields.message ?? "driver"), fields);

test("a refusal of class CF keeps code, status, field and params", () => {
  const problem = toProblem(driverError({ code: "CF009", message: "below_minimum", detail: '{"field": "amount", "params": {"minimum": "50.00", "currency": "USD", "none": null}}' }));
  expect(problem).toMatchObject({ code: "below_minimum", status: 422, field: "amount", params: { minimum: "50.00", currency: "USD" } });
});

test("a refusal with a broken detail is still the refusal", () => {
  expect(toProblem(driverError({ code: "CF005", message: "not_found", detail: "{" }))).toMatchObject({ code: "not_found", status: 404, field: undefined, params: {} });
});

test("a code that nobody knows is our own fault and shows nothing", () => {
  const problem = toProblem(driverError({ code: "CF999", message: "select secret from somewhere" }));
  expect(problem).toMatchObject({ code: "internal", status: 500, message: "internal", params: {} });
  expect(isFault(problem)).toBe(true);
});

test("a named constraint becomes a problem at its field", () => {
  expect(toProblem(driverError({ code: "23505", constraint_name: "member_mobiles_are_unique" }))).toMatchObject({ code: "mobile_taken", status: 409, field: "mobile" });
});

test("a constraint no form can reach is a fault", () => {
  expect(toProblem(driverError({ code: "23514", constraint_name: "journal_has_at_least_two_lines" }))).toMatchObject({ code: "internal" });
});

test("a malformed id in an address names nothing that exists", () => {
  expect(toProblem(driverError({ code: "22P02", message: 'invalid input syntax for type uuid: "x"' }))).toMatchObject({ code: "not_found", status: 404 });
});

test.each(["40001", "40P01"])("%s was rolled back, so anything may be asked again", (code) => {
  expect(failureKind(driverError({ code }))).toBe("undone");
});

test.each([["investment_references_are_unique", "undone"], ["request_references_are_unique", "undone"], ["member_referral_codes_are_unique", "undone"], ["deposit_references_are_unique", "final"], ["member_emails_are_unique", "final"]])(
  "what was drawn twice by chance is drawn again, what somebody typed is not: %s", (constraint_name, kind) => {
    expect(failureKind(driverError({ code: "23505", constraint_name }))).toBe(kind);
  });

test.each(["CONNECTION_CLOSED", "ECONNRESET", "57P01", "08006"])("after %s nobody knows whether it was committed", (code) => {
  expect(failureKind(driverError({ code }))).toBe("lost");
  expect(toProblem(driverError({ code }))).toMatchObject({ code: "unavailable", status: 503 });
});

test.each(["57014", "53300", "55P03"])("%s is overload: 503 with a time to come back", (code) => {
  expect(failureKind(driverError({ code }))).toBe("final");
  expect(toProblem(driverError({ code })).retryAfter).toBe(5);
});

test("a counter's refusal carries its seconds", () => {
  expect(new Problem("rate_limited", { params: { retry_after: "42" } }).retryAfter).toBe(42);
});

test("every problem has its sentence", () => {
  const sentences: Record<string, string> = problems;
  for (const code of Object.keys(problemStatus)) expect(sentences[code], code).toMatch(/\.$/);
});

test("what a problem remembers of its cause holds no parameter and no value", () => {
  const error = driverError({ code: "23505", message: "duplicate key", constraint_name: "unknown_constraint", detail: "Key (email)=(ann@example.test)" });
  Object.defineProperties(error, { parameters: { value: ["a-secret-token"] }, args: { value: ["a-secret-token"] } });
  const { cause } = toProblem(error);
  const everything = JSON.stringify(Object.getOwnPropertyNames(cause).map((name) => (cause as Record<string, unknown>)[name]));
  expect(cause).toMatchObject({ code: "23505", constraint_name: "unknown_constraint" });
  expect(everything).not.toMatch(/a-secret-token|ann@example/);
});
