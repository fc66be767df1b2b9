/**
 * Every explicit lock is waited for. One connection holds the row (or the advisory key), another calls the function, and it must be
 * stopped in the statement that locks: not later, where it would write on what it read too early. Our triggers are off but for the one
 * that locks itself, so the call reaches its lock and nothing else; nothing of it stays.
 */
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { goodId as id, openRows, type Rows } from "./support/rows";

const browser = "test-browser-0123456789";
let rows: Rows;
let holder: pg.Client;
let caller: pg.Client;

beforeAll(async () => {
  rows = await openRows();
  await rows.sql(`
    alter table approval.decisions enable always trigger decisions_are_guarded;
    delete from audit.findings where cleared_at is null;
    update identity.sessions set audience = 'sign_up', actor_id = null, token_hash = sha256('a sign-up token'), expires_at = clock_timestamp() + interval '1 hour';
    insert into identity.sessions (id, token_hash, audience, actor_id, expires_at, idle_limit) values (${id(44)}, sha256('a member token'), 'member', 901, clock_timestamp() + interval '1 hour', '1 hour');
    insert into identity.sessions (id, token_hash, audience, actor_id, assurance, expires_at, idle_limit) values (${id(46)}, sha256('a staff token'), 'staff', 903, 2, clock_timestamp() + interval '1 hour', '1 hour');
    insert into identity.role_permissions (role, permission) values ('finance', 'claims.write'), ('finance', 'jobs.write');
    update core.settings set value = '0' where key = 'retention_days';
    update identity.members set status = 'closed', closed_at = now() - interval '1 day' where id = 902;
    update treasury.items set journal_kind = 'bonus', hold_reason = 'unverified';
    update identity.challenges set browser_hash = sha256('${browser}');
    update identity.email_changes set undo_hash = sha256('the words');
    update core.settings set value = '1000000' where key = 'outflow_most_per_day';
    update approval.requests set expires_at = '2000-01-01';
    update ledger.holds set expires_at = '2000-01-01', subject = (select subject_id from approval.requests);
    update treasury.queues set currency = 'USD';
    update invest.plan_versions set above_rail = true;
    update invest.renewals set state = 'due', renewed_id = null, done_at = null;
    insert into ledger.holds (id, account_id, amount, reason, subject, state, placed_at, ended_at) values (${id(128)}, 901, 10, 'payout', ${id(127)}, 'captured', now(), now());
    insert into payout.payouts (id, reference, member_id, account_id, currency, gross, tax, emi, bank, requested_on, due_on, destination_id, hold_id, state, journal_id, posted_on, requested_at, decided_at)
      values (${id(127)}, 'P-3', 901, 901, 'USD', 10, 0, 0, 10, '2027-01-05', '2027-01-05', ${id(15)}, ${id(128)}, 'approved', 901, '2027-01-05', now(), now());
    update funding.withdrawals set state = 'approved', method_id = null, transaction_reference = null, sent_at = null;
    update identity.recoveries set undo_hash = sha256('the words that stop');
    insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) overriding system value values (903, 902, 902, 902, 'L', 2, 3, 3, ${at});
    insert into network.counts (id, node_id, generation, direction, counted_at) overriding system value values (903, 903, 1, 1, ${at});
    insert into approval.requests (id, reference, kind, subject_id, maker_id, maker_type, beneficiary_id, payload, payload_hash, needed, created_at)
      values (${id(45)}, 'R-45', 'recovery', ${id(901)}, 903, 'staff', 901, jsonb_build_object('recovery', ${id(76)}), sha256('payload'), 2, ${at})`);
  [holder, caller] = await Promise.all([rows.connect(), rows.connect()]);
});
afterAll(async () => {
  await Promise.all([holder.end(), caller.end()]);
  await rows.close();
});

/** Holds one thing with one connection while the other works; both forget it afterwards. */
async function whileHeld<T>(held: string, work: () => Promise<T>): Promise<T> {
  await holder.query("begin");
  await holder.query(held);
  await caller.query("begin");
  await caller.query("set local lock_timeout = '120ms'");
  try {
    return await work();
  } finally {
    await caller.query("rollback");
    await holder.query("rollback");
  }
}

/** The statement in which the call waited until its patience was over, and whose it is; or how it ended. */
async function waitedIn(call: string): Promise<string> {
  const error = await caller.query(call).then(() => null, (refused: { code?: string; message: string; where?: string }) => refused);
  if (!error) return "it did not wait";
  if (error.code !== "55P03") return `${error.code ?? ""} ${error.message}`;
  const [, statement] = /SQL statement "([^"]+)"/.exec(error.where ?? "") ?? [];
  const [, name] = /PL\/pgSQL function ([a-z_.]+)\(/.exec(error.where ?? "") ?? [];
  const [lock] = /for (?:no key )?update\b|for share\b|pg_advisory_xact_lock/i.exec(statement ?? "") ?? [];
  return `${name ?? ""} ${lock ?? `in: ${statement ?? ""}`}`;
}

const row = (table: string, key: string, how = "for update") => `select from ${table} where ${key} ${how}`;
const at = "now()";
const request = row("approval.requests", `id = ${id(12)}`);
const breaker = "select from audit.breaker for update";
const payout = row("payout.payouts", `id = ${id(125)}`);
const withdrawal = row("funding.withdrawals", `id = ${id(20)}`);
const member = row("identity.members", "id = 901");
const hold = row("ledger.holds", `id = ${id(5)}`);
const queue = row("treasury.queues", "account_id = 902");
const balance = row("ledger.account_balances", "account_id = 901");
const claim = row("compliance.claims", `id = ${id(90)}`);
const kyc = row("compliance.kyc", `id = ${id(70)}`);
const fault = "array[('law', 'object', '1', '2')]::audit.fault[]";
const advisory = (key: string) => `select pg_advisory_xact_lock(hashtext('${key}'))`;

const waits: readonly (readonly [lock: string, held: string, call: string])[] = [
  ["approval.cancel for update", request, `select approval.cancel(${id(12)}, 901, ${at})`],
  ["approval.decide for update", request, `select approval.decide(${id(12)}, 903, 'approve', null, null, ${at})`],
  ["approval.decide for share", row("identity.staff", "id = 903", "for no key update"), `insert into identity.staff (id, email, name, role, created_at) values (905, 'other@staff.test', 'Other', 'finance', ${at}); select approval.decide(${id(12)}, 905, 'approve', null, null, ${at})`],
  ["approval.guard_decision for update", request, `insert into approval.decisions (request_id, staff_id, decision, decided_at) values (${id(12)}, 903, 'approve', ${at})`],
  ["approval.guard_decision for share", row("identity.staff", "id = 903", "for no key update"), `insert into approval.decisions (request_id, staff_id, decision, decided_at) values (${id(12)}, 903, 'approve', ${at})`],
  ["audit.clear_finding for update", breaker, `select audit.clear_finding(${id(21)}, 903, 'note', ${at})`],
  ["audit.clear_finding for update", row("audit.findings", `id = ${id(21)}`), `select audit.clear_finding(${id(21)}, 903, 'note', ${at})`],
  ["audit.raise_findings for update", breaker, `select audit.raise_findings(${fault}, 901, 'everything', ${at})`],
  ["audit.require_calm for share", breaker, "select audit.require_calm()"],
  ["core.change_setting for update", row("core.settings", "key = 'company'"), `select core.change_setting('company', 'Coffer', 'Other', 903, 'reason', null, ${at})`],
  ["desk.auth_email_undo for no key update", member, "select desk.auth_email_undo('the words')"],
  ["desk.stop_recovery for update", row("approval.requests", `id = ${id(45)}`), `select desk.stop_recovery('the words that stop', ${at})`],
  ["identity.recover for no key update", member, `select identity.recover(${id(76)}, ${at})`],
  ["compliance.decide for no key update", member, `select compliance.decide(${id(70)}, 'rejected', 'r', null, ${at})`],
  ["compliance.decide for update", kyc, `select compliance.decide(${id(70)}, 'rejected', 'r', null, ${at})`],
  ["compliance.open_renewal for no key update", member, `select compliance.open_renewal(901, 'pan', null, '2027-01-05', ${at})`],
  ["compliance.open_renewal for update", kyc, `select compliance.open_renewal(901, 'pan', null, '2027-01-05', ${at})`],
  ["compliance.edit for no key update", member, `select compliance.edit(901, ${at})`],
  ["compliance.edit for update", kyc, `select compliance.edit(901, ${at})`],
  ["compliance.review for update", kyc, `select compliance.review(${id(70)}, 903, ${at})`],
  ["compliance.save_nominees for no key update", member, `select compliance.save_nominees(901, '[]', '2027-01-05', ${at})`],
  ["desk.member_close for no key update", member, "select desk.member_close('a member token', gen_random_uuid())"],
  ["desk.member_photo_save for no key update", member, "select desk.member_photo_save('a member token', gen_random_uuid(), 10, repeat('0', 64))"],
  ["desk.member_profile_save for no key update", member, "select desk.member_profile_save('a member token', 'Ann', 'A', '+15550000001', null, null, null, null, null, 'en')"],
  ["desk.sign_up_session for update", row("identity.sessions", "audience = 'sign_up'"), "select desk.sign_up_session('a sign-up token')"],
  ["desk.renew_contract for no key update", member, `select desk.renew_contract(r, ${at}) from invest.renewals r`],
  ["desk.worker_holds_expire for update", hold, "select desk.worker_holds_expire()"],
  ["desk.worker_mail_close for update", row("outbox.mails", `id = ${id(4)}`), `select desk.worker_mail_close(${id(4)}, 'sent', null, 's', 'h', 't', false)`],
  ["desk.staff_mail_decide for update", row("outbox.mails", `id = ${id(4)}`), `select desk.staff_mail_decide('a staff token', ${id(4)}, 'retry', gen_random_uuid())`],
  ["desk.worker_requests_expire for update", hold, "select desk.worker_requests_expire()"],
  ["desk.worker_anonymise for update", row("identity.members", "id = 902"), `select desk.worker_anonymise(${id(902)})`],
  ["compliance.add_version for update", row("compliance.papers", `id = ${id(94)}`), `select compliance.add_version(${id(94)}, '2027-01-05', null, ${id(31)}, 'a.pdf', 'application/pdf', 10, repeat('0', 64), 903, ${at})`],
  ["compliance.open_claim for no key update", member, `select compliance.open_claim(901, '2027-01-05', 'Bo', null, '2027-01-05', ${at})`],
  ["desk.carry_out_claim for update", claim, `select desk.carry_out_claim(jsonb_populate_record(q, jsonb_build_object('subject_id', ${id(90)})), 903, '2027-01-05', ${at}) from approval.requests q where q.id = ${id(12)}`],
  ["desk.staff_claim_pay for update", claim, `select desk.staff_claim_pay('a staff token', ${id(90)}, '[]', gen_random_uuid())`],
  ["desk.staff_claim_settle for no key update", member, `select desk.staff_claim_settle('a staff token', ${id(90)}, gen_random_uuid())`],
  ["ev.apply_emi for no key update", member, `select ev.apply_emi(901, 'USD', 1, null, '2027-01-05', null, ${at})`],
  ["ev.book for no key update", member, `select ev.book(901, ${id(110)}, null, null, null, ${at})`],
  ["ev.lock_booking for no key update", member, `select ev.lock_booking(${id(111)})`],
  ["ev.lock_booking for update", row("ev.bookings", `id = ${id(111)}`), `select ev.lock_booking(${id(111)})`],
  ["ev.refresh for no key update", member, `select ev.refresh(901, ${at})`],
  ["ev.take_back_emi for no key update", member, `select ev.take_back_emi(901, 'USD', 1, null, '2027-01-05', null, ${at})`],
  ["funding.approve_withdrawal for update", withdrawal, `select funding.approve_withdrawal(${id(20)}, '2027-01-05', 903, ${at})`],
  ["funding.check_outflow for no key update", row("core.currencies", "code = 'USD'"), "select funding.check_outflow('USD', 1, now())"],
  ["funding.close_withdrawal for update", withdrawal, `select funding.close_withdrawal(${id(20)}, 'confirmed', null, '2027-01-05', 903, ${at})`],
  ["funding.credit_deposit for update", row("funding.deposits", `id = ${id(16)}`), `select funding.credit_deposit(${id(16)}, 100, '2027-01-05', 903, ${at})`],
  ["funding.request_withdrawal for no key update", member, `select funding.request_withdrawal(901, 'DEPOSIT', 'USD', 10, ${id(15)}, ${at})`],
  ["funding.save_method for update", row("funding.methods", `id = ${id(14)}`), `select funding.save_method(${id(14)}, 'Bank', 'BANK', 'USD', null, null, '{"account_name": "A", "account_number": "1", "bank_name": "B"}', 1, true, ${at})`],
  ["funding.send_withdrawal for update", withdrawal, `select funding.send_withdrawal(${id(20)}, ${id(14)}, 'TX-9', '2027-01-05', 903, ${at})`],
  ["funding.submit_deposit for no key update", member, `select funding.submit_deposit(901, ${id(14)}, null, 100, 'TX-9', null, ${at})`],
  ["identity.add_passkey pg_advisory_xact_lock", "select pg_advisory_xact_lock(hashtext('identity.passkeys'), hashtext('901'))", "select identity.add_passkey(901, repeat('ab', 32), repeat('cd', 77), 0, '{}', 'Key')"],
  ["identity.answer_with_passkey for update", row("identity.passkeys", `id = ${id(75)}`), `select identity.answer_with_passkey(${id(77)}, repeat('29', 32), '${browser}', ${id(75)}, 8, 901, ${id(2)})`],
  ["identity.open_challenge for update", row("identity.challenges", `id = ${id(1)}`), `select identity.open_challenge(${id(30)}, 'ann@member.test', 'login', '', repeat('0', 64), '${browser}', null, null)`],
  ["identity.lock_staff pg_advisory_xact_lock", advisory("identity.staff"), "select identity.lock_staff()"],
  ["invest.accrue_begin pg_advisory_xact_lock", advisory("invest.accrual_runs"), `select invest.accrue_begin('2027-01-05', 'UTC', ${at})`],
  ["invest.draft_version for update", row("invest.plans", `id = ${id(17)}`), `select invest.draft_version(${id(17)}, '0.1', '1.00', '100.00', 10, 'DAYS', '3', '', '', '2027-01-05', ${at})`],
  ["invest.instruct for no key update", row("invest.investments", `id = 901`), `select invest.instruct(901, ${id(19)}, 'renew', '2027-01-06T00:00:00Z')`],
  ["invest.open for no key update", queue, `select invest.open(901, p, v, 'DEPOSIT', 100, '2027-01-05', 0, ${at}) from invest.plans p join invest.plan_versions v on v.plan_id = p.id where p.id = ${id(17)}`],
  ["invest.reserve_run for no key update", queue, `select invest.reserve_run('2027-01-05', 'UTC', array[1], array['USD'], array[5::bigint], ${at})`],
  ["ledger.fold_account for no key update", balance, "select ledger.fold_account(901)"],
  ["ledger.lock_accounts for no key update", balance, "select ledger.lock_accounts(array[901::bigint])"],
  ["ledger.place_hold for no key update", balance, `select ledger.place_hold(901, 1, 'withdrawal', null, ${at})`],
  ["audit.seal pg_advisory_xact_lock", advisory("audit.seals"), `select audit.seal(10, ${at})`],
  ["ledger.seal pg_advisory_xact_lock", advisory("ledger.seals"), `select ledger.seal(10, ${at})`],
  ["ledger.take_snapshots pg_advisory_xact_lock", advisory("ledger.snapshot_runs"), `select ledger.take_snapshots(${at})`],
  ["messaging.publish_announcement for update", row("messaging.announcements", `id = ${id(160)}`), `select messaging.publish_announcement(${id(160)}, 1, 903, ${at})`],
  ["messaging.save_announcement for update", row("messaging.announcements", `id = ${id(160)}`), `select messaging.save_announcement(${id(160)}, 'all', ${at}, null, '{"title_en": "a", "body_en": "b"}', 903, ${at})`],
  ["messaging.withdraw_announcement for update", row("messaging.announcements", `id = ${id(160)}`), `select messaging.withdraw_announcement(${id(160)}, 903, ${at})`],
  ["messaging.write for no key update", row("messaging.threads", `id = ${id(24)}`), `select messaging.write(${id(24)}, 'member', 901, 'Words', ${at})`],
  ["office.ask_own_export for no key update", row("identity.members", "id = 901"), `select office.ask_own_export(901, 'my_data', '{}', 'json', 'es', 1, ${at})`],
  ["office.begin_export for no key update", row("office.exports", `id = ${id(242)}`), `select office.begin_export(${id(242)}, ${id(243)}, ${at})`],
  ["office.lock_import for no key update", row("office.imports", `id = ${id(290)}`), `select office.lock_import(${id(290)}, 'draft')`],
  ["office.begin_import_run for no key update", row("office.import_runs", `id = ${id(292)}`), `select office.begin_import_run(${id(292)}, ${at})`],
  ["office.lock_import_run for no key update", row("office.import_runs", `id = ${id(292)}`), `select office.lock_import_run(${id(292)}, 1)`],
  ["approval.begin_execution for update", row("approval.requests", `id = ${id(12)}`), `select approval.begin_execution(${id(12)}, ${at})`],
  ["approval.begin_execution for share", row("identity.staff", `id in (select staff_id from approval.decisions where request_id = ${id(12)})`), `select approval.begin_execution(${id(12)}, ${at})`],
  ["desk.worker_import_begin for update", row("approval.requests", `id = ${id(12)}`), `select desk.worker_import_begin(${id(293)})`],
  ["desk.worker_import_begin for no key update", row("office.imports", `id = ${id(291)}`), `select desk.worker_import_begin(${id(293)})`],
  ["desk.worker_import_post for update", row("approval.requests", `id = ${id(12)}`), `select desk.worker_import_post(${id(293)}, 1)`],
  ["desk.worker_import_post for no key update", row("office.imports", `id = ${id(291)}`), `select desk.worker_import_post(${id(293)}, 1)`],
  ["network.carry for no key update", row("network.nodes", "parent_id is null"), `select network.carry('[]', ${at})`],
  ["network.carry pg_advisory_xact_lock", advisory("network.counts"), `select network.carry('[]', ${at})`],
  ["network.ask_what_if for no key update", row("invest.plan_versions", `id = ${id(18)}`), `select network.ask_what_if(${id(18)}, 903, ${at})`],
  ["network.ask_what_if for no key update", row("network.plan_versions", `id = ${id(110)}`), `select network.ask_what_if(${id(110)}, 903, ${at})`],
  ["network.decide_plan for no key update", row("network.plan_versions", `id = ${id(110)}`), `select network.decide_plan(${id(110)}, 'rejected', ${at})`],
  ["network.draft_plan for no key update", row("network.plan_versions", `id = ${id(110)}`), `select network.draft_plan('2099-01-01', '1.00', 5, '20', 10, 'defer', '0', 'placement', '1.00', 0, 'level_order', '1.00', 903, ${at})`],
  ["network.lock_above for no key update", row("network.nodes", "id = 902"), "select network.add_counts(array[903::bigint], '2027-01-01')"],
  ["network.match pg_advisory_xact_lock", advisory("network.counts"), `select network.match(1, ${at})`],
  ["network.place for no key update", row("identity.members", "id = 902"), `select network.place(902, 901, 'left', null, null, ${at})`],
  ["network.place_emi for no key update", member, `select network.place_emi(901, '2027-01-05', ${at})`],
  ["network.take_count for no key update", member, `select network.take_count(903, ${at})`],
  ["network.take_count for no key update", queue, `select network.take_count(903, ${at})`],
  ["referral.claim_milestone for share", row("referral.milestones", `id = ${id(22)}`, "for no key update"), `select referral.claim_milestone(902, ${id(22)}, '{901}', '2027-01-05', ${at})`],
  ["referral.clawback_accounts for no key update", queue, `select referral.clawback_accounts('investment', array[${id(19)}::uuid])`],
  ["referral.pay_claim for no key update", row("referral.milestone_claims", `id = ${id(23)}`), `select referral.pay_claim(${id(23)}, '2027-01-05', ${at})`],
  ["treasury.recover_from for no key update", row("treasury.clawbacks", "id = 901"), `update ledger.accounts set kind = 'EARNINGS' where id = 901; select treasury.recover(array[901::bigint], ${at})`],
  ["treasury.draw_earmark for update", hold, `select treasury.draw_earmark(${id(5)}, 1, ${at})`],
  ["treasury.earmark for no key update", queue, `select treasury.earmark(902, 1, ${id(31)}, ${at})`],
  ["payout.answer_file for update", payout, `select * from payout.answer_file(${id(122)}, '[]', '2027-01-05', 903, ${at})`],
  ["payout.approve_payout for update", payout, `select payout.approve_payout(${id(125)}, '2027-01-05', 903, ${at})`],
  ["payout.close_payout for update", payout, `select payout.close_payout(${id(125)}, 'paid', null, '2027-01-05', 903, ${at})`],
  ["payout.deposit_tax pg_advisory_xact_lock", advisory("payout.deposits"), `select payout.deposit_tax(${id(12)}, '1990-01-01', ${id(121)}, 'USD', 1, ${id(14)}, 'CH-2', '1990-01-05', 903, ${at})`],
  ["payout.make_bank_file for update", row("payout.payouts", `id = ${id(127)}`), `select payout.make_bank_file(${id(14)}, '2027-01-05', 903, ${at})`],
  ["payout.request_payout for no key update", member, `select payout.request_payout(901, 'USD', 1, false, ${id(15)}, '2027-01-05', '2027-01-05', ${at})`],
  ["payout.reverse_payout pg_advisory_xact_lock", advisory("payout.deposits"), `update payout.payouts set tax = 1, bank = 9, rule_id = ${id(121)} where id = ${id(127)}; select payout.reverse_payout(${id(127)}, 'reason', '2027-01-05', 903, ${at})`],
  ["payout.reverse_payout for update", payout, `select payout.reverse_payout(${id(125)}, 'reason', '2027-01-05', 903, ${at})`],
  ["treasury.lock_reconciled for update", row("treasury.reconciled_accounts", "account_id = 903"), "select treasury.lock_reconciled(903)"],
  ["treasury.release_cooling for no key update", queue, `select treasury.release_cooling('{901}', ${at})`],
  ["treasury.release_unverified for no key update", queue, `select treasury.release_unverified(901, ${at})`],
  ["treasury.settle for no key update", queue, `select treasury.settle(902, 10, ${at})`],
  ["treasury.withdraw_item for no key update", queue, `select treasury.withdraw_item(901, ${at})`],
  ["treasury.take_back for no key update", queue, `select treasury.take_back('returns', 'USD', 1, 903, '2027-01-05', 903, ${id(31)})`],
  ["treasury.take_item_back for no key update", queue, `select treasury.take_item_back(901, '2027-01-05', ${id(31)}, ${at})`],
];

test("each lock is waited for in the statement that takes it", async () => {
  const wrong: string[] = [];
  for (const [lock, held, call] of waits) {
    const found = await whileHeld(held, () => waitedIn(call));
    if (found !== lock) wrong.push(`${lock}: ${found}`);
  }
  expect(wrong).toEqual([]);
});

const answers = async (call: string): Promise<unknown> => (await caller.query<{ answer: unknown }>(`select ${call} as answer`)).rows[0]?.answer;

test("what another worker has in hand is passed over, not waited for and not done twice", async () => {
  expect(await whileHeld(request, () => answers("desk.worker_requests_expire()"))).toEqual({ ended: 0 });
  expect(await whileHeld(row("messaging.announcements", `id = ${id(160)}`), () => answers("desk.worker_announce()"))).toEqual({ told: 0, more: false });
  expect(await whileHeld(row("invest.renewals", "investment_id = 902"), () => answers("desk.worker_renew()"))).toMatchObject({ outcome: "none", left: 1 });
  expect(await whileHeld(row("invest.accrual_chunks", "chunk = 1"), () => answers(`(invest.accrue_chunk('2027-01-05', 'UTC', ${at})).claimed`))).toBe(false);
  expect(await whileHeld(advisory("network.what_ifs"), () => answers("desk.worker_what_if()"))).toMatchObject({ more: false });
  expect(await whileHeld(advisory("audit.watch_runs"), () => answers("desk.worker_watch_changes()"))).toMatchObject({ skipped: true });
  expect(await whileHeld("select pg_advisory_xact_lock(hashtext('audit.watch_runs'), hashtext('ledger'))", () => answers("desk.worker_watch_everything('ledger')"))).toMatchObject({ skipped: true });
});

test("the table of locks names every explicit lock of the function files", async () => {
  const { cutsOf } = await import("../../bench/fault/mutation/text");
  const { sqlFiles } = await import("./support/catalogue");
  const found = sqlFiles().filter(({ text, path }) => text.includes("create or replace function") && !path.startsWith("migrations/"))
    .flatMap(({ path, domain, text }) => cutsOf(text).filter(({ kind }) => kind === "lock").map(({ what }) => `${domain}.${path.split("/").at(-1)?.replace(".sql", "") ?? ""} ${what.replace(/\(.*/, "")}`));
  const passedOver = ["compliance.expire for no key update of m skip locked", "messaging.untold_announcement for no key update of a skip locked", "desk.worker_renew for update skip locked", "desk.worker_requests_expire for update skip locked", "desk.worker_watch_changes pg_try_advisory_xact_lock", "desk.worker_watch_everything pg_try_advisory_xact_lock", "invest.accrue_chunk for update skip locked", "network.what_if_step pg_try_advisory_xact_lock"];
  expect([...waits.map(([lock]) => lock), ...passedOver].sort()).toEqual(found.sort());
});
