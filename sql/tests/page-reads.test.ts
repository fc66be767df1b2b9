/**
 * What a page shows is found by an index: every function of pages that can be called with what this company has, and with the keys of what has been made up, is called in a company with so many rows in
 * every table, and reads no table whole. Those that add something up are named, with what they add up.
 */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { fill } from "./support/fill";
import { rowsRead } from "./support/reads";

/** As many as it takes for an index to be cheaper than a look at everything. */
const rows = 12_000;

/** Sums over everything there is, and what is looked through once because it is cheaper so. */
const whole: Record<string, string[]> = {
  // Every wallet is added up: what is owed, and whether the books balance.
  public_coverage: ["ledger.account_balances", "ledger.accounts"],
  staff_accounts: ["ledger.account_balances", "ledger.accounts", "ledger.day_totals", "ledger.journals"],
  staff_home: ["identity.members", "ledger.account_balances", "ledger.accounts"],
  staff_treasury: ["ledger.account_balances", "ledger.accounts"],
  staff_trial_balance: ["ledger.account_balances", "ledger.accounts"],
  // How much of each there is.
  staff_milestones: ["referral.milestone_claims"],
  staff_plans: ["invest.investments"],
  staff_vehicles: ["ev.bookings"],
  // As many as 200,000, by design.
  staff_journals: ["ledger.journals"],
  // Reports look at contracts in force, count who was there before, and put names to a page of lines.
  staff_report_accruals: ["invest.investments"],
  staff_report_days: ["identity.members"],
  staff_report_wallets: ["identity.members"],
};

let database: TestDatabase;
let desk: Desk;
let own: pg.Client;
let web: pg.Client;
let tokens: { member: string[]; staff: string[] };
let values: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  own = new pg.Client({ connectionString: database.url("postgres") });
  await own.connect();
  const filled = await fill(own, rows);
  expect(filled.length).toBeGreaterThan(100);
  desk = await openDesk(database, 4);
  await desk.clock("2027-03-01T10:00:00Z");
  const [admin, finance, operations] = [await desk.staff("admin"), await desk.staff("finance"), await desk.staff("operations")];
  const method = await desk.method();
  const ann = await desk.member("ann");
  await desk.deposit(ann, "900.00", method, finance);
  const plan = await desk.plan(operations, finance);
  await desk.fund("returns", "USD", "1000.00", method, operations, finance);
  await desk.invest(ann, plan, "200.00");
  const destination = await desk.destination(ann);
  await desk.clock("2027-03-04T10:00:00Z");
  await desk.withdraw(ann, "DEPOSIT", "100.00", destination);
  await own.query("vacuum analyze");
  tokens = { member: [ann.token], staff: [admin, finance, operations].map(({ token }) => token) };
  const last = async (text: string) => (await desk.sql<{ id: string }>(text))[0]?.id ?? "";
  /** The key of the n-th row of a table, as it was made up. */
  const made = async (table: string) => last(`select md5('${table}' || 3)::uuid as id`);
  values = {
    p_method: method, p_plan: plan, p_destination: destination, p_currency: "USD", p_amount: "10.00", p_wallet: "DEPOSIT", p_key: randomUUID(), p_search: "ann", p_query: "ann", p_from: "2027-02-01", p_until: "2027-02-28", p_language: "en", p_for: "deposit", p_on: "2026-06-30",
    p_kind: "deposit", p_reason: "a reason", p_note: "a note", p_quarter: "2026-10-01", p_ip: "192.0.2.1",
    p_member: await last("select public_id as id from identity.members order by id desc limit 1"),
    p_investment: await last("select public_id as id from invest.investments order by id desc limit 1"),
    p_deposit: await last("select id from funding.deposits order by submitted_at desc limit 1"),
    p_withdrawal: await last("select id from funding.withdrawals order by requested_at desc limit 1"),
    p_request: await last("select id from approval.requests order by created_at desc limit 1"),
    p_booking: await made("ev.bookings"), p_vehicle: await made("ev.vehicles"), p_payout: await made("payout.payouts"), p_thread: await made("messaging.threads"), p_announcement: await made("messaging.announcements"), p_milestone: await made("referral.milestones"),
    p_pair: await made("network.pairs"), p_claim: await made("referral.milestone_claims"), p_import: await made("office.imports"), p_pack: await made("office.exports"), p_file: await made("funding.files"), p_export: await made("office.exports"), p_version: await made("invest.plan_versions"),
    p_document: await made("compliance.documents"), p_notice: await made("messaging.notices"), p_account: "9", p_number: "9", p_journal: "9", p_code: ann.code,
  };
  web = new pg.Client({ connectionString: database.url("coffer_web") });
  await web.connect();
}, 300_000);
afterAll(async () => {
  await web.end();
  await own.end();
  await desk.close();
  await database.drop();
});

/** The tables of which something reads as many rows as were made up; it is taken back. Null when it is refused. */
async function readsWhole(by: pg.Client, text: string, given: unknown[] = []): Promise<string[] | null> {
  const read = await rowsRead(by, () => by.query(text, given), "rollback").catch(() => null);
  // Settings, currencies and permissions are few, and looked up again and again.
  return read && [...read].filter(([table, count]) => count >= rows && !table.startsWith("core.")).map(([table]) => table).sort();
}

/** As the first who may. */
async function called(name: string, needed: string[]): Promise<string[] | null> {
  for (const token of name.startsWith("staff_") ? tokens.staff : tokens.member) {
    const much = await readsWhole(web, `select desk.${name}(${needed.map((arg, n) => `${arg} => $${n + 1}`).join(", ")})`, needed.map((arg) => (arg === "p_token" ? token : values[arg])));
    if (much !== null) return much;
  }
  return null;
}

test("a page reads no table whole, but for those that add everything up", { timeout: 300_000 }, async () => {
  const functions = await desk.sql<{ name: string; args: string[]; needed: number }>("select p.proname as name, coalesce(p.proargnames[1:p.pronargs], '{}') as args, p.pronargs - p.pronargdefaults as needed from pg_proc p where p.pronamespace = 'desk'::regnamespace and p.proname ~ '^(member|staff|public)_' order by 1");
  const found: Record<string, string[]> = {};
  let answered = 0;
  for (const { name, args, needed } of functions) {
    const given = args.slice(0, needed);
    if (given.some((arg) => arg !== "p_token" && !(arg in values))) continue;
    const much = await called(name, given);
    if (much === null) continue;
    answered += 1;
    if (much.length > 0) found[name] = much;
  }
  expect(answered).toBeGreaterThan(120);
  expect(found).toEqual(whole);
});

const after = "(select max(id) from ledger.journals)";
// Newer than any: numbers that are drawn in time grow, those that were made up do not.
const hold = "'ffffffff-ffff-7fff-bfff-ffffffffffff'";
const item = "(select max(id) from treasury.items)";
test.each([
  `ledger.verify_changes(${after}, ${hold}, clock_timestamp(), pg_snapshot_xmin(pg_current_snapshot()))`, `treasury.verify_changes(${after}, ${item}, ${hold})`, "approval.verify(clock_timestamp())", `referral.verify(9000000000000, clock_timestamp())`,
  `funding.verify(clock_timestamp(), ${after})`, `invest.verify_changes(${after}, ${item}, pg_snapshot_xmin(pg_current_snapshot()), '{}')`, "ev.verify_changes(clock_timestamp())", "network.verify_changes(clock_timestamp())", "payout.verify_changes(clock_timestamp())",
])("the watch looks at what has changed, every minute: %s", async (call) => {
  expect(await readsWhole(own, `select * from ${call}`)).toEqual([]);
});
