/**
 * One good row of every table, each column filled that can be, so that a test can spoil one thing at a time. Triggers of ours are off in
 * this database: what refuses here is a constraint. Foreign keys, checks and keys stand.
 */
import pg from "pg";

import { schemas } from "./catalogue";
import { testDatabase } from "./database";

/** The id of a good row, as SQL. */
export const goodId = (n: number) => `'00000000-0000-4000-8000-${String(n).padStart(12, "0")}'`;
const id = goodId;
const at = "'2027-01-05T10:00:00Z'";
const day = "'2027-01-05'";
const hash = (n: number) => `decode(repeat('${String(n).padStart(2, "0")}', 32), 'hex')`;

const rows = `
insert into core.currencies (code, exponent, name) values ('TST', 2, 'Of the tests');
insert into core.setting_versions (key, no, before, value, changed_by, changed_at, reason, request_id) values ('company', 1, 'Coffer', 'Other', 903, ${at}, 'reason', ${id(12)});
insert into identity.members (id, public_id, email, first_name, last_name, mobile, username, referral_code, terms_version, terms_accepted_at, kyc_approved_at, joined_at) values
  (901, ${id(901)}, 'ann@member.test', 'Ann', 'A', '+15550000001', 'ann_a', 'ABCDEFGH', '1', ${at}, ${at}, ${at}), (902, ${id(902)}, 'bo@member.test', 'Bo', 'B', '+15550000002', 'bo_b', 'ABCDEFGJ', '1', ${at}, ${at}, ${at});
update identity.members set origin = 'OLD-1' where id = 901;
update identity.members set country = 'IN', address = '1 Test Road', state = 'KA', zip = '560001', city = 'Bengaluru';
insert into identity.staff (id, public_id, email, name, role, member_id, created_at) values (903, ${id(903)}, 'fin@staff.test', 'Fin', 'finance', 901, ${at});
insert into identity.challenges (id, email, purpose, code_mac, browser_hash, session_id, referral, expires_at) values (${id(1)}, 'ann@member.test', 'login', ${hash(1)}, ${hash(2)}, ${id(2)}, 'ABCDEFGJ', clock_timestamp() + interval '5 minutes');
insert into identity.sessions (id, token_hash, audience, actor_id, email, expires_at, idle_limit, browser_hash) values (${id(2)}, ${hash(3)}, 'member', 901, 'ann@member.test', ${at}, '1 hour', ${hash(2)});
insert into identity.authenticators (id, actor_id, session_id, sealed, witness_hash, confirmed_at) values (${id(70)}, 901, ${id(2)}, repeat('s', 90), sha256(${hash(21)}), ${at}), (${id(71)}, 902, ${id(72)}, repeat('s', 90), ${hash(22)}, null);
insert into identity.recovery_codes (authenticator_id, code_mac) values (${id(70)}, ${hash(23)});
insert into identity.challenges (id, email, purpose, context, browser_hash, session_id, authenticator_id, first_step, window_macs, expires_at) values (${id(73)}, 'ann@member.test', 'withdrawal', 'withdrawal|', ${hash(2)}, ${id(2)}, ${id(70)}, 1, decode(repeat('24', 800), 'hex'), clock_timestamp() + interval '5 minutes');
insert into identity.passkeys (id, actor_id, credential_id, public_key, counter, transports, name, used_at, removed_at) values (${id(75)}, 901, ${hash(26)}, repeat('k', 77)::bytea, 7, '{usb}', 'Key', ${at}, null), (${id(76)}, 902, ${hash(27)}, repeat('k', 77)::bytea, 0, '{}', 'Lost', null, ${at});
insert into identity.challenges (id, email, purpose, context, code_mac, browser_hash, session_id, passkey_mac, passkey_id, expires_at) values (${id(77)}, 'ann@member.test', 'email_change', 'email_change|', ${hash(28)}, ${hash(31)}, ${id(2)}, ${hash(29)}, ${id(75)}, clock_timestamp() + interval '5 minutes');
insert into identity.devices (actor_id, browser_hash) values (901, ${hash(2)});
insert into identity.errands (token_hash, member_id, began_in) values (${hash(41)}, 901, '1');
insert into identity.photos (member_id, id, bytes, sha256, added_at) values (901, ${id(96)}, 100, ${hash(34)}, ${at});
insert into identity.email_changes (id, member_id, old_email, new_email, undo_hash, undo_until) values (${id(74)}, 901, 'old@member.test', 'ann@member.test', ${hash(25)}, ${at});
insert into identity.recoveries (id, reference, member_id, old_email, new_email, drop_authenticator, note, words_hash, undo_hash, sealed_undo, proven_at) values (${id(76)}, 'A-TEST0001', 901, 'ann@member.test', 'back@member.test', true, 'note', ${hash(31)}, ${hash(32)}, 'sealed', ${at});
insert into identity.notes (id, member_id, author_id, body, written_at) values (${id(141)}, 901, 903, 'note', ${at});
insert into identity.rate_counters (bucket, subject, started_at, used) values ('bucket', ${hash(4)}, ${at}, 1);
insert into audit.log (id, at, actor_id, action, object_kind, object_id) overriding system value values (901, ${at}, 901, 'act', 'kind', '1');
insert into audit.seals (id, entry_ids, highest, entries, horizon, sealed_at, entries_hash, previous_root, root) values (901, '{[901,902)}', 901, 1, '1', ${at}, ${hash(5)}, ${hash(6)}, ${hash(7)});
insert into audit.seal_secrets (seal_id, secret) values (901, ${hash(8)});
insert into audit.watch_runs (id, form, domain, business_at, horizon, next_xid, journal_id, item_id, commission_id) overriding system value values (901, 'everything', 'ledger', ${at}, '1', '2', 0, 0, 0);
insert into audit.findings (id, run_id, form, law, object, expected, found, raised_at, seen_at) values (${id(3)}, 901, 'everything', 'law', 'object', '1', '2', ${at}, ${at});
insert into audit.findings (id, run_id, form, law, object, expected, found, raised_at, seen_at, cleared_at, cleared_by, note) values (${id(21)}, 901, 'everything', 'law', 'another', '1', '2', ${at}, ${at}, ${at}, 903, 'note');
insert into outbox.jobs (id, task) overriding system value values (901, 'mail__send');
insert into outbox.mails (id, template, to_email, props, dedupe_key, member_id) values (${id(4)}, 'login', 'ann@member.test', '{}', 'once', 901);
insert into outbox.kept_mails (mail_id, subject, html, body) values (${id(4)}, 'Subject', 'html', 'body');
insert into outbox.workers (name, seen_at) values ('worker', ${at});
insert into ledger.accounts (id, kind, currency, member_id, side, floored) overriding system value values (901, 'DEPOSIT', 'USD', 901, -1, true), (902, 'test:queue', 'USD', null, -1, true), (903, 'test:bank', 'USD', null, 1, false);
insert into ledger.account_balances (account_id, balance, held, side, floored, appended, currency, floor) values (901, 100, 10, -1, true, false, 'USD', 0), (902, 0, 0, -1, true, false, 'USD', 0), (903, 100, 0, 1, false, false, 'USD', -9000000000000000000);
insert into ledger.balance_marks (account_id, balance, horizon) values (901, 1, '1');
insert into ledger.holds (id, account_id, amount, reason, subject, placed_at) values (${id(5)}, 901, 10, 'withdrawal', ${id(20)}, ${at});
insert into ledger.journals (id, posted_at, kind, value_on, line_count) values (901, ${at}, 'adjustment', ${day}, 2);
insert into ledger.journals (id, posted_at, kind, value_on, line_count, reverses_id) values (902, ${at}, 'adjustment', ${day}, 2, 901);
insert into ledger.lines (journal_id, account_id, amount, line_no, value_on) values (901, 901, -100, 1, ${day}), (901, 903, 100, 2, ${day});
insert into ledger.request_keys (actor_id, operation, key, fingerprint) values (901, 'operation', ${id(6)}, ${id(7)});
insert into ledger.seals (id, journal_ids, highest, closed_to, journals, lines, merkle_root, previous_root, root, horizon, next_xid, last_number, posted_until, sealed_at)
  values (901, '{[901,903)}', 902, 902, 2, 4, ${hash(5)}, ${hash(6)}, ${hash(7)}, '1', '2', 902, ${at}, ${at});
insert into ledger.seal_secrets (seal_id, secret) values (901, ${hash(8)});
insert into ledger.snapshot_runs (closed_to, on_date, posted_until, taken_at) values (901, ${day}, ${at}, ${at});
insert into ledger.snapshot_totals (closed_to, kind, currency, balance) values (901, 'DEPOSIT', 'USD', 100);
insert into ledger.snapshots (account_id, closed_to, balance) values (901, 901, 100);
insert into ledger.day_totals (closed_to, value_on, kind, account_kind, currency, debit, credit, lines) values (901, ${day}, 'adjustment', 'DEPOSIT', 'USD', 0, 100, 1);
insert into office.exports (id, report, filters, format, language, asked_by, asked_at, state, attempts, seen, begun_at, total, done, file_id, bytes, sha256, ended_at, expires_at)
  values (${id(240)}, 'days', '{}', 'csv', 'en', 903, ${at}, 'finished', 1, '1:1:', ${at}, 2, 2, ${id(241)}, 10, ${hash(40)}, ${at}, ${at});
insert into office.exports (id, report, filters, format, language, asked_by, asked_at, total) values (${id(242)}, 'wallets', '{}', 'csv', 'en', 903, ${at}, 2);
insert into office.exports (id, report, filters, format, language, member_id, asked_at, total) values (${id(244)}, 'statement', '{}', 'csv', 'en', 901, ${at}, 2);
insert into office.imports (id, reference, currency, cutover_on, method_id, deployed, made_by, made_at) values (${id(290)}, 'N-TEST0001', 'USD', ${day}, ${id(9)}, 0, 903, ${at});
insert into office.imports (id, reference, currency, cutover_on, method_id, deployed, state, made_by, made_at, request_id, totals, ended_at) values (${id(291)}, 'N-TEST0002', 'USD', ${day}, ${id(9)}, 0, 'posted', 903, ${at}, ${id(12)}, '{}', ${at});
insert into office.import_files (import_id, kind, name, rows, hash, uploaded_at) values (${id(290)}, 'members', 'members.csv', 1, ${hash(36)}, ${at});
insert into office.import_rows (import_id, kind, line, cells) values (${id(290)}, 'members', 2, '{}');
insert into office.import_runs (id, import_id, kind, asked_by, asked_at, state, attempts, begun_at, steps) values (${id(292)}, ${id(290)}, 'check', 903, ${at}, 'running', 1, ${at}, 8);
insert into office.import_runs (id, import_id, kind, request_id, asked_by, asked_at, state, attempts, begun_at, done, steps, ended_at) values (${id(293)}, ${id(291)}, 'post', ${id(12)}, 903, ${at}, 'finished', 1, ${at}, 1, 1, ${at});
insert into ledger.unfolded (journal_id, line_no, account_id, amount) values (901, 1, 901, 100);
insert into treasury.queues (account_id, name, currency) values (902, 'returns', 'TST');
insert into treasury.items (id, public_id, queue_id, journal_kind, credit_account_id, amount, value_on, source_order, cause, recorded_at) overriding system value values (901, ${id(901)}, 902, 'accrual', 901, 5, ${day}, 901, ${id(10)}, ${at});
insert into treasury.reconciled_accounts (account_id, begins_on, opening) values (903, ${day}, 0);
insert into treasury.statements (id, account_id, file_name, file_hash, format, imported_by, imported_at) values (${id(8)}, 903, 'january.csv', ${hash(9)}, 'csv', 903, ${at});
insert into treasury.statement_lines (id, statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency, bank_reference, reference, text) values (${id(9)}, ${id(8)}, 903, ${hash(10)}, 1, ${day}, ${day}, 100, 'USD', 'B', 'R', 'T');
insert into treasury.stated_balances (statement_id, account_id, day_on, balance) values (${id(8)}, 903, ${day}, 100);
insert into treasury.matches (line_id, account_id, journal_id, line_no, how, matched_by, matched_at) values (${id(9)}, 903, 901, 2, 'person', 903, ${at});
insert into treasury.explanations (id, account_id, line_id, reason, note, explained_by, explained_at) overriding system value values (901, 903, ${id(9)}, 'bank_fee', 'note', 903, ${at});
insert into treasury.explanations (id, account_id, journal_id, line_no, reason, note, explained_by, explained_at) overriding system value values (902, 903, 901, 2, 'timing', 'note', 903, ${at});
insert into treasury.explanations (id, account_id, reason, note, explained_by, explained_at) overriding system value values (903, 903, 'other', 'note', 903, ${at});
insert into treasury.sheets (id, account_id, day_on, currency, requirement, bank_balance, opening_difference, bank_sum, books_sum, matched_count, fingerprint, submitted_by, submitted_at) values (${id(11)}, 903, ${day}, 'USD', 100, 100, 0, 0, 0, 1, ${hash(11)}, 903, ${at});
insert into treasury.sheet_items (sheet_id, item_no, side, line_id, amount, dated_on, reason, note, explained_by) values (${id(11)}, 1, 'bank', ${id(9)}, 5, ${day}, 'bank_fee', 'note', 903);
insert into approval.requests (id, reference, kind, subject_id, amount, currency, maker_id, maker_type, beneficiary_id, payload, payload_hash, needed, created_at) values (${id(12)}, 'R-1', 'deposit', ${id(16)}, 100, 'USD', 901, 'member', 901, '{}', ${hash(12)}, 1, ${at});
insert into approval.decisions (request_id, staff_id, decision, note, decided_at) values (${id(12)}, 903, 'approve', 'note', ${at});
insert into referral.referrals (referred_id, referrer_id, created_at) values (902, 901, ${at});
insert into referral.commissions (id, referrer_id, referred_id, source_kind, source_id, source_reference, currency, base, rate, amount, item_id, earned_at) overriding system value values (901, 901, 902, 'investment', ${id(19)}, 'I-1', 'USD', 100, 3, 3, 901, ${at});
insert into referral.clawbacks (commission_id, unpaid, returned, owed, journal_id, taken_at) values (901, 0, 2, 1, 901, ${at});
insert into referral.milestones (id, name, needed, reward, currency, starts_on, created_by, created_at) values (${id(22)}, 'First', 1, 100, 'USD', ${day}, 903, ${at});
insert into referral.milestone_claims (id, reference, milestone_id, member_id, counted, state, item_id, claimed_at, decided_at) values (${id(23)}, 'M-1', ${id(22)}, 901, '{902}', 'approved', 901, ${at}, ${at});
insert into messaging.threads (id, reference, kind, member_id, subject, assignee_id, opened_at, last_at, closed_at, member_wrote, staff_wrote, member_read, staff_read, acknowledge_by, resolve_by, acknowledged_at)
  values (${id(24)}, 'G-1', 'grievance', 901, 'Subject', 903, ${at}, ${at}, ${at}, 1, 2, 2, 1, ${at}, ${at}, ${at});
insert into messaging.messages (thread_id, no, side, author_id, body, written_at) values (${id(24)}, 1, 'member', 901, 'Words', ${at}), (${id(24)}, 2, 'staff', 903, 'Answer', ${at});
insert into messaging.attachments (id, thread_id, no, name, mime, bytes, sha256) values (${id(25)}, ${id(24)}, 1, 'letter.pdf', 'application/pdf', 100, ${hash(14)});
insert into messaging.notices (id, member_id, kind, template, facts, told_at, read_at) values (${id(26)}, 901, 'system', 'welcome', '{}', ${at}, ${at});
insert into messaging.announcements (id, version, published_at, published_by, withdrawn_at, withdrawn_by) values (${id(160)}, 1, ${at}, 903, ${at}, 903);
insert into messaging.announcement_versions (announcement_id, number, audience, from_at, until_at, title_en, body_en, title_es, body_es, title_hi, body_hi, written_by, written_at)
  values (${id(160)}, 1, 'all', '2027-01-01T00:00:00Z', ${at}, 'Title', 'Words', 'Título', 'Palabras', 'Hindi', 'Hindi', 903, ${at});
insert into messaging.dismissals (announcement_id, member_id, dismissed_at) values (${id(160)}, 901, ${at});
insert into messaging.notices (id, member_id, kind, template, facts, told_at, read_at, announcement_id) values (${id(27)}, 901, 'system', 'announcement', '{}', ${at}, ${at}, ${id(160)});
insert into funding.files (id, owner_id, name, mime, bytes, sha256, uploaded_at) values (${id(13)}, 901, 'proof.pdf', 'application/pdf', 100, ${hash(13)}, ${at});
insert into funding.methods (id, name, type, currency, instructions, minimum, account_id, created_at) values (${id(14)}, 'Bank', 'BANK', 'USD', '', 1, 903, ${at});
insert into funding.destinations (id, member_id, type, label, account_name, account_number, ifsc, created_at, usable_at, cancel_hash) values (${id(15)}, 901, 'BANK', 'Mine', 'Ann', '1234567', 'ABCD0123456', ${at}, ${at}, ${hash(30)});
insert into funding.deposits (id, reference, member_id, method_id, currency, amount, received, transaction_reference, file_id, state, journal_id, submitted_at, decided_at) values (${id(16)}, 'D-1', 901, ${id(14)}, 'USD', 100, 100, 'TX-1', ${id(13)}, 'approved', 901, ${at}, ${at});
insert into funding.withdrawals (id, reference, member_id, account_id, currency, amount, fee, destination_id, hold_id, state, method_id, transaction_reference, requested_at, sent_at, request_id) values (${id(20)}, 'W-1', 901, 901, 'USD', 10, 0, ${id(15)}, ${id(5)}, 'sent', ${id(14)}, 'TX-2', ${at}, ${at}, ${id(12)});
insert into compliance.kyc (member_id, id, reference, state, reason, reviewer_id, opened_at, submitted_at, review_at, decided_at, expires_on, renewal_reviewer_id, renewal_review_at) values (901, ${id(70)}, 'K-1', 'approved', 'reason', 903, ${at}, ${at}, ${at}, ${at}, '2030-01-05', 903, ${at});
insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, expires_on, file_name, mime, bytes, sha256, added_at) values (${id(71)}, 901, 'pan', 'p1.k1.' || repeat('A', 60), '234F', ${hash(15)}, '2030-01-05', 'pan.pdf', 'application/pdf', 100, ${hash(16)}, ${at});
insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, expires_on, file_name, mime, bytes, sha256, added_at, proposed) values (${id(81)}, 901, 'passport', 'p1.k1.' || repeat('B', 60), '7654', ${hash(17)}, '2035-01-05', 'passport.pdf', 'application/pdf', 100, ${hash(18)}, ${at}, true);
insert into compliance.nominees (id, member_id, name, relation, born_on, share, guardian, named_at) values (${id(72)}, 901, 'Bo', 'sibling', '2015-01-05', 10000, 'Cy', ${at});
insert into compliance.claims (id, reference, member_id, died_on, reported_by, note, status_before, state, reason, opened_at) values (${id(90)}, 'C-1', 901, ${day}, 'Bo', 'note', 'active', 'paying', 'reason', ${at});
insert into compliance.claim_nominees (id, claim_id, name, relation, born_on, share, guardian) values (${id(91)}, ${id(90)}, 'Bo', 'sibling', '2015-01-05', 10000, 'Cy');
insert into compliance.claim_files (id, claim_id, name, mime, bytes, sha256, added_at) values (${id(92)}, ${id(90)}, 'certificate.pdf', 'application/pdf', 100, ${hash(19)}, ${at});
insert into compliance.papers (id, kind, title, issuer, public, review_on, added_at, retired_at) values (${id(94)}, 'licence', 'Licence', 'Authority', true, '2030-01-05', ${at}, null);
insert into compliance.paper_versions (id, paper_id, no, valid_from, valid_until, name, mime, bytes, sha256, added_by, added_at) values (${id(95)}, ${id(94)}, 1, ${day}, '2030-01-05', 'licence.pdf', 'application/pdf', 100, ${hash(33)}, 903, ${at});
insert into funding.destinations (id, member_id, type, label, account_name, account_number, ifsc, created_at, usable_at, payee_id) values (${id(93)}, 901, 'BANK', 'Bo', 'Bo', '7654321', 'ABCD0123456', ${at}, ${at}, ${id(91)});
insert into ev.vehicles (id, name, price, currency, picture_id, created_at) values (${id(110)}, 'Car', 200, 'USD', ${id(116)}, ${at});
insert into ev.bookings (id, reference, member_id, vehicle_id, vehicle_name, currency, price, external, parts, part_day, first_payment, first_due_on, booked_at, opened_at) values (${id(111)}, 'B-1', 901, ${id(110)}, 'Car', 'USD', 200, 100, 2, 5, 100, '2027-02-05', ${at}, ${at});
insert into ev.bookings (id, reference, member_id, vehicle_id, vehicle_name, currency, price, first_payment, refund, refund_reference, booked_at, opened_at, cancelled_at, refunded_at) values (${id(112)}, 'B-2', 901, ${id(110)}, 'Car', 'USD', 200, 100, 100, 'TX-3', ${at}, ${at}, ${at}, ${at});
insert into ev.instalments (booking_id, no, due_on, amount, before) values (${id(111)}, 1, '2027-02-05', 50, 0);
insert into ev.payments (id, booking_id, source, amount, transaction_reference, state, journal_id, submitted_at, decided_at) values (${id(113)}, ${id(111)}, 'external', 100, 'TX-4', 'confirmed', 901, ${at}, ${at});
insert into ev.payments (id, booking_id, source, amount, state, returned, journal_id, cause, submitted_at, decided_at) values (${id(114)}, ${id(112)}, 'emi', 50, 'confirmed', 50, 901, ${id(115)}, ${at}, ${at});
insert into ev.units (member_id, generation, reached_at, due_at, qualified_at) values (901, 1, ${at}, ${at}, ${at});
insert into ev.buyers (id, member_id, total, gained_at) overriding system value values (901, 901, 100, ${at});
insert into invest.plans (id, name, currency, timezone, created_at) values (${id(17)}, 'Plan', 'USD', 'UTC', ${at});
insert into invest.plan_versions (id, plan_id, version, daily_rate, minimum, maximum, duration, unit, referral_rate, description, risk_text, above_rail, effective_from, hash, created_at) values (${id(18)}, ${id(17)}, 1, 0.1, 1, 100, 10, 'DAYS', 3, '', '', false, ${day}, ${hash(14)}, ${at});
insert into invest.investments (id, public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash, invested_account_id, interest_account_id, deposit_account_id, prefunded, earmark_id, created_at) overriding system value
  values (901, ${id(19)}, 'I-1', 901, ${id(17)}, ${id(18)}, 'Plan', 'USD', 'UTC', 'DEPOSIT', 100, 0.1, ${day}, '2027-01-15', 10, 1, ${hash(14)}, 901, 901, 901, true, ${id(5)}, ${at});
insert into invest.investments (id, public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash, invested_account_id, interest_account_id, deposit_account_id, prefunded, state, created_at, matured_at) overriding system value
  values (902, ${id(80)}, 'I-2', 901, ${id(17)}, ${id(18)}, 'Plan', 'USD', 'UTC', 'DEPOSIT', 100, 0.1, '2026-12-26', ${day}, 10, 1, ${hash(14)}, 901, 901, 901, false, 'matured', ${at}, ${at});
insert into invest.instructions (id, investment_id, choice, chosen_by, chosen_at) overriding system value values (901, 902, 'renew', 901, ${at});
insert into invest.renewals (investment_id, instruction_id, hold_id, state, renewed_id, due_at, done_at) values (902, 901, ${id(5)}, 'renewed', 901, ${at}, ${at});
insert into invest.accruals (investment_id, k, amount, journal_id) values (901, 1, 1, 901);
insert into invest.carried (investment_id, origin, days) values (902, 'K-1', 1);
insert into invest.accrual_runs (timezone, as_of, horizon, started_at) values ('UTC', ${day}, '1', ${at});
insert into invest.accrual_chunks (timezone, as_of, chunk, from_id, to_id) values ('UTC', ${day}, 1, 1, 2);
insert into invest.accrual_reserves (timezone, as_of, chunk, queue_id, hold_id, amount, posted) values ('UTC', ${day}, 1, 902, ${id(5)}, 10, 10);
insert into network.plan_versions (id, version, from_on, currency, timezone, pair_value, first_full_pairs, emi_rate, monthly_pair_cap, over_cap, reserve_rate, count_on, qualify_amount, cooling_off_days, placement, active_buyer_amount, state, created_by, created_at, decided_at)
  values (${id(110)}, 1, '0001-01-01', 'USD', 'UTC', 5, 5, 20, 10, 'defer', 0, 'placement', 100, 0, 'level_order', 100, 'active', 903, ${at}, ${at});
insert into network.nodes (id, depth, left_open, right_open, placed_at) overriding system value values (901, 0, 2, 1, ${at});
insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_count, right_count, left_open, right_open, placed_at, matched, serials, month_on, month_pairs) overriding system value
  values (902, 901, 901, 901, 'L', 1, 1, 1, 2, 2, ${at}, 1, 1, '2027-01-01', 1);
select setval(pg_get_serial_sequence('network.nodes', 'id'), 1000);
insert into network.counts (id, node_id, generation, direction, counted_at, applied_at) overriding system value values (901, 902, 1, 1, ${at}, ${at});
insert into network.pairs (id, public_id, node_id, member_id, serial, life, left_count, right_count, matched, flushed, month_on, month_usage, buyer_total, active_buyer, version_id, currency, value, earnings, emi, count_id, item_id, matched_at) overriding system value
  values (901, ${id(111)}, 902, 901, 1, 1, 1, 1, 1, 0, '2027-01-01', 1, 0, false, ${id(110)}, 'USD', 5, 5, 0, 901, 901, ${at});
insert into network.backlogs (node_id, month_on, depth) values (902, '2027-01-01', 1);
insert into network.flushes (node_id, month_on, pairs, version_id, flushed_at) values (902, '2027-01-01', 1, ${id(110)}, ${at});
insert into treasury.clawbacks (id, cause, member_id, currency, amount, recovered, raised_at) overriding system value values (901, ${id(111)}, 901, 'USD', 10, 4, ${at});
insert into treasury.recoveries (journal_id, clawback_id, amount, item_id) values (901, 901, 4, 901);
insert into network.what_ifs (id, version_id, asked_by, asked_at, state, as_of, last_count_id, at_count_id, counts, counts_done, finished_at, gaining, losing, unchanged, live_pairs, live_earnings, live_emi, live_reserve, live_flushed, live_ahead, draft_pairs, draft_earnings, draft_emi, draft_reserve, draft_flushed, draft_ahead)
  values (${id(160)}, ${id(110)}, 903, ${at}, 'finished', ${at}, 901, 901, 1, 1, ${at}, 0, 0, 1, 1, 5, 0, 0, 0, 0, 1, 5, 0, 0, 0, 0);
insert into network.what_ifs (id, version_id, asked_by, asked_at, state, as_of, last_count_id, counts) values (${id(161)}, ${id(110)}, 903, ${at}, 'running', ${at}, 901, 1);
insert into network.what_if_members (what_if_id, place, member_id, live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed) values (${id(160)}, 1, 901, 1, 5, 0, 0, 1, 5, 0, 0);
insert into network.what_if_months (what_if_id, month_on, live_pairs, live_value, live_flushed, draft_pairs, draft_value, draft_flushed) values (${id(160)}, '2027-01-01', 1, 5, 0, 1, 5, 0);
insert into network.what_if_days (what_if_id, day_on, live, draft) values (${id(160)}, '2027-01-01', 1, 2);
insert into network.what_if_contracts (investment_id, member_id, amount, accrual_rate, start_on, days, recorded) values (901, 901, 100, 0.1, '2027-01-01', 10, 1);
insert into network.what_if_returns (day_on, live, draft) values ('2027-01-01', 1, 2);
insert into network.what_if_earners (member_id, contracts, live, live_ahead, draft, draft_ahead) values (901, 1, 1, 0, 2, 0);
insert into network.what_if_readings (what_if_id, staff_id, read_at) values (${id(160)}, 903, ${at});
insert into network.what_if_nodes (node_id, left_count, right_count) values (901, 1, 0), (902, 1, 1);
insert into network.what_if_backlogs (node_id, month_on) values (902, '2027-01-01');
insert into network.what_if_pairs (node_id, life, month_on, month_usage, active_buyer, earnings, emi, reserve, matched_at) values (902, 1, '2027-01-01', 1, false, 5, 0, 0, ${at});
insert into network.what_if_flushes (node_id, month_on, pairs) values (902, '2027-01-01', 1);
insert into network.what_if_live (node_id, month_on, pairs, earnings, emi, reserve, flushed) values (902, '2027-01-01', 1, 5, 0, 0, 0);
insert into network.disclosures (until_on, from_months, until_months, whole, currency, members, without, median, made_at) values ('2027-01-01', 0, 6, false, 'USD', 10, 9, 0, ${at});
insert into payout.tax_rules (id, regime, scope, rate, no_pan_rate, threshold_units, from_on, until_on, certificate_form, payment_code, note, created_by, created_at) values (${id(120)}, 'IN', 'per_tax_year', 2, 20, 200, '1990-01-01', '1990-12-31', 'Form', 'Code', 'Note', 903, ${at});
insert into payout.tax_rules (id, regime, scope, rate, cap_units, from_on, until_on, certificate_form, payment_code, note, created_at) values (${id(121)}, 'SEED', 'per_payout', 5, 100, '1990-01-01', '1990-12-31', 'Form', 'Code', 'Note', ${at});
insert into payout.credits (id, item_id, member_id, account_id, currency, value_on, year_on, amount, earnings, rule_id, pan_known, total, due, tax, journal_id, credited_at) overriding system value
  values (901, 901, 901, 901, 'USD', ${day}, '2026-04-01', 5, 4, ${id(120)}, true, 5, 2, 2, 901, ${at});
insert into payout.credits (id, commission_id, member_id, account_id, currency, value_on, year_on, amount, earnings, rule_id, pan_known, total, due, tax, credited_at) overriding system value
  values (902, 901, 901, 901, 'USD', ${day}, '2026-04-01', 3, 3, ${id(120)}, true, 8, 0, 0, ${at});
insert into payout.credit_taxes (credit_id, year_on, amount) values (901, '2026-04-01', 2);
insert into payout.bank_files (id, reference, method_id, currency, lines, sum, made_by, made_at) values (${id(122)}, 'F-1', ${id(14)}, 'USD', 1, 5, 903, ${at});
insert into ledger.holds (id, account_id, amount, reason, subject, state, placed_at, ended_at) values (${id(123)}, 901, 10, 'payout', ${id(125)}, 'captured', ${at}, ${at}), (${id(124)}, 901, 10, 'payout', ${id(126)}, 'captured', ${at}, ${at});
insert into payout.payouts (id, reference, member_id, account_id, currency, gross, tax, emi, bank, rule_id, requested_on, due_on, destination_id, hold_id, state, journal_id, posted_on, file_id, line_no, requested_at, decided_at, sent_at)
  values (${id(125)}, 'P-1', 901, 901, 'USD', 10, 1, 4, 5, ${id(121)}, ${day}, ${day}, ${id(15)}, ${id(123)}, 'sent', 901, ${day}, ${id(122)}, 1, ${at}, ${at}, ${at});
insert into payout.payouts (id, reference, member_id, account_id, currency, gross, tax, emi, bank, rule_id, requested_on, due_on, destination_id, hold_id, state, reason, journal_id, posted_on, return_id, reversal_id, requested_at, decided_at, closed_at, reversed_at)
  values (${id(126)}, 'P-2', 901, 901, 'USD', 10, 1, 0, 9, ${id(121)}, ${day}, ${day}, ${id(15)}, ${id(124)}, 'reversed', 'reason', 901, ${day}, 902, 902, ${at}, ${at}, ${at}, ${at});
insert into payout.parts (payout_id, booking_id, amount) values (${id(125)}, ${id(111)}, 4);
insert into treasury.sweeps (id, request_id, currency, held, own, bank_account_id, journal_id, swept_at) values (${id(181)}, ${id(12)}, 'USD', 3, 4, 903, 901, ${at});
insert into payout.deposits (id, request_id, quarter_on, rule_id, currency, amount, method_id, reference, paid_on, journal_id, deposited_at) values (${id(180)}, ${id(12)}, '1990-01-01', ${id(121)}, 'USD', 1, ${id(14)}, 'CH-1', '1990-01-05', 901, ${at});
`;

export type Rows = Awaited<ReturnType<typeof openRows>>;

/** The error of a statement that must not succeed: SQLSTATE, the name of what refused and its detail, or `accepted`. Nothing of it stays. */
export type Refused = { code: string; by: string; detail: string };

export async function openRows() {
  const database = await testDatabase();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  const { rows: tables } = await db.query<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relnamespace::regnamespace::text = any ($1) and c.relkind = 'r'", [schemas]);
  await db.query(tables.map(({ name }) => `alter table ${name} disable trigger user;`).join("\n"));
  await db.query(rows);

  const refused = async (...statements: string[]): Promise<Refused> => {
    await db.query("begin");
    try {
      for (const statement of statements) await db.query(statement);
      await db.query("set constraints all immediate");
      return { code: "accepted", by: "", detail: "" };
    } catch (error) {
      const { code = "", constraint, column, message, detail = "" } = error as { code?: string; constraint?: string; column?: string; message: string; detail?: string };
      return { code, by: constraint ?? column ?? message, detail };
    } finally {
      await db.query("rollback");
    }
  };
  return {
    refused,
    /** Checks of a schema that no change tries: a new one needs its line. */
    unnamed: async (schema: string, spoilt: readonly Spoilt[]): Promise<string[]> =>
      (await db.query<{ name: string }>("select conname as name from pg_constraint where connamespace = $1::regnamespace and contype = 'c' and conname <> all ($2) order by 1", [schema, spoilt.map(([, , constraint]) => constraint)])).rows.map(({ name }) => name),
    /** What one value is after these statements, or the code of the refusal on the way. Nothing of it stays. */
    after: async (statements: readonly string[], look: string): Promise<unknown> => {
      await db.query("begin");
      try {
        for (const statement of statements) await db.query(statement);
        const { rows: [row] } = await db.query<Record<string, unknown>>(look);
        return row ? Object.values(row)[0] : null;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await db.query("rollback");
      }
    },
    sql: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> => (await db.query<T>(text, values)).rows,
    /** One more connection, as the superuser. */
    connect: async (): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: database.url("postgres") });
      await client.connect();
      return client;
    },
    close: async () => {
      await db.end();
      await database.drop();
    },
  };
}

/** A change of the row that a constraint of this name must refuse: table, what is set, name. */
export type Spoilt = readonly [table: string, set: string, constraint: string];

/** Those of the changes that went through, or were refused by something else. */
export async function notRefused(rows: Rows, spoilt: readonly Spoilt[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [table, set, constraint] of spoilt) {
    const { code, by } = await rows.refused(`update ${table} set ${set}`);
    if (code !== "23514" || by !== constraint) wrong.push(`${table} set ${set}: ${code} ${by} instead of ${constraint}`);
  }
  return wrong;
}
