/**
 * The three ways a story speaks to its database: as the web through the bridge the pages use, as the worker through the same desk
 * functions its jobs use, and as an administrator for what a story sets up or looks at and no page can.
 */
import pg from "pg";
import { z } from "zod";

import { toProblem, useDatabase, closeDatabase } from "./bridge.ts";
import type { TestDatabase } from "../../sql/tests/support/database.ts";

// Numbers beyond 2^53 would lose digits; amounts are formatted by the database in any case.
const connections = { web: 16, worker: 8 };

export type Admin = { rows<S extends z.ZodType>(schema: S, text: string, values?: unknown[]): Promise<z.output<S>[]>; run(text: string, values?: unknown[]): Promise<void> };
/** One desk function of the worker, by name, with its answer parsed. Throws `Problem`. */
export type WorkerDesk = <S extends z.ZodType>(schema: S, call: string, values?: unknown[]) => Promise<z.output<S>>;
export type StoryDatabase = { admin: Admin; worker: WorkerDesk; close(): Promise<void> };

function pool(url: string, max: number): pg.Pool {
  const opened = new pg.Pool({ connectionString: url, max, application_name: "coffer-story" });
  opened.on("error", () => undefined);
  return opened;
}

/** Undone because of a neighbour: the queue would run the job again, so do we. */
const undone = new Set(["40001", "40P01"]);

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5 || !undone.has((error as { code?: string }).code ?? "")) throw toProblem(error);
    }
  }
}

export async function openDatabase(database: TestDatabase): Promise<StoryDatabase> {
  await useDatabase({ url: database.url("coffer_web"), connections: connections.web });
  const adminPool = pool(database.url("postgres"), 1);
  const workerPool = pool(database.url("coffer_worker"), connections.worker);
  return {
    admin: {
      rows: async (schema, text, values = []) => z.array(schema).parse((await adminPool.query(text, values)).rows),
      run: async (text, values = []) => {
        await adminPool.query(text, values);
      },
    },
    worker: (schema, call, values = []) => again(async () => schema.parse((await workerPool.query<{ answer: unknown }>(`select desk.${call} as answer`, values)).rows[0]?.answer)),
    close: async () => {
      await Promise.all([closeDatabase(), adminPool.end(), workerPool.end()]);
    },
  };
}
