/** Guards of the desk, each reached directly on good rows with a call that breaks nothing else (spec 8, row 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { browser, member, newcomer, openGuarded, staff, wrongRefusals, type Guard } from "./support/guards";
import { goodId as id, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const key = id(50);
const nobody = id(99);
const sold = "update invest.plans set state = 'active'; update invest.plan_versions set state = 'active', effective_from = '2020-01-01'";
const sandbox = "update core.clock set sandbox = true";
const stranger = "update funding.files set owner_id = 902";
const signUp = (more: { first?: string; last?: string; mobile?: string; username?: string; referral?: string; age?: boolean; terms?: string }) =>
  `desk.auth_sign_up('${newcomer}', '${"x".repeat(43)}', '${more.first ?? "Cy"}', '${more.last ?? "C"}', '${more.mobile ?? "+15550000009"}', '${more.username ?? "cy_c"}', '${more.referral ?? ""}', ${more.age ?? true}, ${more.terms ? `'${more.terms}'` : "core.setting('terms_version')"}, 'en', 'UTC')`;
const treasury = (verb: "fund" | "return", name: string, method: string) => `desk.staff_treasury_${verb}('${staff}', '${name}', 'USD', '1.00', ${method}, 'n', ${key})`;
const invest = (version: string, risk: boolean) => `desk.member_invest('${member}', ${id(17)}, ${version}, 'DEPOSIT', '0.50', ${risk}, ${key})`;
const planMade = (name: string, currency: string, zone: string) => `desk.staff_plan_create('${staff}', '${name}', '${currency}', '${zone}', '0.1', '1.00', '100.00', 10, 'DAYS', '3', '', '', ${key})`;
const file = (of: string, bytes: number, sha256: string) => `desk.member_file_add('${member}', ${of}, 'a.pdf', 'application/pdf', ${bytes}, '${sha256}')`;
const decide = (request: string, received: string) => `desk.staff_decide('${staff}', ${request}, 'approve', null, null, '${received}', ${key})`;

const profile = (first: string, last: string, country: string, mobile = "+15550000001", language = "en") =>
  `desk.member_profile_save('${member}', '${first}', '${last}', '${mobile}', '${country}', '1 Test Road', 'KA', '560001', 'Bengaluru', '${language}')`;

const place = (who: string, sponsor: string, parent: string) => `desk.staff_node_place('${staff}', ${who}, ${sponsor}, null, ${parent}, 'R', ${key})`;
const claimPay = (claim: string, accounts = "[]") => `desk.staff_claim_pay('${staff}', ${claim}, '${accounts}', ${key})`;
const bo = JSON.stringify([{ nominee: "00000000-0000-4000-8000-000000000091", account_name: "Bo", account_number: "7654321", ifsc: "ABCD0123456" }]);

const guards: readonly Guard[] = [
  ["desk.member_photo_save", "", `desk.member_photo_save('${member}', ${nobody}, 0, repeat('0', 64))`, "file_invalid", "file"],
  ["desk.member_photo_save", "update identity.photos set member_id = 902", `desk.member_photo_save('${member}', ${id(96)}, 10, repeat('0', 64))`, "file_invalid", "file"],
  ["desk.member_deposit_cancel", "update funding.deposits set member_id = 902", `desk.member_deposit_cancel('${member}', ${id(16)}, ${key})`, "not_found"],
  ["desk.member_book", "", `desk.member_book('${member}', ${nobody}, '2.00', null, null, ${key})`, "not_found", "vehicle"],
  ["desk.member_booking", "", `desk.member_booking('${member}', ${nobody})`, "not_found"],
  ["desk.member_booking", "update ev.bookings set member_id = 902", `desk.member_booking('${member}', ${id(111)})`, "not_found"],
  ["desk.member_booking_pay", "update ev.bookings set member_id = 902", `desk.member_booking_pay('${member}', ${id(111)}, '1.00', 'TX-9', ${key})`, "not_found", "booking"],
  ["desk.member_booking_cancel", "update ev.bookings set member_id = 902", `desk.member_booking_cancel('${member}', ${id(111)}, ${key})`, "not_found", "booking"],
  ["desk.member_booking_cancel", "", `desk.member_booking_cancel('${member}', ${id(112)}, ${key})`, "already_decided"],
  ["desk.member_booking_cancel", `update ev.bookings set external = 200, delivered_at = now() where id = ${id(111)}`, `desk.member_booking_cancel('${member}', ${id(111)}, ${key})`, "already_decided"],
  ["desk.member_booking_keep", "update ev.bookings set member_id = 902", `desk.member_booking_keep('${member}', ${id(111)}, ${key})`, "not_found", "booking"],
  ["desk.staff_booking", "", `desk.staff_booking('${staff}', ${nobody})`, "not_found"],
  ["desk.carry_out_cancellation", "", `desk.carry_out_cancellation(jsonb_populate_record(q, jsonb_build_object('subject_id', ${id(111)}, 'payload', '{"external": "0.99", "emi": "0.00"}'::jsonb)), 903, '2027-01-05', now()) from approval.requests q`, "payload_changed"],
  ["desk.carry_out_cancellation", "", `desk.carry_out_cancellation(jsonb_populate_record(q, jsonb_build_object('subject_id', ${id(111)}, 'payload', '{"external": "1.00", "emi": "0.01"}'::jsonb)), 903, '2027-01-05', now()) from approval.requests q`, "payload_changed"],
  ["desk.staff_paper_save", "", `desk.staff_paper_save('${staff}', null, 'licence', 'T', 'I', true, null)`, "not_found"],
  ["desk.staff_paper_retire", "", `desk.staff_paper_retire('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_claim", "", `desk.staff_claim('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_claim_open", "", `desk.staff_claim_open('${staff}', ${nobody}, '2027-01-01', 'Bo', null, ${nobody}, 'a.pdf', 'application/pdf', 10, repeat('0', 64), ${key})`, "not_found"],
  ["desk.staff_claim_file", "", `desk.staff_claim_file('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_claim_pay", "", claimPay(id(90), "{}"), "invalid_input", "accounts"],
  ["desk.staff_claim_pay", "", claimPay(nobody), "not_found"],
  ["desk.staff_claim_pay", "update compliance.claims set state = 'settled', ended_at = now()", claimPay(id(90)), "already_decided"],
  ["desk.staff_claim_pay", "update ledger.accounts set kind = 'EMI_RESERVE' where member_id is not null", claimPay(id(90), bo), "nothing_available"],
  ["desk.staff_claim_cancel", "", `desk.staff_claim_cancel('${staff}', ${id(90)}, ' ', ${key})`, "note_required", "reason"],
  ["desk.staff_claim_settle", "", `desk.staff_claim_settle('${staff}', ${nobody}, ${key})`, "not_found"],
  ["desk.staff_claim_settle", "", `desk.staff_claim_settle('${staff}', ${id(90)}, ${key})`, "account_not_empty"],
  ["desk.carry_out_claim", "update compliance.claims set state = 'settled', ended_at = now()", `desk.carry_out_claim(jsonb_populate_record(q, jsonb_build_object('subject_id', ${id(90)})), 903, '2027-01-05', now()) from approval.requests q`, "already_decided"],
  ["desk.carry_out_claim", "", `desk.carry_out_claim(jsonb_populate_record(q, jsonb_build_object('subject_id', ${id(90)})), 903, '2027-01-05', now()) from approval.requests q`, "claim C-1: other nominees or accounts than those that were signed"],
  ["desk.auth_sign_up", "", signUp({ first: " " }), "invalid_input", "first_name"],
  ["desk.auth_sign_up", "", signUp({ last: " " }), "invalid_input", "last_name"],
  ["desk.auth_sign_up", "", signUp({ mobile: "12" }), "invalid_input", "mobile"],
  ["desk.auth_sign_up", "", signUp({ username: "1" }), "invalid_input", "username"],
  ["desk.auth_sign_up", "", signUp({ age: false }), "under_age", "of_age"],
  ["desk.auth_sign_up", "", signUp({ terms: "old" }), "terms_changed", "terms"],
  ["desk.auth_sign_up", "", signUp({ referral: "nobody" }), "unknown_referral", "referral"],
  ["desk.auth_sign_up", "", signUp({ referral: "cy_c" }), "self_referral", "referral"],
  ["desk.auth_sign_up", "", signUp({ mobile: "+15550000001" }), "mobile_taken", "mobile"],
  ["desk.auth_step_up_begin", "", `desk.auth_step_up_begin('${member}', ${nobody}, 'anything', 'x', repeat('0', 64), 'sealed', '${browser}', '192.0.2.1')`, "invalid_input", "purpose"],
  ["desk.passkey_caller", "update identity.sessions set assurance = 1", `desk.passkey_caller('${staff}')`, "step_up_required"],
  ["desk.sign_up_session", "", "desk.sign_up_session('nobody')", "signed_out"],
  ["desk.sheet_method", "", `desk.sheet_method(${nobody})`, "not_found", "method"],
  ["desk.sold_version", "", `desk.sold_version(${nobody}, now())`, "not_found", "plan"],
  ["desk.sold_version", "", `desk.sold_version(${id(17)}, now())`, "not_active", "plan"],
  ["desk.movements", "", "desk.movements(901, null, null, null, null, null, 'back', 10)", "invalid_input", "cursor"],
  ["desk.member_deposit", "", `desk.member_deposit('${member}', ${nobody})`, "not_found"],
  ["desk.member_deposit_cancel", "", `desk.member_deposit_cancel('${member}', ${nobody}, ${key})`, "not_found"],
  ["desk.member_deposit_check", "", `desk.member_deposit_check('${member}', ${nobody}, '1.00', 'TX-9')`, "not_found", "method"],
  ["desk.member_deposit_form", "", `desk.member_deposit_form('${member}', ${nobody})`, "not_found"],
  ["desk.member_deposit_submit", "", `desk.member_deposit_submit('${member}', ${nobody}, null, '1.00', 'TX-9', null, ${key})`, "not_found", "method"],
  ["desk.member_destination_remove", "", `desk.member_destination_remove('${member}', ${nobody}, ${key})`, "not_found"],
  ["desk.member_notice_delete", "update messaging.notices set member_id = 902", `desk.member_notice_delete('${member}', ${id(26)})`, "not_found"],
  ["desk.member_notice_read", "update messaging.notices set member_id = 902", `desk.member_notice_read('${member}', ${id(26)}, true)`, "not_found"],
  ["desk.member_thread_file", "update messaging.threads set member_id = 902", `desk.member_thread_file('${member}', ${id(25)})`, "not_found"],
  ["desk.member_thread_open", "", `desk.member_thread_open('${member}', null, 'Subject', 'Words', null, null, null, null, null, ${key})`, "invalid_input", "grievance"],
  ["desk.own_thread", "update messaging.threads set member_id = 902", `desk.member_message_write('${member}', ${id(24)}, 'Words', null, null, null, null, null, ${key})`, "not_found"],
  ["desk.own_thread", "update messaging.threads set member_id = 902", `desk.member_thread_read('${member}', ${id(24)}, 1)`, "not_found"],
  ["desk.staff_thread", "", `desk.staff_thread('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_thread_assign", "", `desk.staff_thread_assign('${staff}', ${nobody}, null)`, "not_found"],
  ["desk.staff_thread_assign", "", `desk.staff_thread_assign('${staff}', ${id(24)}, ${nobody})`, "not_found", "to"],
  ["desk.staff_thread_close", "update messaging.threads set closed_at = null", `desk.staff_thread_close('${staff}', ${id(24)}, ' ', ${key})`, "note_required", "body"],
  ["desk.staff_thread_file", "", `desk.staff_thread_file('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_thread_read", "", `desk.staff_thread_read('${staff}', ${nobody}, 1)`, "not_found"],
  ["desk.member_network", "", `desk.member_network('${member}', ${id(902)})`, "not_found"],
  ["desk.member_tree", "", `desk.member_tree('${member}', ${id(902)})`, "not_found"],
  ["desk.member_network_join", "update referral.referrals set referred_id = 901, referrer_id = 902", `desk.member_network_join('${member}', ${key})`, "sponsor_not_placed"],
  ["desk.member_pair", "", `desk.member_pair('${member}', ${nobody})`, "not_found"],
  ["desk.staff_tree", "", `desk.staff_tree('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_pairs", "", `desk.staff_pairs('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_pairs", "", `desk.staff_pairs('${staff}', ${id(901)}, 'x')`, "invalid_input", "cursor"],
  ["desk.member_vehicle", "", `desk.member_vehicle('${member}', ${nobody})`, "not_found"],
  ["desk.member_vehicle_picture", "", `desk.member_vehicle_picture('${member}', ${nobody})`, "not_found"],
  ["desk.staff_vehicle_picture", "", `desk.staff_vehicle_picture('${staff}', ${nobody})`, "not_found"],
  ["desk.member_booking_pay", stranger, `desk.member_booking_pay('${member}', ${id(111)}, '1.00', 'TX-9', ${key}, ${id(13)})`, "not_found", "file"],
  ["desk.member_pairs", "", `desk.member_pairs('${member}', 'x')`, "invalid_input", "cursor"],
  ["desk.staff_reserve_release", "", `desk.staff_reserve_release('${staff}', ${nobody}, 'USD', 'n', ${key})`, "not_found"],
  ["desk.staff_reserve_release", "", `desk.staff_reserve_release('${staff}', ${id(901)}, 'USD', ' ', ${key})`, "note_required", "reason"],
  ["desk.staff_node_place", "", place(nobody, "null", "null"), "not_found", "member"],
  ["desk.staff_node_place", "update identity.members set status = 'closed', closed_at = now() where id = 902", place(id(902), "null", "null"), "not_active", "member"],
  ["desk.staff_node_place", "", place(id(902), nobody, "null"), "not_found", "sponsor"],
  ["desk.staff_node_place", "", place(id(902), id(902), "null"), "sponsor_not_placed", "sponsor"],
  ["desk.staff_node_place", "", place(id(902), "null", nobody), "not_found", "parent"],
  ["desk.member_milestone", "", `desk.member_milestone('${member}', ${nobody})`, "not_found"],
  ["desk.staff_milestone", "", `desk.staff_milestone('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_milestone_end", "", `desk.staff_milestone_end('${staff}', ${nobody}, ${key})`, "not_found"],
  ["desk.member_file", stranger, `desk.member_file('${member}', ${id(13)})`, "not_found"],
  ["desk.member_file_add", "", file(nobody, 0, "a".repeat(64)), "file_invalid", "file"],
  ["desk.member_file_add", "", file(id(13), 10, "a".repeat(64)), "file_invalid", "file"],
  ["desk.member_invest", "", `desk.member_invest('${member}', ${nobody}, null, 'DEPOSIT', '0.50', true, ${key})`, "not_found", "plan"],
  ["desk.member_invest", sold, invest(nobody, true), "version_changed"],
  ["desk.member_invest", sold, invest("null", false), "risk_not_accepted", "risk_accepted"],
  ["desk.member_investment", "", `desk.member_investment('${member}', ${nobody})`, "not_found"],
  ["desk.member_investments", "", `desk.member_investments('${member}', null, 'back', 10)`, "invalid_input", "cursor"],
  ["desk.member_kyc_file", "", `desk.member_kyc_file('${member}', ${nobody})`, "not_found"],
  ["desk.member_kyc_file", "update compliance.documents set removed_at = now()", `desk.member_kyc_file('${member}', ${id(71)})`, "not_found"],
  ["desk.member_email_confirm", `update identity.challenges set purpose = 'email_confirm', context = 'email_confirm|new@member.test', browser_hash = sha256('${browser}'), session_id = (select s.id from identity.sessions s where s.token_hash = sha256('${member}')) where id = ${id(1)}`, `desk.member_email_confirm('${member}', 'new@member.test', ${id(1)}, repeat('01', 32), '${browser}', 'short', 'sealed')`, "invalid_input", "undo"],
  ["desk.member_deactivate", "", `desk.member_deactivate('${member}', null)`, "invalid_input", "key"],
  ["desk.member_close", "", `desk.member_close('${member}', null)`, "invalid_input", "key"],
  ["desk.member_close", "", `desk.member_close('${member}', ${key})`, "account_not_empty"],
  ["desk.member_profile_save", "", profile("Bea", "A", "IN"), "kyc_locked", "first_name"],
  ["desk.member_profile_save", "", profile("Ann", "B", "IN"), "kyc_locked", "last_name"],
  ["desk.member_profile_save", "", profile("Ann", "A", "GB"), "kyc_locked", "country"],
  ["desk.member_profile_save", "", profile(" ", "A", "IN"), "invalid_input", "first_name"],
  ["desk.member_profile_save", "", profile("Ann", " ", "IN"), "invalid_input", "last_name"],
  ["desk.member_profile_save", "", profile("Ann", "A", "India"), "invalid_input", "country"],
  ["desk.member_profile_save", "", profile("Ann", "A", "IN", "12"), "invalid_input", "mobile"],
  ["desk.member_profile_save", "", profile("Ann", "A", "IN", "+15550000002"), "mobile_taken", "mobile"],
  ["desk.member_profile_save", "", profile("Ann", "A", "IN", "+15550000001", "xx"), "invalid_input", "language"],
  ["desk.staff_kyc_document", "", `desk.staff_kyc_document('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_kyc_file", "", `desk.staff_kyc_file('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_kyc_reveal", "", `desk.staff_kyc_reveal('${staff}', ${nobody}, 'r')`, "not_found"],
  ["desk.staff_kyc_reveal", "", `desk.staff_kyc_reveal('${staff}', ${id(71)}, ' ')`, "note_required", "reason"],
  ["desk.staff_kyc_reveal", "update identity.sessions set created_at = clock_timestamp() - interval '11 minutes'", `desk.staff_kyc_reveal('${staff}', ${id(71)}, 'r')`, "step_up_required"],
  ["desk.member_language", "", `desk.member_language('${member}', 'xx')`, "invalid_input", "language"],
  ["desk.member_movement", "", `desk.member_movement('${member}', 'one')`, "not_found"],
  ["desk.member_movement", "", `desk.member_movement('${member}', '901-2')`, "not_found"],
  ["desk.member_plan", "", `desk.member_plan('${member}', ${nobody})`, "not_found"],
  ["desk.member_proof", "", `desk.member_proof('${member}', '987654321-1')`, "not_found"],
  ["desk.member_referrals", "", `desk.member_referrals('${member}', 'back', 10)`, "invalid_input", "cursor"],
  ["desk.member_transfer_check", "", `desk.member_transfer_check('${member}', 'USD', '1.00')`, "insufficient_available", "amount"],
  ["desk.member_withdrawal", "", `desk.member_withdrawal('${member}', ${nobody})`, "not_found"],
  ["desk.member_withdrawal_cancel", "", `desk.member_withdrawal_cancel('${member}', ${nobody}, ${key})`, "not_found"],
  ["desk.sandbox_clock", "", "desk.sandbox_clock()", "not_permitted"],
  ["desk.sandbox_clock_move", sandbox, "desk.sandbox_clock_move('-1 day')", "invalid_input", "by"],
  ["desk.sandbox_clock_set", "", "desk.sandbox_clock_set(now() + interval '1 day')", "not_permitted"],
  ["desk.sandbox_clock_set", sandbox, "desk.sandbox_clock_set(now() - interval '1 day')", "invalid_input", "at"],
  ["desk.staff_bank_transfer", "", `desk.staff_bank_transfer('${staff}', ${nobody}, ${id(14)}, '1.00', 'n', ${key})`, "not_found", "from"],
  ["desk.staff_bank_transfer", "", `desk.staff_bank_transfer('${staff}', ${id(14)}, ${id(14)}, '1.00', 'n', ${key})`, "invalid_input", "to"],
  ["desk.staff_decide", "", decide(nobody, ""), "not_found"],
  ["desk.staff_decide", "alter table approval.requests disable trigger requests_are_guarded; update approval.requests set needed = 2", decide(id(12), "0.50"), "invalid_input", "received"],
  ["desk.staff_decide", "", decide(id(12), "1000000.00"), "invalid_input", "received"],
  // The first of two people is told as well that the sheet is out of date.
  ["desk.staff_decide", `alter table approval.requests disable trigger requests_are_guarded; update approval.requests set kind = 'reconciliation', subject_id = ${id(11)}, needed = 2, maker_id = 902, beneficiary_id = null; delete from approval.decisions`, decide(id(12), ""), "payload_changed"],
  ["desk.staff_line_match", "", `desk.staff_line_match('${staff}', ${id(9)}, 'one', ${key})`, "invalid_input", "entry"],
  ["desk.staff_line_match", "", `desk.staff_line_match('${staff}', ${nobody}, '901-2', ${key})`, "not_found", "line"],
  ["desk.staff_member", "", `desk.staff_member('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_members", "", `desk.staff_members('${staff}', null, 'back', 10)`, "invalid_input", "cursor"],
  ["desk.staff_plan", "", `desk.staff_plan('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_plan_create", "", planMade(" ", "USD", "UTC"), "invalid_input", "name"],
  ["desk.staff_plan_create", "", planMade("New", "XXX", "UTC"), "invalid_input", "currency"],
  ["desk.staff_plan_create", "", planMade("New", "USD", "Moon/Base"), "invalid_input", "timezone"],
  ["desk.staff_plan_retire", "", `desk.staff_plan_retire('${staff}', ${nobody}, ${key})`, "not_found"],
  ["desk.staff_request", "", `desk.staff_request('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_session_revoke", "", `desk.staff_session_revoke('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_statement_close", "", `desk.staff_statement_close('${staff}', ${nobody}, ${key})`, "not_found", "statement"],
  ["desk.staff_statement_lines", "", `desk.staff_statement_lines('${staff}', ${id(8)}, '{}', ${key})`, "invalid_input", "lines"],
  ["desk.staff_treasury_fund", "", treasury("fund", "petty", id(14)), "invalid_input", "treasury"],
  ["desk.staff_treasury_fund", "", treasury("fund", "returns", nobody), "not_found", "method"],
  ["desk.staff_treasury_return", "", treasury("return", "petty", id(14)), "invalid_input", "treasury"],
  ["desk.staff_treasury_return", "", treasury("return", "returns", nobody), "not_found", "method"],
  ["desk.staff_withdrawal", "", `desk.staff_withdrawal('${staff}', ${nobody})`, "not_found"],
  ["desk.worker_accrual_begin", "", "desk.worker_accrual_begin(null)", "invalid_input", "as_of"],
  ["desk.worker_heartbeat", "", "desk.worker_heartbeat(' ')", "invalid_input", "worker"],
  ["desk.worker_watch_everything", "", "desk.worker_watch_everything('elsewhere')", "invalid_input", "domain"],
];

test("each refuses, with its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
