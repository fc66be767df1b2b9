/** How the books are looked at: nothing in flight is missed, one look at a time, and no payment passes a finding. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openDesk, refused, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { untilEnded } from "../../tests/support/horizon";
import { watchedWorld, type WatchedWorld } from "../../tests/support/watched-world";

let database: TestDatabase;
let desk: Desk;
let world: WatchedWorld;
const open: pg.Client[] = [];

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  world = await watchedWorld(desk);
}, 120_000);
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()));
  await desk.close();
  await database.drop();
});
beforeEach(async () => {
  await desk.sql("update audit.findings set cleared_at = clock_timestamp(), cleared_by = (select min(id) from identity.staff), note = 'end of a test' where cleared_at is null");
});

const look = () => desk.job("worker_watch_changes");
const findings = async (): Promise<string[]> => (await desk.sql<{ law: string }>("select law from audit.findings where cleared_at is null order by law")).map(({ law }) => law);

/** A connection of its own, as the owner of everything. */
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  open.push(client);
  return client;
}

/** A credit that nobody paid in, posted properly: what a look at new journals has to find. */
const invented = "select ledger.post('deposit', '2027-03-05', null, null, array[((select account_id from funding.methods where currency = 'USD'), 100, null)::ledger.line, ((select id from ledger.accounts where kind = 'EARNINGS' and currency = 'USD' limit 1), -100, null)::ledger.line])::text as id";
const hasDeposit = "a deposit journal has its deposit";

/** Looks until what was written so far is behind the marks. Transactions of other tests' databases in the cluster are waited out. */
async function lookBehind(): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await untilEnded(desk.sql);
    await look();
  }
}

/** Waits until a connection waits for a lock. */
async function waits(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await desk.sql<{ waits: boolean }>("select wait_event_type = 'Lock' as waits from pg_stat_activity where pid = $1", [pid]);
    if (row?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("nobody waits");
}
const pidOf = async (client: pg.Client): Promise<number> => Number((await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid);

test("a transaction that was open during several looks is looked at when it has ended", async () => {
  expect(await look()).toMatchObject({ faults: 0, paused: false });
  const slow = await connect();
  await slow.query("begin");
  await slow.query(invented);
  for (let n = 0; n < 5; n += 1) {
    await desk.deposit(world.ann, "1.00", world.usd, world.finance);
    expect(await look()).toMatchObject({ faults: 0 });
  }
  await slow.query("commit");
  expect(await look()).toMatchObject({ faults: 1, raised: 1, paused: true });
  expect(await findings()).toEqual([hasDeposit]);
});

test("what was looked at and had ended is not looked at again", async () => {
  const [fault] = await desk.sql<{ id: string }>(invented);
  await lookBehind();
  const seen = () => desk.sql<{ seen: Date }>("select seen_at as seen from audit.findings where object = $1 and cleared_at is null", [`journal ${fault?.id}`]);
  const first = await seen();
  expect(first).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) expect(await look()).toMatchObject({ faults: 0 });
  expect(await seen()).toEqual(first);
  // It stands until a person clears it, all the same, and the nightly look sees it.
  expect(await desk.job("worker_watch_everything", { domain: "funding" })).toMatchObject({ paused: true });
  expect(await seen()).not.toEqual(first);
});

test("an old balance that was edited is for the night, until its account moves again", async () => {
  await lookBehind();
  const wallet = "account_id = (select a.id from ledger.accounts a join identity.members m on m.id = a.member_id where m.email = 'ann@members.test' and a.kind = 'DEPOSIT')";
  await desk.sql(`update ledger.account_balances set balance = balance + 1 where ${wallet}`);
  expect(await look()).toMatchObject({ faults: 0 });
  expect(await desk.job("worker_watch_everything", { domain: "ledger" })).toMatchObject({ faults: 1 });
  await desk.sql("update audit.findings set cleared_at = clock_timestamp(), cleared_by = (select min(id) from identity.staff), note = 'again' where cleared_at is null");
  await desk.deposit(world.ann, "1.00", world.usd, world.finance);
  expect(await look()).toMatchObject({ faults: 1, raised: 1 });
  expect(await findings()).toEqual(["balance is the sum of lines"]);
  await desk.sql(`update ledger.account_balances set balance = balance - 1 where ${wallet}`);
});

test("two lookers at once look once, at changes and at everything", async () => {
  const first = await connect();
  await first.query("begin");
  await first.query("select desk.worker_watch_changes(), desk.worker_watch_everything('approval')");
  expect(await look()).toEqual({ skipped: true });
  expect(await desk.job("worker_watch_everything", { domain: "approval" })).toEqual({ skipped: true });
  expect(await desk.job("worker_watch_everything", { domain: "referral" })).toMatchObject({ skipped: false });
  await first.query("rollback");
  expect(await look()).toMatchObject({ skipped: false });
});

test("books restored into a cluster whose transactions count from the beginning are looked at whole, and raise no alarm", async () => {
  await desk.sql("update audit.watch_runs set horizon = '9000000000000000000', next_xid = '9000000000000000001'");
  await desk.sql("update ledger.balance_marks set horizon = '9000000000000000000', balance = balance + 1");
  await desk.deposit(world.ann, "1.00", world.usd, world.finance);
  await look();
  expect((await findings()).filter((law) => law !== hasDeposit)).toEqual([]);
});

async function alarm(): Promise<void> {
  await desk.sql("select audit.raise_findings(array[('a law', 'an object', 'one', 'two')::audit.fault], 1, 'changes', clock_timestamp())");
}

test("while a finding stands members ask, staff refuse, but nothing is approved or sent", async () => {
  await alarm();
  const to = await desk.destination(world.bo);
  const asked = await desk.withdraw(world.bo, "DEPOSIT", "10.00", to);
  expect(asked.outcome).toBe("requested");
  expect(await refused(desk.decide(world.finance, asked.request))).toBe("payouts_paused");
  expect(await refused(desk.ask("staff_withdrawal_sent", { token: world.operations.token, withdrawal: world.withdrawals.approved, method: world.usd, transaction_reference: randomUUID(), key: randomUUID() }))).toBe("payouts_paused");
  expect(await desk.ask("member_withdrawal_form", { token: world.bo.token })).toMatchObject({ paused: true });
  expect(await desk.decide(world.finance, asked.request, "reject")).toMatchObject({ state: "rejected" });
  await desk.deposit(world.ann, "1.00", world.usd, world.finance);
});

test("a person clears a finding with a note, once; everything is looked at again at once", async () => {
  await alarm();
  const [finding] = await desk.sql<{ id: string }>("select id from audit.findings where cleared_at is null");
  const clear = (token: string, note: string | null, key = randomUUID()) => desk.ask("staff_finding_clear", { token, finding: finding?.id, note, key });
  for (const { token } of [world.finance, world.operations]) expect(await refused(clear(token, "looked into"))).toBe("not_permitted");
  expect(await refused(clear(world.admin.token, " "))).toBe("note_required");
  expect((await desk.ask("staff_watch", { token: world.finance.token })).open).toMatchObject([{ law: "a law", object: "an object", expected: "one", found: "two" }]);
  expect(await desk.ask("staff_frame", { token: world.operations.token })).toMatchObject({ findings: 1 });
  const key = randomUUID();
  await desk.sql("insert into ledger.balance_marks (account_id, balance, horizon) select min(id), 0, '0' from ledger.accounts on conflict do nothing");
  expect(await clear(world.admin.token, "A trial by hand.", key)).toEqual({ state: "cleared", paused: false });
  expect(await clear(world.admin.token, "A trial by hand.", key)).toEqual({ state: "cleared", paused: false });
  expect(await refused(clear(world.admin.token, "Once more."))).toBe("already_decided");
  expect(await desk.sql("select reason from audit.log where action = 'finding_clear' and object_id = $1", [finding?.id])).toEqual([{ reason: "A trial by hand." }]);
  expect(await desk.sql("select from outbox.jobs where task = 'watch__everything' and handed_at is null")).toHaveLength(1);
  expect(await desk.sql("select from ledger.balance_marks")).toEqual([]);
  expect((await desk.ask("staff_watch", { token: world.admin.token })).items[0]).toMatchObject({ id: finding?.id, note: "A trial by hand.", cleared_by: world.admin.name });
});

test("findings are neither edited, removed nor cleared twice, whoever asks", async () => {
  await alarm();
  for (const statement of ["update audit.findings set found = 'one'", "delete from audit.findings", "truncate audit.findings", "update audit.findings set note = 'other', cleared_at = cleared_at where cleared_at is not null"]) {
    expect(await refused(desk.sql(statement))).toBe("immutable");
  }
});

test("a payment that began before the finding stands; the finding waits for it", async () => {
  const [payer, finder] = [await connect(), await connect()];
  const pid = await pidOf(finder);
  await payer.query("begin");
  await payer.query("select audit.require_calm()");
  const raising = finder.query("select audit.raise_findings(array[('a law', 'another object', 'one', 'two')::audit.fault], 1, 'changes', clock_timestamp())");
  await waits(pid);
  await payer.query("select funding.send_withdrawal($1, $2, 'in time', '2027-03-05', null, '2027-03-05T10:00:00Z')", [world.withdrawals.approved, world.usd]);
  await payer.query("commit");
  await raising;
  expect(await desk.sql("select state from funding.withdrawals where id = $1", [world.withdrawals.approved])).toEqual([{ state: "sent" }]);
  expect(await refused(desk.sql("select audit.require_calm()"))).toBe("payouts_paused");
});

test("a payment that meets a finding being written waits for it and is refused", async () => {
  const [payer, finder] = [await connect(), await connect()];
  const pid = await pidOf(payer);
  await finder.query("begin");
  await finder.query("select audit.raise_findings(array[('a law', 'a third object', 'one', 'two')::audit.fault], 1, 'changes', clock_timestamp())");
  const paying = refused(payer.query("select funding.approve_withdrawal($1, '2027-03-05', null, '2027-03-05T10:00:00Z')", [world.withdrawals.pending]));
  await waits(pid);
  await finder.query("commit");
  expect(await paying).toBe("payouts_paused");
  expect(await desk.sql("select state from funding.withdrawals where id = $1", [world.withdrawals.pending])).toEqual([{ state: "pending" }]);
});

test("more than a look can take is left to one look at everything, and the next looks go on from there", async () => {
  const before = (await desk.sql("select from outbox.jobs where task = 'watch__everything'")).length;
  await look();
  await desk.deposit(world.ann, "1.00", world.usd, world.finance);
  const crowded = () => desk.job("worker_watch_changes", { most: 1 });
  expect(await crowded()).toMatchObject({ skipped: false, faults: 0 });
  await desk.deposit(world.ann, "1.00", world.usd, world.finance);
  await crowded();
  expect(await desk.sql("select from outbox.jobs where task = 'watch__everything' and run_at > clock_timestamp() + interval '5 minutes'")).toHaveLength(1);
  expect(await desk.sql("select from outbox.jobs where task = 'watch__everything'")).toHaveLength(before + 1);
  for (let n = 0; n < 4; n += 1) {
    await desk.deposit(world.ann, "1.00", world.usd, world.finance);
    await look();
  }
  expect((await findings()).filter((law) => law !== hasDeposit)).toEqual([]);
  const [fault] = await desk.sql<{ id: string }>(invented);
  await look();
  expect(await desk.sql("select law from audit.findings where cleared_at is null and object = $1", [`journal ${fault?.id}`])).toEqual([{ law: hasDeposit }]);
});
