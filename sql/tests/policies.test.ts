/** Who sees a good row of each table: row security as the reader, whose eyes the reading functions have, and as the auditor (spec 8, rows 18 and 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { schemas } from "./support/catalogue";
import { openRows, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openRows(); });
afterAll(() => rows.close());

const everybody = [
  "core.clock", "core.currencies", "core.problem_codes", "core.settings", "ev.vehicles", "funding.methods", "invest.plan_versions", "invest.plans", "ledger.seals", "network.disclosures", "network.plan_versions", "payout.tax_rules",
  "referral.milestones", "treasury.queues",
];
const own = [
  "approval.decisions", "approval.requests", "compliance.documents", "compliance.kyc", "compliance.nominees", "ev.bookings", "ev.buyers", "ev.instalments", "ev.payments", "ev.units", "funding.deposits", "funding.destinations",
  "funding.files", "funding.withdrawals", "identity.members", "identity.photos", "identity.sessions", "invest.accruals", "invest.carried", "invest.instructions", "invest.investments", "invest.renewals", "ledger.account_balances",
  "ledger.accounts", "ledger.holds", "ledger.journals", "ledger.lines", "messaging.attachments", "messaging.dismissals", "messaging.messages", "messaging.notices", "messaging.threads", "network.backlogs", "network.counts",
  "network.flushes", "network.nodes", "network.pairs", "office.exports", "outbox.mails", "payout.credit_taxes", "payout.credits", "payout.parts", "payout.payouts", "referral.clawbacks", "referral.commissions", "referral.milestone_claims",
  "referral.referrals", "treasury.clawbacks", "treasury.items", "treasury.recoveries",
];
/** No policy lets anybody see a row. */
const nobodys = ["invest.accrual_chunks", "invest.accrual_reserves"];
/** Those of announcements because the good one was withdrawn; what is published is everybody's. */
const staffOnly = [
  "audit.findings", "audit.log", "audit.seals", "audit.watch_runs", "compliance.claim_files", "compliance.claim_nominees", "compliance.claims", "compliance.paper_versions", "compliance.papers", "core.setting_versions",
  "identity.notes", "identity.recoveries", "identity.role_permissions", "identity.staff", "invest.accrual_runs", "ledger.unfolded", "messaging.announcement_versions", "messaging.announcements", "network.what_if_days",
  "network.what_if_members", "network.what_if_months", "network.what_if_readings", "network.what_ifs", "office.import_files", "office.import_rows", "office.import_runs", "office.imports", "outbox.jobs", "outbox.workers",
  "payout.bank_files", "payout.deposits", "treasury.explanations", "treasury.matches", "treasury.reconciled_accounts", "treasury.sheet_items", "treasury.sheets", "treasury.stated_balances", "treasury.statement_lines",
  "treasury.statements", "treasury.sweeps",
];
const auditors = [
  "approval.decisions", "approval.requests", "audit.findings", "audit.log", "audit.seal_secrets", "audit.seals", "audit.watch_runs", "ev.bookings", "ev.buyers", "ev.instalments", "ev.payments", "ev.units", "funding.deposits",
  "funding.methods", "funding.withdrawals", "invest.accruals", "invest.carried", "invest.instructions", "invest.investments", "invest.renewals", "ledger.account_balances", "ledger.accounts", "ledger.day_totals", "ledger.holds",
  "ledger.journals", "ledger.lines", "ledger.seal_secrets", "ledger.seals", "ledger.snapshot_runs", "ledger.snapshot_totals", "ledger.snapshots", "ledger.unfolded", "network.backlogs", "network.counts", "network.disclosures",
  "network.flushes", "network.nodes", "network.pairs", "network.plan_versions", "network.what_if_days", "network.what_if_members", "network.what_if_months", "network.what_if_readings", "network.what_ifs", "payout.credit_taxes",
  "payout.credits", "payout.deposits", "payout.parts", "payout.payouts", "payout.tax_rules", "referral.clawbacks", "referral.commissions", "referral.milestone_claims", "referral.milestones", "referral.referrals", "treasury.clawbacks",
  "treasury.explanations", "treasury.items", "treasury.matches", "treasury.queues", "treasury.reconciled_accounts", "treasury.recoveries", "treasury.sheet_items", "treasury.sheets", "treasury.stated_balances",
  "treasury.statement_lines", "treasury.statements", "treasury.sweeps",
];

type Eyes = { role: "coffer_reader" | "coffer_auditor"; audience?: string; member?: number };
const sees = async ({ role, audience = "", member }: Eyes, table: string): Promise<boolean> =>
  (await rows.after([`select set_config('coffer.audience', '${audience}', true), set_config('coffer.member', '${member ?? ""}', true)`, `set local role ${role}`], `select count(*) > 0 from ${table}`)) === true;
/** The tables of which these eyes see a row. */
const seen = async (eyes: Eyes, tables: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const table of tables) if (await sees(eyes, table)) found.push(table);
  return found;
};

test("every table that is read behind row security is looked at here", async () => {
  const granted = await rows.sql<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relrowsecurity and has_any_column_privilege('coffer_reader', c.oid, 'select') order by 1");
  expect([...everybody, ...own, ...staffOnly, ...nobodys].sort()).toEqual(granted.map(({ name }) => name).sort());
});

test("staff sees every row that is read at all", async () => {
  const all = [...everybody, ...own, ...staffOnly];
  expect(await seen({ role: "coffer_reader", audience: "staff" }, [...all, ...nobodys])).toEqual(all);
});

test("a member sees what is everybody's and what is the member's own", async () => {
  expect(await seen({ role: "coffer_reader", audience: "member", member: 901 }, [...everybody, ...own, ...staffOnly])).toEqual([...everybody, ...own]);
});

test("another member and a visitor see what is everybody's", async () => {
  for (const eyes of [{ audience: "member", member: 999 }, {}]) expect(await seen({ role: "coffer_reader", ...eyes }, [...everybody, ...own, ...staffOnly])).toEqual(everybody);
});

test("the auditor sees the books, the decisions and what was found, and nothing else that is behind row security", async () => {
  const granted = await rows.sql<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text = any ($1) and has_any_column_privilege('coffer_auditor', c.oid, 'select') order by 1", [schemas]);
  expect(await seen({ role: "coffer_auditor" }, granted.map(({ name }) => name))).toEqual(auditors);
});
