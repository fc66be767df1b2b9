/** What only one test of a run may hold at a time: the clock, somebody's mailbox. Tests run in several processes, so it is a folder. */
import { mkdirSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { baseURL } from "./address";

const folder = path.join(tmpdir(), `coffer-e2e-locks-${new URL(baseURL || "http://none").port}`);
const lookAgainMs = 200;

/** Waits for its turn; answers what lets the next one in. */
export async function hold(name: string): Promise<() => void> {
  const lock = path.join(folder, encodeURIComponent(name));
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmdirSync(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    await sleep(lookAgainMs);
  }
}

/** For the beginning of a run: what a killed run has left behind. */
export function freeLocks(): void {
  rmSync(folder, { recursive: true, force: true });
}
