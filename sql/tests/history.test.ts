/**
 * Every trigger that keeps something keeps it: with our triggers on again, each forbidden write is tried on a good row by the owner of
 * everything, and the table itself refuses it. Names are those of the triggers (spec 8, rows 8 and 30).
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import { schemas } from "./support/catalogue";
import { goodId as id, openRows, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => {
  rows = await openRows();
  const tables = await rows.sql<{ name: string; trigger: string }>("select t.tgrelid::regclass::text as name, t.tgname as trigger from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace::regnamespace::text = any ($1)", [schemas]);
  for (const { name, trigger } of tables) await rows.sql(`alter table ${name} enable always trigger ${trigger}`);
});
afterAll(() => rows.close());

/** By trigger: what it refuses. `X` stands for its table. Truncate cascades, so that only triggers can refuse; the table's own comes first. */
const refused: Record<string, readonly [table: string, ...statements: string[]]> = {
  announcement_versions_are_append_only: ["messaging.announcement_versions", "update X set title_en = 'other'", "delete from X", "truncate X cascade"],
  accounts_are_kept: ["ledger.accounts", "update X set floored = false", "delete from X", "truncate X cascade"],
  accruals_are_append_only: ["invest.accruals", "update X set amount = 2", "delete from X", "truncate X cascade"],
  bookings_are_kept: ["ev.bookings", "update X set price = 201", "update X set first_payment = 50 where opened_at is not null", "update X set refund = 50 where cancelled_at is not null", "update X set refund_reference = 'TX-9' where refunded_at is not null", "delete from X"],
  bookings_are_never_truncated: ["ev.bookings", "truncate X cascade"],
  clawbacks_are_append_only: ["referral.clawbacks", "update X set owed = 2", "delete from X", "truncate X cascade"],
  contracts_are_kept: ["invest.investments", "update X set amount = 101", "update X set daily_rate = 9", "delete from X"],
  contracts_are_never_truncated: ["invest.investments", "truncate X cascade"],
  decisions_are_append_only: ["approval.decisions", "update X set decision = 'reject'", "delete from X", "truncate X cascade"],
  documents_are_kept: ["compliance.documents", "update X set number_last4 = '999F'", "update X set sha256 = sha256('another')", "truncate X cascade"],
  findings_are_kept: ["audit.findings", "update X set found = 'nothing'", "update X set note = 'another' where cleared_at is not null", "delete from X"],
  findings_are_never_truncated: ["audit.findings", "truncate X cascade"],
  held_follows_holds: ["ledger.holds", "update X set amount = 11", `insert into X (account_id, amount, reason, state, placed_at, ended_at) values (901, 1, 'reserve', 'released', now(), now())`],
  holds_are_never_truncated: ["ledger.holds", "truncate X cascade"],
  instructions_are_append_only: ["invest.instructions", "update X set choice = 'wallet'", "delete from X", "truncate X cascade"],
  instalments_are_append_only: ["ev.instalments", "update X set amount = 51", "delete from X", "truncate X cascade"],
  journals_are_append_only: ["ledger.journals", "update X set kind = 'deposit'", "delete from X", "truncate X cascade"],
  keys_are_kept: ["ledger.request_keys", `update X set fingerprint = ${id(8)} where actor_id = 901`, "delete from X where actor_id = 901"],
  keys_are_never_truncated: ["ledger.request_keys", "truncate X cascade"],
  lines_are_append_only: ["ledger.lines", "update X set amount = 101", "delete from X", "truncate X cascade"],
  log_is_append_only: ["audit.log", "update X set action = 'another'", "delete from X", "truncate X cascade"],
  matches_are_not_edited: ["treasury.matches", "update X set how = 'reference'", "truncate X cascade"],
  compensation_is_kept: ["network.plan_versions", "update X set pair_value = 6", "update X set state = 'rejected'", "delete from X"],
  compensation_is_never_truncated: ["network.plan_versions", "truncate X cascade"],
  counts_are_kept: ["network.counts", "update X set applied_at = null", "update X set direction = -1", "delete from X"],
  counts_are_never_truncated: ["network.counts", "truncate X cascade"],
  disclosures_are_append_only: ["network.disclosures", "update X set median = 1", "delete from X", "truncate X cascade"],
  what_if_days_are_append_only: ["network.what_if_days", "update X set live = 2", "delete from X", "truncate X cascade"],
  what_if_members_are_append_only: ["network.what_if_members", "update X set live_pairs = 2", "delete from X", "truncate X cascade"],
  what_if_months_are_append_only: ["network.what_if_months", "update X set live_pairs = 2", "delete from X", "truncate X cascade"],
  readings_of_what_ifs_are_append_only: ["network.what_if_readings", "update X set read_at = now()", "delete from X", "truncate X cascade"],
  flushes_are_append_only: ["network.flushes", "update X set pairs = 2", "delete from X"],
  flushes_are_never_truncated: ["network.flushes", "truncate X cascade"],
  nodes_are_kept: ["network.nodes", "update X set side = 'R' where id = 902", "update X set depth = 3 where id = 902", "delete from X where id = 902"],
  nodes_stand_below_their_parent: ["network.nodes", "insert into X (member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) values (901, 901, 901, 'R', 2, 1000, 1000, now())"],
  nodes_are_never_truncated: ["network.nodes", "truncate X cascade"],
  pairs_are_kept: ["network.pairs", "update X set value = 6, earnings = 6", "update X set life = 2", "delete from X"],
  pairs_are_never_truncated: ["network.pairs", "truncate X cascade"],
  clawbacks_are_kept: ["treasury.clawbacks", "update X set recovered = 3", "update X set amount = 11, recovered = 5", "delete from X"],
  clawbacks_are_never_truncated: ["treasury.clawbacks", "truncate X cascade"],
  recoveries_are_append_only: ["treasury.recoveries", "update X set amount = 5", "delete from X", "truncate X cascade"],
  bank_files_are_append_only: ["payout.bank_files", "update X set sum = 6", "delete from X"],
  bank_files_are_never_truncated: ["payout.bank_files", "truncate X cascade"],
  credits_are_append_only: ["payout.credits", "update X set pan_known = false", "delete from X"],
  credits_are_never_truncated: ["payout.credits", "truncate X cascade"],
  credit_taxes_are_append_only: ["payout.credit_taxes", "update X set amount = 1", "delete from X"],
  credit_taxes_are_never_truncated: ["payout.credit_taxes", "truncate X cascade"],
  sweeps_are_append_only: ["treasury.sweeps", "update X set held = 4", "delete from X"],
  sweeps_are_never_truncated: ["treasury.sweeps", "truncate X cascade"],
  deposits_are_append_only: ["payout.deposits", "update X set amount = 2", "delete from X"],
  deposits_are_never_truncated: ["payout.deposits", "truncate X cascade"],
  parts_are_append_only: ["payout.parts", "update X set amount = 3", "delete from X"],
  parts_are_never_truncated: ["payout.parts", "truncate X cascade"],
  payouts_are_kept: ["payout.payouts", "update X set tax = 0, bank = 6 where state = 'sent'", "update X set state = 'approved', file_id = null, line_no = null, sent_at = null where state = 'sent'", "update X set posted_on = posted_on + 1, state = 'paid' where state = 'sent'", "update X set line_no = 2, state = 'paid' where state = 'sent'", "delete from X"],
  payouts_are_never_truncated: ["payout.payouts", "truncate X cascade"],
  tax_rules_are_kept: ["payout.tax_rules", "update X set rate = 3", "update X set until_on = null", "delete from X"],
  tax_rules_are_never_truncated: ["payout.tax_rules", "truncate X cascade"],
  milestones_are_kept: ["referral.milestones", "update X set reward = 101", "update X set ends_on = '2099-01-01'", "delete from X"],
  milestones_are_never_truncated: ["referral.milestones", "truncate X cascade"],
  nominees_are_never_truncated: ["compliance.nominees", "truncate X cascade"],
  notes_are_kept: ["identity.notes", "update X set body = 'other'", "update X set body = '', written_at = now()", "delete from X"],
  notes_are_never_truncated: ["identity.notes", "truncate X cascade"],
  setting_versions_are_append_only: ["core.setting_versions", "update X set value = 'other'", "delete from X", "truncate X cascade"],
  paper_versions_are_append_only: ["compliance.paper_versions", "update X set valid_until = null", "delete from X", "truncate X cascade"],
  payments_are_kept: ["ev.payments", "update X set amount = 101", "update X set reason = 'other'", "delete from X"],
  payments_are_never_truncated: ["ev.payments", "truncate X cascade"],
  requests_are_guarded: ["approval.requests", "update X set amount = 101", "delete from X"],
  requests_are_never_truncated: ["approval.requests", "truncate X cascade"],
  seal_secrets_are_kept: ["ledger.seal_secrets", "update X set secret = secret", "delete from X", "truncate X cascade"],
  log_seal_secrets_are_kept: ["audit.seal_secrets", "update X set secret = secret", "delete from X", "truncate X cascade"],
  log_seals_are_kept: ["audit.seals", "update X set entries = 5", "delete from X", "truncate X cascade"],
  seals_are_kept: ["ledger.seals", "update X set lines = 5", "delete from X", "truncate X cascade"],
  sheet_items_are_append_only: ["treasury.sheet_items", "update X set amount = 6", "delete from X", "truncate X cascade"],
  sheets_are_kept: ["treasury.sheets", "update X set matched_count = 2", "delete from X"],
  sheets_are_never_truncated: ["treasury.sheets", "truncate X cascade"],
  snapshot_runs_are_kept: ["ledger.snapshot_runs", "update X set taken_at = now()", "delete from X", "truncate X cascade"],
  day_totals_are_kept: ["ledger.day_totals", "update X set credit = 1", "delete from X", "truncate X cascade"],
  snapshot_totals_are_kept: ["ledger.snapshot_totals", "update X set balance = 1", "delete from X", "truncate X cascade"],
  snapshots_are_kept: ["ledger.snapshots", "update X set balance = 1", "delete from X", "truncate X cascade"],
  stated_balances_are_append_only: ["treasury.stated_balances", "update X set balance = 1", "delete from X", "truncate X cascade"],
  statement_lines_are_kept: ["treasury.statement_lines", "update X set amount = 1", "delete from X", "truncate X cascade"],
  imports_are_kept: ["office.imports", "update X set cutover_on = cutover_on + 1", "update X set ended_at = ended_at + interval '1 day' where ended_at is not null", "delete from X"],
  imports_are_never_truncated: ["office.imports", "truncate X cascade"],
  carried_is_append_only: ["invest.carried", "update X set days = 2", "delete from X", "truncate X cascade"],
  statements_are_kept: ["treasury.statements", "update X set format = 'camt.053'", "delete from X", "truncate X cascade"],
  terms_are_kept: ["invest.plan_versions", "update X set daily_rate = 9", "delete from X"],
  terms_are_never_truncated: ["invest.plan_versions", "truncate X cascade"],
};

test("what is kept refuses to be changed, removed and emptied, and says of which table", async () => {
  const wrong: string[] = [];
  for (const [trigger, [table, ...statements]] of Object.entries(refused)) {
    for (const statement of statements) {
      const { by, detail } = await rows.refused(statement.replaceAll("X", table));
      if (by !== "immutable" || !detail.includes(`"${table}"`)) wrong.push(`${trigger}: ${statement}: ${by} ${detail}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a trigger that guards what is written refuses it", async () => {
  const line = (amount: number) => `insert into ledger.lines (journal_id, account_id, amount, line_no, value_on) values (902, 901, ${amount}, 1, '2027-01-05')`;
  expect(await rows.refused(line(5))).toMatchObject({ by: "unbalanced" });
  expect(await rows.refused(`delete from treasury.matches`, `insert into treasury.matches (line_id, account_id, journal_id, line_no, how, matched_by, matched_at) values (${id(9)}, 901, 901, 1, 'person', 903, now())`)).toMatchObject({ by: "not_found" });
  expect(await rows.refused("update compliance.nominees set share = 9999")).toMatchObject({ by: "shares_not_whole", detail: expect.stringContaining("99.99") as string });
  // The maker's own request, approved by the maker's own hand.
  expect(await rows.refused(`insert into approval.decisions (request_id, staff_id, decision, decided_at) values (${id(12)}, 903, 'approve', now())`)).toMatchObject({ by: "same_person" });
  expect(await rows.refused(`alter table approval.requests disable trigger requests_are_guarded`, `update approval.requests set state = 'approved', decided_at = now()`)).toMatchObject({ code: "XX000" });
  expect(await rows.refused("update approval.requests set state = 'approved', decided_at = now()", "update approval.requests set note = 'later'")).toMatchObject({ by: "already_decided" });
});

test("a new account has its balance row", async () => {
  const [row] = await rows.sql<{ account: string }>("insert into ledger.accounts (kind, currency, side, floored) values ('test:new', 'USD', 1, true) returning id::text as account");
  expect(await rows.sql("select balance, held from ledger.account_balances where account_id = $1", [row?.account])).toEqual([{ balance: "0", held: "0" }]);
});

test("a mail that tells a member something is told by the portal too, and no other mail", async () => {
  await rows.sql("insert into outbox.mails (template, to_email, props, member_id) values ('deposit_approved', 'ann@member.test', '{\"reference\": \"D-1\"}', 901), ('login_code', 'ann@member.test', '{}', null)");
  expect(await rows.sql("select member_id::text as member, kind, template, facts ->> 'reference' as reference, read_at from messaging.notices where read_at is null")).toEqual([{ member: "901", kind: "money", template: "deposit_approved", reference: "D-1", read_at: null }]);
});

test("a member's file that ends is told, and no other export", async () => {
  await rows.sql("update office.exports set state = 'failed', begun_at = now(), seen = '1:1:', ended_at = now() where state = 'waiting'");
  expect(await rows.sql("select member_id::text as member, template, facts ->> 'export' as export from messaging.notices where template like 'export%'")).toEqual([{ member: "901", template: "export_failed", export: id(244).replaceAll("'", "") }]);
});

test("no trigger of the catalogue is missing above", async () => {
  const written = ["accounts_have_a_balance", "approved_is_executed", "decisions_are_guarded", "lines_balance", "matches_are_equal", "shares_are_whole", "members_are_told", "members_are_told_of_their_exports"];
  const found = await rows.sql<{ name: string }>("select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace::regnamespace::text = any ($1)", [schemas]);
  expect(found.length).toBeGreaterThan(30);
  expect(found.map(({ name }) => name).filter((name) => !(name in refused) && !written.includes(name))).toEqual([]);
});
