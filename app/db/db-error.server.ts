/**
 * What the database refused, in one shape. A refusal of ours is SQLSTATE class CF: the message is the code, the detail is
 * {field, params}. A named constraint is a refusal too. Everything else is a fault: logged whole, shown as `internal`.
 */
import { z } from "zod";

import { constraintProblems } from "./constraint-problems";
import { isProblemCode, problemStatus, type ProblemCode } from "./problem-status";

export type ProblemParams = Readonly<Record<string, string>>;

type ProblemOptions = { field?: string | null; params?: ProblemParams; cause?: unknown };

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** name of the form field it belongs to: the desk function's argument without `p_` */
  readonly field: string | undefined;
  /** facts for the sentence: `minimum`, `maximum`, `available`, `currency`, `retry_after` */
  readonly params: ProblemParams;

  constructor(code: ProblemCode, { field, params = {}, cause }: ProblemOptions = {}) {
    super(code, { cause });
    this.name = "Problem";
    this.code = code;
    this.status = problemStatus[code];
    this.field = field ?? undefined;
    this.params = params;
  }

  /** Seconds after which trying again makes sense; undefined when waiting does not help. */
  get retryAfter(): number | undefined {
    const seconds = this.params.retry_after;
    if (seconds !== undefined) return Number.parseInt(seconds, 10);
    return this.status === 503 ? 5 : undefined;
  }
}

/** Of another copy of this module too: the server bundle and the tests may each hold one. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem || (error instanceof Error && error.name === "Problem" && "code" in error && isProblemCode(error.code));
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const detailSchema = z.object({
  field: z.string().nullish(),
  params: z.record(z.string(), scalar.nullable()).nullish(),
});

function readDetail(detail: unknown): { field?: string | null; params?: ProblemParams } {
  if (typeof detail !== "string") return {};
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return {};
  }
  const parsed = detailSchema.safeParse(value);
  if (!parsed.success) return {};
  const params: Record<string, string> = {};
  for (const [name, param] of Object.entries(parsed.data.params ?? {})) if (param !== null) params[name] = param;
  return { field: parsed.data.field, params };
}

/** The parts of a driver error that we look at; none of them is ever shown to a person. */
type DriverError = Error & { code: string; detail?: string; constraint_name?: string };

function isDriverError(error: unknown): error is DriverError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** Rolled back by the database because of a neighbour: doing it again is right, and nothing happened before. */
const undone = new Set(["40001", "40P01"]);

/** A reference that was drawn by chance (core.random_code) and is somebody's already: the next time another one is drawn. Those of deposits are counted, not drawn. */
const drawn = /^(?!deposit_)[a-z_]+_references_are_unique$|^member_referral_codes_are_unique$/;

const lost = new Set([
  "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT",
  "57P01", "57P02", "57P03",
]);

/** Overloaded or cut off by a limit: the person may try again, we do not. */
const overloaded = new Set(["53300", "53400", "53200", "53100", "55P03", "57014", "25P03", "57P05"]);

/**
 * `undone`: certainly nothing happened. `lost`: the connection broke, so nobody knows whether the commit arrived; only a
 * call that may be repeated can be asked again.
 */
export function failureKind(error: unknown): "undone" | "lost" | "final" {
  if (!isDriverError(error)) return "final";
  if (undone.has(error.code) || (error.code === "23505" && drawn.test(error.constraint_name ?? ""))) return "undone";
  return lost.has(error.code) || error.code.startsWith("08") ? "lost" : "final";
}

const loggable = ["code", "severity", "schema_name", "table_name", "constraint_name", "routine", "where"] as const;

/**
 * A driver error carries the parameters, tokens among them, and its DETAIL repeats values of the row: both would follow it into any log
 * that looks closely enough. This copy has neither.
 */
function withoutValues(error: DriverError): Error {
  const copy = new Error(error.message);
  copy.name = error.name;
  if (error.stack !== undefined) copy.stack = error.stack;
  const facts: Record<string, unknown> = { ...error };
  for (const name of loggable) if (facts[name] !== undefined) Object.assign(copy, { [name]: facts[name] });
  return copy;
}

/** The problem that a driver error stands for; never throws. */
export function toProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  return isDriverError(error) ? translate(error, withoutValues(error)) : new Problem("internal", { cause: error });
}

function translate(error: DriverError, cause: Error): Problem {
  if (error.code.startsWith("CF") && isProblemCode(error.message)) return new Problem(error.message, { ...readDetail(error.detail), cause });
  if (error.code.startsWith("23") && error.constraint_name !== undefined) {
    const known = constraintProblems[error.constraint_name];
    if (known) return new Problem(known.code, { ...known, cause });
  }
  // Through the session of staff who look at a member's pages nothing is written, whatever is called (identity.enter).
  if (error.code === "25006") return new Problem("viewing_only", { cause });
  // A malformed uuid or date in an address or a hidden field: the thing it names cannot exist.
  if (error.code === "22P02" || error.code === "22007" || error.code === "22008") return new Problem("not_found", { cause });
  // Text that UTF-8 or jsonb cannot hold, such as a NUL, or a number that no column holds.
  if (error.code === "22021" || error.code === "22P05" || error.code === "22003" || error.code === "22001") return new Problem("invalid_input", { cause });
  if (failureKind(error) !== "final" || overloaded.has(error.code)) return new Problem("unavailable", { cause });
  return new Problem("internal", { cause });
}

/** Whether people on call should read about it: our own mistakes and a database that is away, not what a person did. */
export function isFault(problem: Problem): boolean {
  return problem.status >= 500 && problem.code !== "payouts_paused";
}
