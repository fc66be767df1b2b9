import { expect, test } from "vitest";
import { z } from "zod";

import { Problem } from "../db/db-error.server";
import { decodeFault, encodeFault } from "./fault";
import { accepted, problemToSubmission, readForm, refuse, refuseProblem, requestKey, typedAmount } from "./submission.server";

const schema = () => z.object({ amount: typedAmount("en"), note: z.string().max(5).optional(), email: z.email().optional(), agree: accepted(), key: requestKey() });

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

const good = { amount: "12.50", agree: "on", key: "0197a3c0-0000-7000-8000-000000000000" };

test("a good form is its values", async () => {
  const submission = await readForm(form(good), schema());
  expect(submission.status).toBe("success");
  expect(submission.status === "success" && submission.value.amount).toBe("12.50");
});

test("each complaint is a code at its field, and what was typed is kept", async () => {
  const submission = await readForm(form({ amount: "1e3", note: "too long", email: "nobody" }), schema());
  const { data, init } = refuse(submission);
  expect(init?.status).toBe(422);
  expect(data.result.error).toMatchObject({ amount: ["invalid_amount"], note: ['too_long {"maximum":5}'], email: ["invalid_email"], agree: ["must_accept"], key: ["lost_key"] });
  expect(data.result.initialValue).toMatchObject({ amount: "1e3", note: "too long" });
});

test("an amount is read as its language writes it, and a doubtful one is refused as doubtful", async () => {
  const spanish = z.object({ amount: typedAmount("es") });
  const comma = await readForm(form({ amount: "12,34" }), spanish);
  expect(comma.status === "success" && comma.value.amount).toBe("12.34");
  for (const amount of ["1.234", "1,234"]) expect(refuse(await readForm(form({ amount }), spanish)).data.result.error).toEqual({ amount: ["ambiguous_amount"] });
  expect(refuse(await readForm(form({ amount: "12,34" }), z.object({ amount: typedAmount("hi") }))).data.result.error).toEqual({ amount: ["invalid_amount"] });
});

test("a missing value is called missing", async () => {
  const submission = await readForm(form({}), schema());
  expect(refuse(submission).data.result.error).toMatchObject({ amount: ["required"] });
});

test("what the database refuses lands at the field it names, else on top", async () => {
  const submission = await readForm(form(good), schema());
  const atField = problemToSubmission(submission, new Problem("below_minimum", { field: "amount", params: { minimum: "50.00" } }));
  expect(atField.error).toMatchObject({ amount: ['below_minimum {"minimum":"50.00"}'] });
  expect(atField.initialValue).toMatchObject({ amount: "12.50" });
  const onTop = problemToSubmission(submission, new Problem("not_active", { field: "plan" }));
  expect(onTop.error).toMatchObject({ "": ["not_active"] });
});

test("a spent key is not offered again", async () => {
  const submission = await readForm(form(good), schema());
  expect(problemToSubmission(submission, new Problem("key_reuse")).initialValue).not.toHaveProperty("key");
});

test("faults of the system and ended sessions are not form errors", async () => {
  const submission = await readForm(form(good), schema());
  for (const code of ["signed_out", "unavailable", "internal"] as const) {
    expect(() => refuseProblem(submission, new Problem(code))).toThrow(code);
  }
});

test("a fault survives its journey as text", () => {
  expect(decodeFault(encodeFault("below_minimum", { minimum: "1.00" }))).toEqual({ code: "below_minimum", params: { minimum: "1.00" } });
  expect(decodeFault("required")).toEqual({ code: "required", params: {} });
});
