/** What a story knows while it runs: its labels, its clock, and who is signed in. */
import { z } from "zod";

import { isProblem, publicSite, type Problem } from "./bridge.ts";
import type { StoryDatabase } from "./database.ts";
import { StoryFault } from "./fault.ts";
import { operatorSettings, type Settings } from "./settings.ts";

/** The body of a sign-up is kept, so that the same sign-up can be sent again. */
export type SignUp = { token: string; username: string; mobile: string; email: string };
export type Member = { token: string; referralCode: string; id: string };
export type StaffMember = { email: string; token: string | null };
export type Request = { kind: "deposit" | "withdrawal" | "booking_cancel" | "payout"; subject: string; id: string; member: string };
export type Plan = { id: string; currency: string };
export type Quote = { end_on: string; days: number; total: string };

export type World = {
  settings: Settings;
  db: StoryDatabase;
  /** business time, as text that Postgres reads */
  now: string;
  termsVersion: string;
  /** decimals of each currency the database knows */
  currencies: ReadonlyMap<string, number>;
  members: Map<string, Member>;
  /** sign-ups begun, so that `again` sends the very same one */
  signUps: Map<string, SignUp>;
  staff: Map<string, StaffMember>;
  plans: Map<string, Plan>;
  investments: Map<string, { id: string; member: string }>;
  quotes: Map<string, Quote>;
  bookings: Map<string, { id: string; member: string }>;
  payouts: Map<string, { id: string; member: string; currency: string }>;
  /** the vehicle of each price booked so far */
  vehicles: Map<string, string>;
  requests: Map<string, Request>;
  /** the implicit method of each currency used so far */
  methods: Map<string, string>;
  /** the implicit destination of each member */
  destinations: Map<string, string>;
  /** how many anonymous members of each name there are */
  anonymous: Map<string, number>;
  /** makes what has to be unique, alike in every run of the story */
  counter: () => number;
};

export async function openWorld(db: StoryDatabase, settings: Settings, now: string): Promise<World> {
  for (const [key, value] of Object.entries(operatorSettings(settings))) await db.admin.run("update core.settings set value = $2 where key = $1 and value <> $2", [key, value]);
  await db.admin.run("update core.clock set sandbox = true, frozen_at = $1::timestamptz", [now]);
  const known = await db.admin.rows(z.object({ code: z.string(), exponent: z.int() }), "select code, exponent from core.currencies");
  const currencies = new Map(known.map(({ code, exponent }) => [code, exponent]));
  if (!currencies.has(settings.currency)) throw new StoryFault("settings.currency", "a currency the database knows", settings.currency);
  let last = 0;
  return {
    settings, db, now, currencies, termsVersion: (await publicSite()).terms_version,
    members: new Map(), signUps: new Map(), staff: new Map(), plans: new Map(), investments: new Map(), quotes: new Map(), bookings: new Map(), payouts: new Map(), vehicles: new Map(), requests: new Map(),
    methods: new Map(), destinations: new Map(), anonymous: new Map(), counter: () => (last += 1),
  };
}

/** Time goes forward or stands. */
export async function moveClock(world: World, to: string, key: "at" | "to"): Promise<void> {
  if (Date.parse(to) < Date.parse(world.now)) throw new StoryFault(key, `no earlier than ${world.now}`, to);
  await world.db.admin.run("update core.clock set frozen_at = $1::timestamptz", [to]);
  world.now = to;
}

/** What a label stands for. */
export function named<T>(labels: Map<string, T>, key: string, label: string, meaning: string): T {
  const thing = labels.get(label);
  if (thing === undefined) throw new StoryFault(key, meaning, `unknown label ${JSON.stringify(label)}`);
  return thing;
}

/** A code that was not accepted is answered, not thrown; no code of a story is ever wrong. */
export function accepted<T extends { outcome: string }, O extends T["outcome"]>(answer: T, ...outcomes: O[]): Extract<T, { outcome: O }> {
  if (!(outcomes as string[]).includes(answer.outcome)) throw new Error(`a code was answered "${answer.outcome}"`);
  return answer as Extract<T, { outcome: O }>;
}

/** The code of a refusal. Faults of ours are not refusals: they end the run loudly. */
export function refusalOf(error: unknown): string {
  if (!isProblem(error)) throw error;
  if (error.code === "internal" || error.code === "unavailable") throw describeFault(error);
  return error.code;
}

function describeFault(problem: Problem): Error {
  const cause = problem.cause instanceof Error ? problem.cause.message : "";
  return new Error(`the desk failed (${problem.code}): ${cause}`, { cause: problem });
}
