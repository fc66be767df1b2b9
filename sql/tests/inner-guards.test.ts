/**
 * Guards that stand behind another one, or that no page leads to, refuse by themselves: each is reached directly on good rows, with our
 * triggers off but for the one that is meant (spec 8, row 30).
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken } from "./support/builders";
import { goodId as id, openRows, type Rows } from "./support/rows";

const browser = "test-browser-0123456789";
const member = newToken();
const staff = newToken();
let rows: Rows;

beforeAll(async () => {
  rows = await openRows();
  await rows.sql(`
    insert into identity.role_permissions (role, permission) select distinct 'finance', permission from identity.role_permissions on conflict do nothing;
    select identity.issue_session('${member}', 'member', 901, 1::smallint, '192.0.2.9', 'test');
    select identity.issue_session('${staff}', 'staff', 903, 2::smallint, '192.0.2.9', 'test');
    delete from audit.findings where cleared_at is null;
    alter table approval.decisions enable always trigger decisions_are_guarded;
    alter table approval.requests enable always trigger requests_are_guarded;
    insert into funding.methods (id, name, type, currency, instructions, account_id, created_at) values (${id(60)}, 'Other', 'BANK', 'TST', '', 902, now());
    update treasury.queues set currency = 'USD';
    update identity.challenges set browser_hash = sha256('${browser}'), session_id = (select max(id::text)::uuid from identity.sessions where audience = 'member' and actor_id = 901 and expires_at > now()),
      purpose = 'destination', context = funding.check_destination('BANK', 'Again', null, 'Ann', '1234567', 'ABCD0123456')`);
});
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const key = id(50);
const nobody = id(99);
const method = (more: { name?: string; type?: string; currency?: string; address?: string; details?: Record<string, string> }, of = id(14)) =>
  `funding.save_method(${of}, '${more.name ?? "Bank"}', '${more.type ?? "BANK"}', '${more.currency ?? "USD"}', '${more.address ?? ""}', null, '${JSON.stringify(more.details ?? { account_name: "A", account_number: "1", bank_name: "B" })}', 1, true, ${at})`;
const version = (plan: string, from: string) => `desk.staff_plan_version_add('${staff}', ${plan}, '0.10', '1.00', '100.00', 10, 'DAYS', '3.00', '', '', '${from}', ${key})`;
const statement = (sha: string, format: string) => `desk.staff_statement_begin('${staff}', ${id(14)}, 'a.csv', '${sha}', '${format}', '{}', null, null, '[]', ${key})`;
const decision = `insert into approval.decisions (request_id, staff_id, decision, decided_at) values (${id(12)}, 903, 'approve', now())`;

/** By what is reached: what is so before (an `insert` or `update` may itself be what is refused), the call, the refusal and its field. */
const guards: readonly (readonly [of: string, given: string, call: string | null, code: string, field?: string])[] = [
  ["approval.decide", "", `approval.decide(${nobody}, 903, 'approve', null, null, ${at})`, "not_found"],
  ["approval.guard_decision", `alter table approval.requests disable trigger requests_are_guarded; update approval.requests set state = 'approved', decided_at = now(), maker_id = 902, beneficiary_id = 902; ${decision}`, null, "already_decided"],
  ["approval.guard_decision", `update identity.staff set active = false; ${decision}`, null, "not_permitted"],
  ["approval.guard_request", "update approval.requests set state = 'approved', decided_at = now(), needed = 2", null, "immutable"],
  ["approval.guard_request", "delete from approval.decisions; update approval.requests set state = 'approved', decided_at = now()", null, "not_permitted"],
  ["desk.faults", "", "(select count(*) from desk.faults('elsewhere'))", "invalid_input", "domain"],
  ["desk.member_deposit_check", "", `desk.member_deposit_check('${member}', ${id(14)}, '1.00', 'tx-1')`, "reference_taken", "transaction_reference"],
  ["desk.member_deposit_form", `update funding.methods set active = false`, `desk.member_deposit_form('${member}', ${id(14)})`, "not_active", "method"],
  ["desk.member_destination_add", "", `desk.member_destination_add('${member}', 'BANK', 'Again', null, 'Ann', '1234567', 'ABCD0123456', ${id(1)}, repeat('01', 32), '${browser}', ${key})`, "already_open", "account_number"],
  ["desk.member_file", "", `desk.member_file('${member}', ${nobody})`, "not_found"],
  ["desk.member_investment", "", `desk.member_investment('${member}', ${id(19)}, 'back', 10)`, "invalid_input", "cursor"],
  ["desk.read_cursor", "", "desk.read_cursor('back')", "invalid_input", "cursor"],
  ["desk.read_cursor", "", "desk.read_cursor('1_' || repeat('-', 36))", "invalid_input", "cursor"],
  ["desk.read_cursor", "", `desk.read_cursor(repeat('9', 20) || '_' || ${nobody})`, "invalid_input", "cursor"],
  ["desk.staff_bank_transfer", "", `desk.staff_bank_transfer('${staff}', ${id(14)}, ${nobody}, '1.00', 'n', ${key})`, "not_found", "to"],
  ["desk.staff_bank_transfer", "", `desk.staff_bank_transfer('${staff}', ${id(14)}, ${id(60)}, '1.00', 'n', ${key})`, "currency_mismatch", "to"],
  ["desk.staff_file", "", `desk.staff_file('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_items_explain", "", `desk.staff_items_explain('${staff}', ${id(14)}, '{}', 'timing', null, ${key})`, "invalid_input", "items"],
  ["desk.staff_plan_version_add", "", version(id(17), "2020-01-01"), "invalid_input", "effective_from"],
  ["desk.staff_plan_version_add", "update invest.plans set state = 'retired'", version(id(17), "2099-01-01"), "not_active"],
  ["desk.staff_plan_version_add", "", version(nobody, "2099-01-01"), "not_found"],
  ["desk.staff_statement", "", `desk.staff_statement('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_statement_begin", "", statement("00", "csv"), "invalid_input", "file"],
  ["desk.staff_statement_begin", "", statement("a".repeat(64), "mt940"), "invalid_input", "file"],
  ["desk.staff_treasury_fund", "", `desk.staff_treasury_fund('${staff}', 'returns', 'USD', '1.00', ${id(60)}, 'n', ${key})`, "currency_mismatch", "method"],
  ["desk.staff_treasury_return", "", `desk.staff_treasury_return('${staff}', 'returns', 'USD', '1.00', ${id(60)}, 'n', ${key})`, "currency_mismatch", "method"],
  ["funding.save_method", "", method({ currency: "XXX" }), "invalid_input", "currency"],
  ["funding.save_method", "", method({ details: { account_number: "1", bank_name: "B" } }), "invalid_input", "account_name"],
  ["funding.save_method", "", method({ details: { account_name: "A", bank_name: "B" } }), "invalid_input", "account_number"],
  ["funding.save_method", "", method({ details: { account_name: "A", account_number: "1" } }), "invalid_input", "bank_name"],
  ["funding.save_method", "", method({ type: "BTC", address: "short" }), "invalid_input", "address"],
  ["funding.save_method", "", method({ type: "BTC", address: "a".repeat(30) }), "invalid_input", "type"],
  ["funding.save_method", "", method({ currency: "TST" }), "invalid_input", "currency"],
  ["funding.save_method", "", method({ type: "XRP", address: "a".repeat(30) }, "null"), "invalid_input", "type"],
  ["funding.save_method", "", method({ name: "bANK" }, "null"), "invalid_input", "name"],
  ["funding.save_method", "", method({}, nobody), "not_found"],
  ["funding.submit_deposit", "", `funding.submit_deposit(901, ${nobody}, null, 100, 'TX-9', null, ${at})`, "not_found", "method"],
  ["funding.submit_deposit", "", `funding.submit_deposit(902, ${id(14)}, null, 100, 'TX-9', ${id(13)}, ${at})`, "not_found", "file"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${nobody}, 1, '2027-02-02', 903, ${key})`, "invalid_input", "to"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${id(14)}, 1, '2027-02-02', 903, ${key})`, "invalid_input", "to"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${id(60)}, 1, '2027-02-02', 903, ${key})`, "currency_mismatch", "to"],
  ["identity.issue_session", "", "identity.issue_session('short', 'member', 901, 1::smallint, '', '')", "invalid_input", "token"],
  ["invest.draft_version", "", `invest.draft_version(${nobody}, '0.1', '1.00', '100.00', 10, 'DAYS', '3', '', '', '2027-02-02', ${at})`, "not_found"],
  ["ledger.move_balances", "", "ledger.move_balances(array[(987654321, 5, null)::ledger.line, (901, -5, null)::ledger.line])", "unbalanced"],
  ["ledger.operator_account", "", "ledger.operator_account('petty cash', 'USD')", "unknown operator account petty cash"],
  ["ledger.wallet", "", "ledger.wallet(901, 'SECRET', 'USD')", "unknown wallet kind SECRET"],
  ["ledger.seal", "update core.settings set value = value where key = 'timezone'", `ledger.seal(10, ${at})`, "ledger.seal needs a transaction of its own"],
  ["treasury.check_sheet", "", `treasury.check_sheet(${nobody})`, "not_found"],
  ["treasury.check_sheet", "", `treasury.check_sheet(${id(11)})`, "payload_changed"],
  ["treasury.end_sheet", "", `treasury.end_sheet(${id(11)}, 'signed', ${at})`, "payload_changed"],
  ["treasury.explain", "", `treasury.explain(903, '{}', 'timing', null, 903, ${at})`, "invalid_input", "items"],
  ["treasury.explain", "", `treasury.explain(903, array['opening'], 'whim', null, 903, ${at})`, "invalid_input", "reason"],
];

test("each refuses, with its field", async () => {
  const wrong: string[] = [];
  for (const [of, given, call, code, field] of guards) {
    const { by, detail } = await rows.refused(...given.split("; ").filter(Boolean), ...(call === null ? [] : [`select ${call}`]));
    const named = detail.startsWith("{") ? (JSON.parse(detail) as { field?: string | null }).field ?? undefined : undefined;
    if (by !== code || named !== field) wrong.push(`${of} ${call ?? given}: ${by} ${named ?? ""} instead of ${code} ${field ?? ""}`);
  }
  expect(wrong).toEqual([]);
});
