/**
 * A fault in the books is noticed (spec 8, row 29): one of each kind is planted past every guard. The look at everything names it and
 * nothing else, the look at changes names it in new rows, administrators are mailed, and nothing is paid out until a person has cleared it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { root, sqlFiles } from "./support/catalogue";
import { testDatabase, type TestDatabase } from "./support/database";
import { faults, type Fault } from "./support/faults";
import { watchedWorld, type WatchedWorld } from "./support/watched-world";

const domains = ["audit", "ledger", "treasury", "approval", "referral", "funding", "invest", "ev", "network", "payout"];
const guarded = [
  "audit.log", "audit.seals",
  "ledger.accounts", "ledger.account_balances", "ledger.journals", "ledger.lines", "ledger.holds", "ledger.request_keys", "treasury.items", "approval.requests", "approval.decisions", "funding.deposits", "funding.withdrawals",
  "invest.investments", "invest.accruals", "referral.commissions", "referral.clawbacks", "referral.milestones", "ev.bookings", "ev.payments", "ev.instalments", "network.nodes", "network.pairs", "network.plan_versions", "treasury.clawbacks", "payout.payouts", "payout.parts", "payout.credits", "payout.deposits",
];

let database: TestDatabase;
let desk: Desk;
let db: pg.Client;
let world: WatchedWorld;
const seconds: Record<"everything" | "changes", number[]> = { everything: [], changes: [] };

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  world = await watchedWorld(desk);
  db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
}, 120_000);
afterAll(async () => {
  const most = (list: number[]) => Math.max(...list).toFixed(2);
  process.stdout.write(`planted faults: ${faults.length} kinds; longest look that found one: everything ${most(seconds.everything)} s, changes ${most(seconds.changes)} s; a minute at most until the look at changes begins\n`);
  await db.end();
  await desk.close();
  await database.drop();
});

type Row = Record<string, string>;
const rows = async (text: string, values: unknown[] = []): Promise<Row[]> => (await db.query<Row>(text, values)).rows;

/** Laws that stand as findings, and for how many objects. */
const findings = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await rows("select law, count(*)::text as n from audit.findings where cleared_at is null group by 1 order by 1")).map(({ law, n }) => [law, Number(n)]));

async function look(form: "everything" | "changes"): Promise<void> {
  const began = performance.now();
  if (form === "changes") await db.query("select desk.worker_watch_changes()");
  else for (const domain of domains) await db.query("select desk.worker_watch_everything($1)", [domain]);
  seconds[form].push((performance.now() - began) / 1000);
}

async function planted(fault: Fault, work: () => Promise<void>): Promise<void> {
  await db.query("begin");
  try {
    if (fault.done) await db.query(fault.done);
    await db.query("set constraints all immediate");
    if (fault.plant) {
      for (const table of guarded) await db.query(`alter table ${table} disable trigger all`);
      await db.query("alter table ledger.account_balances drop constraint account_available_is_never_negative");
      const result = (await db.query(fault.plant)) as pg.QueryResult | pg.QueryResult[];
      for (const one of Array.isArray(result) ? result : [result]) if (!one.rowCount) throw new Error(`nothing was planted: ${fault.kind}`);
      for (const table of guarded) await db.query(`alter table ${table} enable trigger all`);
    }
    await work();
  } finally {
    await db.query("rollback");
  }
}

/** The code a payment is refused with; nothing of the attempt stays. */
async function payment(): Promise<string> {
  await db.query("savepoint payment");
  const outcome = await db.query("select funding.approve_withdrawal($1, '2027-03-05', null, '2027-03-05T10:00:00Z')", [world.withdrawals.pending]).then(() => "paid", (error: unknown) => refusalOf(error)?.code ?? String(error));
  await db.query("rollback to savepoint payment");
  return outcome;
}

test("books in which nothing was planted raise no alarm, new or old", async () => {
  await db.query("begin");
  await look("changes");
  await look("everything");
  expect(await rows("select law, object, expected, found from audit.findings")).toEqual([]);
  expect(await payment()).toBe("paid");
  await db.query("rollback");
});

test.each(faults.map((fault) => [fault.kind, fault] as const))("everything: %s", async (_, fault) => {
  await planted(fault, async () => {
    await look("everything");
    expect(await findings()).toEqual(fault.everything);
  });
});

test.each(faults.map((fault) => [fault.kind, fault] as const))("changes, in new rows: %s", async (_, fault) => {
  await planted(fault, async () => {
    await look("changes");
    expect(await findings()).toEqual(fault.changes ?? fault.everything);
  });
});

test("there is a fault of every law, and a text for it", () => {
  const texts = JSON.parse(readFileSync(path.join(root, "app/i18n/en/admin.json"), "utf8")) as { law: Record<string, string> };
  const laws = new Set(sqlFiles().filter(({ path }) => /_faults\.sql$|_drift\.sql$/.test(path)).flatMap(({ text }) => [...text.matchAll(/^ {2}(?: {4})?select '((?:[^']|'')+)'(?:,| as law,)/gm)].map(([, law = ""]) => law.replaceAll("''", "'"))));
  expect(laws.size).toBeGreaterThan(30);
  expect([...laws].filter((law) => !faults.some(({ everything }) => law in everything))).toEqual([]);
  expect(Object.keys(texts.law).sort()).toEqual([...laws].map((law) => law.replaceAll(/[^a-zA-Z]+/g, "_")).sort());
});

const edited = faults[0] as Fault;

test("what was found is mailed to every administrator once, holds back every payment, and ends with a person's note", async () => {
  await planted(edited, async () => {
    await look("changes");
    await look("changes");
    await look("everything");
    const mails = () => rows("select to_email, props ->> 'law' as law from outbox.mails where template = 'alert_books' order by 2");
    expect(await mails()).toEqual(Object.keys(edited.everything).sort().map((law) => ({ to_email: world.admin.email, law })));
    expect(await payment()).toBe("payouts_paused");
    const [admin] = await rows("select id::text from identity.staff where email = $1", [world.admin.email]);
    for (const { id } of await rows("select id::text from audit.findings")) await db.query("select audit.clear_finding($1, $2, 'A trial by hand.', clock_timestamp())", [id, admin?.id]);
    expect(await payment()).toBe("paid");
    // It is still there, so it is found again, as a new finding, and told again.
    await look("everything");
    expect(await findings()).toEqual(edited.everything);
    expect(await payment()).toBe("payouts_paused");
    expect(await mails()).toHaveLength(4);
  });
});

test("a thousand faults of one cause are twenty findings of its law at a time", async () => {
  await planted({ kind: "many", plant: "insert into ledger.journals (id, posted_at, kind, value_on, line_count) select 900000 + n, clock_timestamp(), 'adjustment', '2027-03-05', 2 from generate_series(1, 1000) n", everything: {} }, async () => {
    await look("everything");
    expect(await findings()).toEqual({ "a journal balances": 20 });
  });
});
