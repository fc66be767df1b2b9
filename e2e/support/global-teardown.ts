import { freeLocks } from "./lock";
import { forgetSessions } from "./sessions";

/** Nothing of a run stays on the machine; an application that was up already keeps its people signed in. */
export default function tearDown(): void {
  freeLocks();
  if (!process.env.E2E_GIVEN_URL) forgetSessions();
}
