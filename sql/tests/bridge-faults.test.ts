/** What the bridge does when Postgres goes away, is slow, or is wanted by too many at once. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { closeDatabase, onFault, useDatabase } from "../../app/db/db.server";
import type { Problem } from "../../app/db/db-error.server";
import { memberTransfer } from "../../app/db/ledger.server";
import { publicAdmit, publicReferrer, publicSite } from "../../app/db/public.server";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let db: pg.Client;
/** A connection of its own: inside a transaction pg_stat_activity stands still. */
let holder: pg.Client;
let faults: Problem[] = [];

beforeAll(async () => {
  database = await testDatabase();
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  holder = new pg.Client({ connectionString: database.url("postgres") });
  await holder.connect();
  onFault((problem) => faults.push(problem));
});

beforeEach(async () => {
  faults = [];
  await useDatabase({ url: database.url("coffer_web"), connections: 4 });
});

afterAll(async () => {
  await closeDatabase();
  await holder.end();
  await db.end();
  await database.drop();
});

const cutEveryConnection = () => db.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'coffer_web' and datname = current_database()");

async function lock(table: string): Promise<void> {
  await holder.query("begin");
  await holder.query(`lock table ${table} in access exclusive mode`);
}

/** Waits until the web waits for a lock, so that what happens next happens in the middle of its call. */
async function untilBlocked(): Promise<void> {
  for (;;) {
    const { rows } = await db.query("select 1 from pg_stat_activity where usename = 'coffer_web' and datname = current_database() and wait_event_type = 'Lock'");
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("connections that were cut between two calls are nobody's problem", async () => {
  await publicSite();
  await cutEveryConnection();
  await expect(Promise.all(Array.from({ length: 8 }, () => publicSite()))).resolves.toHaveLength(8);
  expect(faults).toEqual([]);
});

test("a read that is cut in the middle is read again", async () => {
  await lock("identity.members");
  const answer = publicReferrer("NQBQDYXX");
  await untilBlocked();
  await cutEveryConnection();
  await holder.query("rollback");
  expect(await answer).toEqual({ valid: false, name: null });
});

test("a command with a request key that is cut in the middle is asked again with the same key", async () => {
  await lock("identity.sessions");
  const answer = memberTransfer("t".repeat(43), { currency: "USD", amount: "1.00", key: randomUUID() }).catch((problem: unknown) => problem);
  await untilBlocked();
  await cutEveryConnection();
  await holder.query("rollback");
  // Nobody has this token, so that the desk answered at all is the proof.
  expect(await answer).toMatchObject({ code: "signed_out" });
});

test("a command without a key is not asked again: nobody knows whether it was done", async () => {
  await lock("identity.rate_counters");
  const answer = publicAdmit("192.0.2.1", null).catch((problem: unknown) => problem);
  await untilBlocked();
  await cutEveryConnection();
  await holder.query("rollback");
  expect(await answer).toMatchObject({ code: "unavailable", status: 503, retryAfter: 5 });
  expect(faults).toHaveLength(1);
});

test("a statement that takes too long is given up with 503", async () => {
  await useDatabase({ url: database.url("coffer_web"), connections: 1, statementTimeoutMs: 200 });
  await lock("identity.members");
  const answer = await publicReferrer("NQBQDYXX").catch((problem: unknown) => problem);
  await holder.query("rollback");
  expect(answer).toMatchObject({ code: "unavailable", status: 503 });
});

test("when too many wait for a connection the next one is told so at once, and afterwards all is well", async () => {
  await useDatabase({ url: database.url("coffer_web"), connections: 1 });
  await lock("identity.members");
  const waiting = Array.from({ length: 40 }, () => publicReferrer("NQBQDYXX"));
  await untilBlocked();
  const began = performance.now();
  await expect(publicSite()).rejects.toMatchObject({ code: "unavailable", status: 503, retryAfter: 2 });
  expect(performance.now() - began).toBeLessThan(500);
  await holder.query("rollback");
  await expect(Promise.all(waiting)).resolves.toHaveLength(40);
  await expect(publicSite()).resolves.toHaveProperty("company");
});

test("without a database the answer is 503, not a stack", async () => {
  await useDatabase({ url: "postgres://coffer_web@127.0.0.1:1/nowhere", connections: 1 });
  await expect(publicSite()).rejects.toMatchObject({ code: "unavailable", status: 503, message: "unavailable" });
});

test("an answer in an unexpected shape is a fault that says nothing to the person", async () => {
  await db.query("create or replace function desk.public_site() returns jsonb language sql volatile security definer set search_path = '' as $$ select '{\"company\": 7}'::jsonb $$");
  await expect(publicSite()).rejects.toMatchObject({ code: "internal", status: 500, message: "internal" });
  expect(faults).toMatchObject([{ code: "internal" }]);
});
