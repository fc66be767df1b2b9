import { freeClock } from "./clock";
import { forgetSessions } from "./sessions";

/** Nothing of a run stays on the machine; an application that was up already keeps its people signed in. */
export default function tearDown(): void {
  freeClock();
  if (!process.env.E2E_GIVEN_URL) forgetSessions();
}
