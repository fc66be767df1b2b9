/** People of the demonstration who are signed in once for the whole run; their sessions lie in a folder of the run. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { baseURL } from "./address";
import { Visitor, type SavedSession } from "./visitor";

const folder = path.join(tmpdir(), `coffer-e2e-sessions-${new URL(baseURL || "http://none").port}`);
const fileOf = (label: string) => path.join(folder, `${label}.json`);

export const demoEmail = (label: string): string => `${label.replace(/-\d$/, "")}@demo.coffer.test`;

/** Diego has chosen Spanish and Priya Hindi; the others read English. */
export const membersSignedIn = ["ann", "bo", "mo", "lena", "diego", "priya"] as const;
/** A label with a number is a second session of the same person: posts are limited per session too. */
export const staffSignedIn = ["admin", "operations", "finance", "finance2", "operations-2", "operations-3"] as const;
export type SignedIn = (typeof membersSignedIn)[number] | (typeof staffSignedIn)[number];
export const isStaff = (label: SignedIn): boolean => (staffSignedIn as readonly string[]).includes(label);

/** Against an application that was up already, the sessions of the last run are as good as new ones, and codes are limited. */
async function isStillIn(label: string, staff: boolean): Promise<boolean> {
  if (!existsSync(fileOf(label))) return false;
  const visitor = await Visitor.arrive(JSON.parse(readFileSync(fileOf(label), "utf8")) as SavedSession);
  const status = (await visitor.get(staff ? "/admin" : "/home")).status();
  await visitor.leave();
  return status === 200;
}

export async function signEverybodyIn(): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const enter = async (label: string, staff: boolean) => {
    if (await isStillIn(label, staff)) return;
    const visitor = await Visitor.arrive();
    await (staff ? visitor.signInAsStaff(demoEmail(label)) : visitor.signIn(demoEmail(label)));
    writeFileSync(fileOf(label), JSON.stringify(await visitor.session()), { mode: 0o600 });
    await visitor.leave();
  };
  // One after the other where two would look for their codes in the same mailbox.
  const inTurn = staffSignedIn.filter((label) => demoEmail(label) === demoEmail("operations"));
  const others = staffSignedIn.filter((label) => demoEmail(label) !== demoEmail("operations"));
  const operations = async () => {
    for (const label of inTurn) await enter(label, true);
  };
  await Promise.all([...membersSignedIn.map((label) => enter(label, false)), ...others.map((label) => enter(label, true)), operations()]);
}

/** A run takes longer than a session may lie idle (staff: fifteen minutes): each is used now and then. Answers how to stop that. */
export function keepEverybodyIn(): () => void {
  const use = async (label: SignedIn, path: string) => {
    const visitor = await Visitor.arrive(sessionOf(label));
    await visitor.get(path);
    await visitor.leave();
  };
  const timer = setInterval(() => void Promise.allSettled([...membersSignedIn.map((label) => use(label, "/home")), ...staffSignedIn.map((label) => use(label, "/admin"))]), 4 * 60_000);
  timer.unref();
  return () => clearInterval(timer);
}

export function forgetSessions(): void {
  rmSync(folder, { recursive: true, force: true });
}

export function sessionOf(label: SignedIn): SavedSession {
  return JSON.parse(readFileSync(fileOf(label), "utf8")) as SavedSession;
}
