import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { isProblem } from "~/db/db-error.server";
import { sandboxClock } from "~/db/sandbox.server";
import { moveClock } from "~/dev/clock.server";
import { readClockStep } from "~/dev/clock-step";
import { sandboxOnly } from "~/dev/sandbox-only.server";
import { answerProblems } from "~/http/answer-problems.server";

/** `{business_now, offset, idle}`; idle when everything that fell due has run. */
export async function loader() {
  sandboxOnly();
  return Response.json(await answerProblems(() => sandboxClock()));
}

const bodySchema = () => z.object({ step: z.string() });

/** `{"step": "+1d"}` or `{"step": "2027-03-05T10:00:00Z"}` moves the clock forward and answers `{business_now}`. */
export async function action({ request }: ActionFunctionArgs) {
  sandboxOnly();
  const body = bodySchema().safeParse(await request.json().catch(() => null));
  const step = body.success ? readClockStep(body.data.step) : null;
  if (!step) return Response.json({ code: "invalid_input", field: "step" }, { status: 422 });
  try {
    return Response.json(await moveClock(step));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return Response.json({ code: error.code, field: "step", params: error.params }, { status: error.status });
  }
}
