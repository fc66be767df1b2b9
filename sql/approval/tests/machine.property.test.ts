/**
 * The state machine of a request (spec 2.6) against a small model: whoever approves, rejects, cancels or lets it run out of time, in any order.
 * After every step the request, its decisions and its money are the model's.
 */
import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { outcomeOf } from "../../tests/support/race";

let database: TestDatabase;
let desk: Desk;
let ann: Awaited<ReturnType<Desk["member"]>>;
let people: { token: string }[];
let method: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 4);
  ann = await desk.member("ann");
  method = await desk.method();
  await desk.set({ two_person_above: "1000", posts_per_minute: "1000000" });
  people = [await desk.staff("finance"), await desk.staff("finance"), await desk.staff("finance")];
  // The fourth is the member whom it pays.
  const linked = await desk.staff("finance", "linked");
  await desk.sql("update identity.staff set member_id = (select id from identity.members where public_id = $1) where email = $2", [ann.id, linked.email]);
  people.push(linked);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Step = { kind: "approve" | "reject"; by: number } | { kind: "cancel" | "expire" };
type State = "pending" | "approved" | "rejected" | "cancelled" | "expired";
const beneficiary = 3;

/** The whole machine. Answers whether the step is accepted. */
function next(model: { state: State; approved: Set<number>; needed: number }, step: Step): boolean {
  if (model.state !== "pending") return false;
  if (!("by" in step)) {
    model.state = step.kind === "cancel" ? "cancelled" : "expired";
    return true;
  }
  if (step.by === beneficiary || model.approved.has(step.by)) return false;
  if (step.kind === "reject") model.state = "rejected";
  else if (model.approved.add(step.by).size === model.needed) model.state = "approved";
  return true;
}

async function act(step: Step, request: string, deposit: string): Promise<{ accepted: boolean; refused: string | null }> {
  if (step.kind === "expire") {
    // One that is over has no time left to run out of.
    await desk.sql("update approval.requests set expires_at = now() - interval '1 second' where id = $1 and state = 'pending'", [request]);
    return { accepted: (await desk.job("worker_requests_expire")).ended === 1, refused: null };
  }
  const { refused } = await outcomeOf<unknown>(!("by" in step) ? desk.ask("member_deposit_cancel", { token: ann.token, deposit, key: randomUUID() }) : desk.decide(people[step.by] ?? { token: "" }, request, step.kind));
  return { accepted: refused === null, refused };
}

test("a request goes where the model goes, and money moves with an approval alone", async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("approve" as const), by: fc.nat(3) }) }, { weight: 2, arbitrary: fc.record({ kind: fc.constant("reject" as const), by: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("cancel" as const, "expire" as const) }) });
  const ends = new Set<State>();
  await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 2, maxLength: 7 }), async (large, steps) => {
    const amount = large ? "1000.00" : "10.00";
    const { request, deposit } = await desk.ask("member_deposit_submit", { token: ann.token, method, reference: null, amount, transaction_reference: randomUUID(), file: null, key: randomUUID() });
    const model = { state: "pending" as State, approved: new Set<number>(), needed: large ? 2 : 1 };
    for (const one of steps) {
      const expected = next(model, one);
      const { accepted, refused } = await act(one, request as string, deposit as string);
      expect({ one, accepted }).toEqual({ one, accepted: expected });
      if (refused !== null) expect(["already_decided", "same_person"]).toContain(refused);
      const [row] = await desk.sql("select r.state, r.executed_at is not null as executed, r.needed::integer, (select count(*)::integer from approval.decisions d where d.request_id = r.id and d.decision = 'approve') as approvals, (select count(*)::integer from ledger.journals j where j.cause = r.subject_id) as journals, d.state as deposit from approval.requests r join funding.deposits d on d.id = r.subject_id where r.id = $1", [request]);
      expect(row).toEqual({ state: model.state, executed: model.state === "approved", needed: model.needed, approvals: model.approved.size, journals: model.state === "approved" ? 1 : 0, deposit: model.state === "expired" ? "rejected" : model.state });
    }
    ends.add(model.state);
  }), { numRuns: Number.parseInt(process.env.PROPERTY_RUNS ?? "60", 10), endOnFailure: true, seed: 7 });
  expect([...ends].sort()).toEqual(["approved", "cancelled", "expired", "pending", "rejected"]);
});
