/**
 * Moves business time of a running demo forward and waits until everything that fell due has run:
 *
 *   npm run clock                             what time it is, and whether work is still running
 *   npm run clock -- +1d                      also +90m +36h +2w +3mo
 *   npm run clock -- 2027-03-05T10:00:00Z     to an instant in UTC
 *
 * Speaks to the web server (PUBLIC_URL, else the port in PORT), so it needs no way into the database.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { readClockStep } from "../app/dev/clock-step";
import { formatTime } from "../app/money/dates";

const address = (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? "3000"}`).replace(/\/$/, "");
const patienceMs = 10 * 60_000;
const lookAgainMs = 250;

const clockSchema = z.object({ business_now: z.string(), idle: z.boolean().optional() });
const refusalSchema = z.object({ code: z.string() });

class Told extends Error {}

async function clock(step?: string): Promise<z.output<typeof clockSchema>> {
  const asked: RequestInit = step === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ step }) };
  const answer = await fetch(`${address}/dev/clock.json`, asked).catch(() => {
    throw new Told(`Nothing answers at ${address}. Start Coffer first: npm start`);
  });
  if (answer.status === 404) throw new Told(`${address} has no sandbox clock: it exists in a demo only.`);
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const { data } = refusalSchema.safeParse(body);
    throw new Told(data?.code === "invalid_input" ? "The clock only goes forward: give a later time." : `The clock was not moved (${data?.code ?? answer.status}).`);
  }
  return clockSchema.parse(body);
}

async function untilIdle(): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await sleep(lookAgainMs)) {
    if ((await clock()).idle) return;
    if (Date.now() > end) throw new Told("What fell due has not finished running. Is the worker alive?");
  }
}

async function main(wish: string | undefined): Promise<void> {
  if (wish === undefined) {
    const { business_now, idle } = await clock();
    console.log(`Business time is ${formatTime(business_now)}; ${idle ? "everything due has run" : "work is still running"}.`);
    return;
  }
  if (!readClockStep(wish)) throw new Told(`"${wish}" is not a step such as +1d, +36h, +2w, +3mo, nor an instant such as 2027-03-05T10:00:00Z.`);
  const began = Date.now();
  const { business_now } = await clock(wish);
  await untilIdle();
  console.log(`Business time is ${formatTime(business_now)}; everything due has run (${((Date.now() - began) / 1000).toFixed(1)} s).`);
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Told ? error.message : error);
  process.exitCode = 1;
});
