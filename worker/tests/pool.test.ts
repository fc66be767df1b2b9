/** A worker's life that has ended leaves repetitions of the queue behind; none of them may end the process that goes on. */
import { setTimeout as sleep } from "node:timers/promises";

import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "../../sql/tests/support/database.ts";
import { closeQueuePool, openQueuePool } from "../queue";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("who asks the pool of an ended life for a connection gets neither one nor a refusal", async () => {
  const pool = openQueuePool(database.url("coffer_queue"), 2, pino({ level: "silent" }));
  const client = await pool.connect();
  client.release();
  await closeQueuePool(pool);
  const asked = pool.connect().then(() => "a connection", () => "a refusal");
  expect(await Promise.race([asked, sleep(300, "nothing")])).toBe("nothing");
  expect(pool.ended).toBe(true);
});
