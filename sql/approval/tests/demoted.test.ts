/**
 * A large payment is approved by two people while one of them loses the role (spec 8, row 10): whatever the order, nothing is paid on the
 * word of somebody who may not decide. `ROUNDS=1000` is the long form.
 */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf, tally } from "../../tests/support/race";

const rounds = Number.parseInt(process.env.ROUNDS ?? "15", 10);

type Staff = Awaited<ReturnType<Desk["staff"]>>;

let database: TestDatabase;
let desk: Desk;
let admin: Staff;
let first: Staff;
let second: Staff;
let third: Staff;
let method: string;
let ann: Awaited<ReturnType<Desk["member"]>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  admin = await desk.staff("admin");
  [first, second, third] = [await desk.staff("finance", "first"), await desk.staff("finance", "second"), await desk.staff("finance", "third")];
  method = await desk.method();
  ann = await desk.member("ann");
  await desk.set({ two_person_above: "1000" });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const large = async () => (await desk.ask("member_deposit_submit", { token: ann.token, method, reference: null, amount: "2000.00", transaction_reference: randomUUID(), file: null, key: randomUUID() })).request as string;
const state = async (id: string) =>
  (await desk.sql<{ state: string; executed: boolean; journals: number }>(
    "select r.state, r.executed_at is not null as executed, (select count(*)::integer from ledger.journals j join funding.deposits d on d.journal_id = j.id where d.id = r.subject_id) as journals from approval.requests r where r.id = $1", [id]))[0];
/** The first is in finance again, and signed in: as if two others had given the role back. */
const restore = async () => {
  await desk.sql("update identity.staff set role = 'finance' where email = $1", [first.email]);
  await desk.sql("update identity.sessions set revoked_at = null where token_hash = sha256($1)", [Buffer.from(first.token)]);
};
const demotion = async () => {
  const [row] = await desk.sql<{ id: string }>("select public_id::text as id from identity.staff where email = $1", [first.email]);
  return (await desk.ask("staff_colleague_change", { token: admin.token, staff: row?.id, role: "support", active: true, member_email: null, reason: "moves", key: randomUUID() })).request as string;
};

test("approved by one who loses the role afterwards: a third person has to approve", async () => {
  const request = await large();
  expect(await desk.decide(first, request)).toMatchObject({ state: "pending", given: 1 });
  await desk.decide(third, await demotion());
  expect(await desk.decide(second, request)).toMatchObject({ state: "pending", given: 1, needed: 2 });
  expect(await state(request)).toEqual({ state: "pending", executed: false, journals: 0 });
  expect(await desk.decide(third, request)).toMatchObject({ state: "approved", given: 2 });
  expect(await state(request)).toEqual({ state: "approved", executed: true, journals: 1 });
  await restore();
});

test("the second approval waits for a change of the first person's role that is under way, and does not count it", async () => {
  const request = await large();
  await desk.decide(first, request);
  const changing = new pg.Client({ connectionString: database.url("postgres") });
  await changing.connect();
  try {
    await changing.query("begin");
    await changing.query("update identity.staff set role = 'support' where email = $1", [first.email]);
    const approving = desk.decide(second, request);
    for (;;) {
      const [waiting] = await desk.sql<{ n: number }>("select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%staff_decide%'");
      if (waiting && waiting.n > 0) break;
    }
    await changing.query("commit");
    expect(await approving).toMatchObject({ state: "pending", given: 1, needed: 2 });
  } finally {
    await changing.end();
  }
  expect(await state(request)).toEqual({ state: "pending", executed: false, journals: 0 });
  await restore();
});

test("in any order of two approvals and a demotion at once nothing is paid twice, and nothing by one", async () => {
  const seen: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const request = await large();
    const change = await demotion();
    const [one, two, changed] = await Promise.all([outcomeOf(desk.decide(first, request)), outcomeOf(desk.decide(second, request)), outcomeOf(desk.decide(third, change))]);
    expect(changed.refused).toBeNull();
    expect([null, "not_permitted", "signed_out"]).toContain(one.refused);
    expect(two.refused).toBeNull();
    const after = await state(request);
    const paid = [one, two].some(({ answer }) => answer?.state === "approved");
    expect(after).toEqual(paid ? { state: "approved", executed: true, journals: 1 } : { state: "pending", executed: false, journals: 0 });
    if (paid) expect(one.refused).toBeNull();
    else {
      // Only those who may still decide count: one more of them is needed and enough.
      expect(await refused(desk.decide(second, request))).toBe("same_person");
      expect(await desk.decide(third, request)).toMatchObject({ state: "approved", given: 2 });
      expect((await state(request))?.journals).toBe(1);
    }
    seen.push(paid ? "paid by both" : one.refused === null ? "approved before, not counted after" : "refused");
    await restore();
  }
  expect(Object.values(tally(seen)).reduce((sum, n) => sum + n, 0)).toBe(rounds);
  expect((await desk.sql("select * from approval.verify()"))).toEqual([]);
}, 30_000 + rounds * 1000);
