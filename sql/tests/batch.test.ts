/**
 * Many requests approved at once (spec 2.6, 7.1): the sums first, one call, each for itself; what is refused is told by name and leaves no
 * trace; two who approve the same hundred, and accruals beside them, neither wait for each other for ever nor pay twice.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let finance: Awaited<ReturnType<Desk["staff"]>>;
let second: typeof finance;
let people: Awaited<ReturnType<Desk["member"]>>[];
let method: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  [finance, second] = [await desk.staff("finance"), await desk.staff("finance")];
  method = await desk.method();
  people = [];
  for (let n = 0; n < 12; n += 1) people.push(await desk.member(`member-${n}`));
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Item = { id: string; reference: string; payload_hash: string; amount: string };
const submit = async (who: { token: string }, amount: string): Promise<string> =>
  (await desk.ask("member_deposit_submit", { token: who.token, method, reference: null, amount, transaction_reference: randomUUID(), file: null, key: randomUUID() })).request as string;
const batch = async (person = finance, kind = "deposit") => (await desk.ask("staff_batch", { token: person.token, kind })) as unknown as { items: Item[]; totals: unknown[]; more: number; others: number };
const decide = (items: { id: string; payload_hash: string }[], person = finance, key = randomUUID()) =>
  desk.ask("staff_decide_batch", { token: person.token, requests: JSON.stringify(items.map(({ id, payload_hash }) => ({ request: id, hash: payload_hash }))), key });
const credited = async () => (await desk.sql<{ sum: string }>("select coalesce(sum(balance), 0)::text as sum from ledger.balances where kind = 'DEPOSIT'"))[0]?.sum;

test("the sums are those of what is listed, and one call approves it", async () => {
  for (const who of people) await submit(who, "10.00");
  await submit(people[0] as (typeof people)[number], "7000.00");
  const seen = await batch();
  expect(seen).toMatchObject({ totals: [{ currency: "USD", count: 13, amount: "7120.00" }], more: 0, others: 0 });
  const key = randomUUID();
  const done = await decide(seen.items, finance, key);
  expect(done).toEqual({ approved: 12, counted: 1, refused: [] });
  expect(await credited(), "the large one waits for a second person").toBe("12000");
  expect(await decide(seen.items, finance, key), "the same key is the same answer").toEqual(done);
  expect(await batch()).toMatchObject({ items: [], others: 1 });
  expect(await decide((await batch(second)).items, second)).toEqual({ approved: 1, counted: 0, refused: [] });
  expect(await credited()).toBe("712000");
});

test("what is refused is told by name, and the others go on", async () => {
  const before = await credited();
  const ids = [];
  for (const who of people.slice(0, 4)) ids.push(await submit(who, "5.00"));
  const { items } = await batch();
  await desk.decide(second, items[0]?.id ?? "", "reject");
  const changed = items.map((item, n) => (n === 1 ? { ...item, payload_hash: "0".repeat(64) } : item));
  const done = (await decide([...changed, { id: randomUUID(), payload_hash: "0".repeat(64) }])) as unknown as { approved: number; refused: { reference: string; code: string }[] };
  expect(done.approved).toBe(2);
  expect(done.refused.map(({ reference, code }) => [reference, code]).sort()).toEqual([[null, "not_found"], [items[0]?.reference, "already_decided"], [items[1]?.reference, "payload_changed"]].sort());
  expect(BigInt((await credited()) ?? "0") - BigInt(before ?? "0")).toBe(1000n);
  expect((await batch()).items.map(({ id }) => id)).toEqual([items[1]?.id]);
  await decide((await batch()).items);
});

test("what is read one by one, and what is no list, is refused as a whole", async () => {
  const codeOf = (call: Promise<unknown>) => call.then(() => null, (error: unknown) => refusalOf(error));
  expect(await codeOf(desk.ask("staff_batch", { token: finance.token, kind: "kyc" }))).toMatchObject({ code: "invalid_input", field: "kind" });
  for (const requests of ["[]", "1", "null", '{"a": 1}', '["x"]', '[{"request": "x", "hash": "y"}]', JSON.stringify(Array.from({ length: 501 }, () => ({ request: randomUUID(), hash: "0".repeat(64) })))]) {
    expect(await codeOf(desk.ask("staff_decide_batch", { token: finance.token, requests, key: randomUUID() })), requests.slice(0, 40)).toMatchObject({ code: "invalid_input", field: "requests" });
  }
  expect(await codeOf(decide([{ id: randomUUID(), payload_hash: "0".repeat(64) }], await desk.staff("operations")))).toMatchObject({ code: "not_permitted" });
  const plan = await desk.ask("staff_plan_create", { token: (await desk.staff("operations")).token, name: "P", currency: "USD", timezone: "UTC", daily_rate: "0.10", minimum: "1.00", maximum: "100.00", duration: 30, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", key: randomUUID() });
  const [row] = await desk.sql<{ id: string; payload_hash: string }>("select id, encode(payload_hash, 'hex') as payload_hash from approval.requests where kind = 'plan_activation'");
  expect(plan.plan).toBeTruthy();
  expect(await decide(row ? [row] : [])).toMatchObject({ approved: 0, refused: [{ code: "invalid_input" }] });
});

test("a batch of five hundred is one call, and two at once approve each request once", async () => {
  const who = people[1] as (typeof people)[number];
  const template = await submit(who, "1.00");
  // As many as a queue may hold, made like the first.
  await desk.sql(`with d as (insert into funding.deposits select (x).* from (select jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'reference', 'D-' || core.random_code(8), 'transaction_reference', 'many-' || n, 'member_id', m.id)) as x
      from funding.deposits d, generate_series(1, 499) n join identity.members m on m.email = 'member-' || (n % 12) || '@members.test' where d.id = (select subject_id from approval.requests where id = $1)) s returning *)
    select count(approval.open('deposit', d.id, d.reference, d.amount, d.currency, d.member_id, 'member', d.member_id, jsonb_build_object('deposit', d.id), 1::smallint, now())) from d`, [template]);
  const { items, totals } = await batch();
  expect(items).toHaveLength(500);
  expect(totals).toEqual([{ currency: "USD", count: 500, amount: "500.00" }]);
  const before = BigInt((await credited()) ?? "0");
  const outcomes = (await Promise.all([decide(items, finance), decide([...items].reverse(), second)])) as unknown as { approved: number; refused: { code: string }[] }[];
  expect(outcomes.reduce((sum, { approved }) => sum + approved, 0)).toBe(500);
  expect(outcomes.flatMap(({ refused }) => refused.map(({ code }) => code)).every((code) => code === "already_decided")).toBe(true);
  expect(BigInt((await credited()) ?? "0") - before).toBe(50_000n);
  expect(await desk.sql("select * from approval.verify() union all select * from ledger.verify() union all select * from funding.verify()")).toEqual([]);
}, 120_000);
