/** The sandbox clock. It is one for the whole application, so whoever moves it holds it until the test has ended. */
import { setTimeout as sleep } from "node:timers/promises";

import { baseURL } from "./address";
import { hold } from "./lock";

const patienceMs = 90_000;

export const holdClock = (): Promise<() => void> => hold("clock");

export async function businessNow(): Promise<string> {
  return ((await (await fetch(`${baseURL}/dev/clock.json`)).json()) as { business_now: string }).business_now;
}

/** Moves business time forward and waits until everything that fell due has run. */
export async function moveClock(step: string): Promise<void> {
  const moved = await fetch(`${baseURL}/dev/clock.json`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ step }) });
  if (!moved.ok) throw new Error(`the clock was not moved: ${moved.status}`);
  for (const end = Date.now() + patienceMs; ; await sleep(250)) {
    const { idle } = (await (await fetch(`${baseURL}/dev/clock.json`)).json()) as { idle: boolean };
    if (idle) return;
    if (Date.now() > end) throw new Error("what fell due has not finished running");
  }
}
