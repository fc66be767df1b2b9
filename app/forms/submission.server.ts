/**
 * Reading a posted form and refusing it. One schema per action; what the database refuses later lands at the same fields.
 *
 *   const submission = await readForm(request, schema());
 *   if (submission.status !== "success") return refuse(submission);
 *   try { … } catch (error) { return refuseProblem(submission, error, { fields: ["amount"] }); }
 *
 * Make the schema inside a function (`const schema = () => z.object(…)`): a call at the top of a route module would be
 * shipped to the browser together with zod.
 */
import type { Submission, SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";

import { isProblem, type Problem } from "~/db/db-error.server";
import type { Language } from "~/i18n/languages";
import { amountShape, isAmbiguousAmount, readTypedAmount } from "~/money/amount";
import { plainFields, readBody, unreadableFields } from "./body.server";
import { encodeFault } from "./fault";

export type FormResult = SubmissionResult<string[]>;
type AnySubmission = Submission<unknown, string[], unknown>;

/** Every zod complaint becomes one of our codes; a schema may give its own code as the message. */
const faultOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "required" : "invalid_input";
    case "too_small":
      if (issue.origin === "string") return issue.minimum === 1 ? "required" : encodeFault("too_short", { minimum: issue.minimum });
      return encodeFault("too_small", { minimum: issue.minimum });
    case "too_big":
      return encodeFault(issue.origin === "string" ? "too_long" : "too_big", { maximum: issue.maximum });
    case "invalid_format":
      return issue.format === "email" ? "invalid_email" : issue.format === "date" ? "invalid_date" : "invalid_input";
    case "invalid_value":
      return issue.input === undefined ? "required" : "invalid_choice";
    default:
      return "invalid_input";
  }
};

/** Reads the body (or a FormData already read, for uploads) with a schema. */
export async function readForm<Schema extends z.ZodType>(source: Request | FormData, schema: Schema) {
  const form = plainFields(source instanceof Request ? await readBody(source) : source);
  const submission = parseWithZod(form, { schema, error: faultOf });
  const unreadable = unreadableFields(form);
  return unreadable.length === 0 ? submission : unreadableAt(submission, unreadable);
}

/** The same submission, refused: only these fields are complained about, as nothing can be said about what could not be read. */
function unreadableAt<Read extends AnySubmission>(submission: Read, fields: string[]) {
  const error = Object.fromEntries(fields.map((field) => [field, ["unreadable"]]));
  const { payload } = submission;
  return { status: "error" as const, payload, error, reply: (): FormResult => ({ ...submission.reply(), status: "error", error }) };
}

/** An amount as typed in a language. The shape is checked here, the value by the database, which knows currency and limits. */
export function typedAmount(language: Language) {
  return z
    .string()
    .refine((text) => !isAmbiguousAmount(text, language), { error: "ambiguous_amount", abort: true })
    .transform((text) => readTypedAmount(text, language))
    .pipe(z.string().regex(amountShape, { error: "invalid_amount" }));
}

/** The key that makes a repeated click one command. */
export function requestKey() {
  return z.uuid({ error: "lost_key" });
}

/** A tick that must be there. */
export function accepted() {
  return z.literal(true, { error: "must_accept" });
}

export function refuse(submission: AnySubmission, status = 422) {
  const result: FormResult = submission.reply();
  // Typed again it would be refused again: the form takes the loader's fresh key.
  if (result.error?.key && result.initialValue) delete result.initialValue.key;
  return data({ result }, { status });
}

/**
 * A refusal of the database as a form result: at the field it names when the form has it, else on top.
 * `fields` are the form's own names; `rename` maps the database's field names to them.
 */
export function problemToSubmission(
  submission: AnySubmission,
  problem: Pick<Problem, "code" | "field" | "params">,
  { fields, rename = {} }: { fields?: string[]; rename?: Record<string, string> } = {},
): FormResult {
  const fault = encodeFault(problem.code, problem.params);
  const field = problem.field ? (rename[problem.field] ?? problem.field) : undefined;
  const known = field !== undefined && (fields ?? Object.keys(submission.payload)).includes(field);
  const reply = known && field !== undefined ? { fieldErrors: { [field]: [fault] } } : { formErrors: [fault] };
  const result: FormResult = { ...submission.reply(reply), status: "error" };
  // The key was spent on another body: the next try is a new command, so the form takes the loader's fresh key.
  if (problem.code === "key_reuse" && result.initialValue) delete result.initialValue.key;
  return result;
}

/** Answers a refusal with its status and the form as it was typed. Anything but an expected refusal is thrown on. */
export function refuseProblem(submission: AnySubmission, error: unknown, options: Parameters<typeof problemToSubmission>[2] = {}) {
  if (!isProblem(error) || error.code === "signed_out" || error.status >= 500) throw error;
  return data({ result: problemToSubmission(submission, error, options) }, { status: error.status });
}

/** A complaint of the action's own, such as a wrong code, at a field or (empty name) on top. */
export function refuseWith(submission: AnySubmission, field: string, code: string, params: Record<string, unknown> = {}, status = 422) {
  const fault = encodeFault(code, params);
  const reply = field ? { fieldErrors: { [field]: [fault] } } : { formErrors: [fault] };
  return data({ result: { ...submission.reply(reply), status: "error" as const } satisfies FormResult }, { status });
}
