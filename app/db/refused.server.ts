import { z } from "zod";

import { Problem } from "./db-error.server";
import { refused } from "./shapes.server";

/**
 * A counter's refusal is returned by the database, so that the counter survives; for the application it is a problem like any other.
 */
export function orRefused<S extends z.ZodType>(schema: S) {
  return z.union([refused, schema]);
}

export function unlessRefused<T>(answer: T | z.output<typeof refused>): T {
  if (isRefusal(answer)) throw new Problem(answer.refused, { params: { retry_after: String(answer.retry_after) } });
  return answer as T;
}

function isRefusal(answer: unknown): answer is z.output<typeof refused> {
  return refused.safeParse(answer).success;
}
