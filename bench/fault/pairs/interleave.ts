/**
 * Two transactions in one given order of begin, call and commit. A call that waits for the other is seen in pg_blocking_pids; the other
 * goes on, and what the order wanted from the waiting one is done as soon as it is free. Nothing depends on time.
 */
import pg from "pg";

import type { TestDatabase } from "../../../sql/tests/support/database";
import { wordFor } from "../hammer";

export type Call = { role: "coffer_web" | "coffer_worker"; name: string; args: Record<string, unknown> };
/** What a call answered, without what is drawn at random; or the word of its refusal. */
export type Outcome = string;

/** Every order of three steps of one and three of the other, each in its own order: 20. */
export const interleavings: readonly string[] = (function orders(a: number, b: number): string[] {
  if (a === 0 || b === 0) return ["A".repeat(a) + "B".repeat(b)];
  return [...orders(a - 1, b).map((rest) => `A${rest}`), ...orders(a, b - 1).map((rest) => `B${rest}`)];
})(3, 3);

/** How much a job ended or left is what it saw when it looked (it passes over what another has claimed, a spender folds for itself), no effect: the state is compared. */
const anonymous = (answer: unknown): string =>
  (JSON.stringify(answer) ?? "null").replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "#").replace(/"(reference)":"[^"]*"/g, '"$1":"#"').replace(/"id":"\d+-\d+"/g, '"id":"#"').replace(/"(left|ended)":\d+/g, '"$1":"#"');

/** One person at one connection per role; steps are asked for in order and done one after the other. */
class Seat {
  outcome: Outcome = "";
  private queue: ("begin" | "call" | "commit")[] = ["begin", "call", "commit"];
  private running: Promise<void> | null = null;
  private wanted = 0;
  constructor(private readonly client: pg.Client, readonly pid: number, private readonly call: Call) {}

  ask(): void {
    this.wanted += 1;
  }
  get free(): boolean {
    return this.running === null;
  }
  get owing(): boolean {
    return this.wanted > 0;
  }
  /** Starts the next step that is owed. */
  start(): void {
    const step = this.queue.shift();
    if (step === undefined) throw new Error("no step is left");
    this.wanted -= 1;
    this.running = this.run(step).finally(() => {
      this.running = null;
    });
  }
  /** Until the step has ended, or is seen to wait. */
  async settled(waits: (pid: number) => Promise<boolean>): Promise<void> {
    while (!this.free) {
      await Promise.race([this.running, new Promise((resolve) => setTimeout(resolve, 3))]);
      if (!this.free && (await waits(this.pid))) return;
    }
  }
  private async run(step: "begin" | "call" | "commit"): Promise<void> {
    const { name, args } = this.call;
    try {
      if (step === "begin") await this.client.query("begin");
      if (step === "commit") await this.client.query("commit");
      if (step === "call") {
        const names = Object.keys(args);
        const { rows } = await this.client.query<{ answer: unknown }>({ name, text: `select desk.${name}(${names.map((key, n) => `p_${key} => $${n + 1}`).join(", ")}) as answer`, values: names.map((key) => args[key]) });
        this.outcome = anonymous(rows[0]?.answer);
      }
    } catch (error) {
      this.outcome = `refused: ${wordFor(error).word}`;
    }
  }
}

export type Table = { play(order: string, a: Call, b: Call): Promise<{ outcomes: [Outcome, Outcome]; waited: boolean }>; close(): Promise<void> };

export async function openTable(database: TestDatabase, watch: pg.Client): Promise<Table> {
  const open = async (role: string) => {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return { client, pid: rows[0]?.pid ?? 0 };
  };
  const seats = await Promise.all(["A", "B"].map(async () => ({ coffer_web: await open("coffer_web"), coffer_worker: await open("coffer_worker") })));
  const [first, second] = seats;
  if (!first || !second) throw new Error("two seats");
  const waits = async (pid: number): Promise<boolean> => (await watch.query<{ waits: boolean }>("select cardinality(pg_blocking_pids($1)) > 0 as waits", [pid])).rows[0]?.waits ?? false;
  return {
    play: async (order, a, b) => {
      const [A, B] = [new Seat(first[a.role].client, first[a.role].pid, a), new Seat(second[b.role].client, second[b.role].pid, b)];
      let waited = false;
      const goOn = async () => {
        for (let moved = true; moved; ) {
          moved = false;
          for (const seat of [A, B]) {
            await seat.settled(waits);
            waited ||= !seat.free;
            if (!seat.free || !seat.owing) continue;
            seat.start();
            await seat.settled(waits);
            moved = true;
          }
        }
      };
      for (const step of order) {
        (step === "A" ? A : B).ask();
        await goOn();
      }
      // Both may wait only for each other, and then the server ends one of them.
      while (!A.free || !B.free || A.owing || B.owing) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        await goOn();
      }
      return { outcomes: [A.outcome, B.outcome], waited };
    },
    close: async () => {
      await Promise.all(seats.flatMap((seat) => [seat.coffer_web.client.end(), seat.coffer_worker.client.end()]));
    },
  };
}
