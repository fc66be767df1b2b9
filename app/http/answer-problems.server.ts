import { data } from "@remix-run/node";

import { isProblem } from "~/db/db-error.server";

/** For pages without a session: a problem becomes an answer with its status, for the error boundary. */
export async function answerProblems<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isProblem(error)) throw error;
    const headers: Record<string, string> = error.retryAfter === undefined ? {} : { "Retry-After": String(error.retryAfter) };
    throw data({ code: error.code, params: error.params }, { status: error.status, headers });
  }
}
