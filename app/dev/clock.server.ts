import { sandboxClockMove, sandboxClockSet } from "~/db/sandbox.server";

import type { ClockStep } from "./clock-step";

/** Moves business time forward; what falls due is queued with it. The database refuses a step backwards. */
export function moveClock(step: ClockStep): Promise<{ business_now: string }> {
  return "by" in step ? sandboxClockMove(step.by) : sandboxClockSet(step.to);
}
