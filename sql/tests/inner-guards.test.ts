/**
 * Guards that stand behind another one, or that no page leads to, refuse by themselves: each is reached directly on good rows, with our
 * triggers off but for the one that is meant (spec 8, row 30).
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import { browser, member, openGuarded, staff, wrongRefusals, type Guard } from "./support/guards";
import { goodId as id, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const key = id(50);
const nobody = id(99);
const method = (more: { name?: string; type?: string; currency?: string; address?: string; details?: Record<string, string> }, of = id(14)) =>
  `funding.save_method(${of}, '${more.name ?? "Bank"}', '${more.type ?? "BANK"}', '${more.currency ?? "USD"}', '${more.address ?? ""}', null, '${JSON.stringify(more.details ?? { account_name: "A", account_number: "1", bank_name: "B" })}', 1, true, ${at})`;
const version = (plan: string, from: string) => `desk.staff_plan_version_add('${staff}', ${plan}, '0.10', '1.00', '100.00', 10, 'DAYS', '3.00', '', '', '${from}', ${key})`;
const statement = (sha: string, format: string) => `desk.staff_statement_begin('${staff}', ${id(14)}, 'a.csv', '${sha}', '${format}', '{}', null, null, '[]', ${key})`;
const attach = (file: string, mime: string, bytes: number, sha256: string) => `messaging.attach(${id(24)}, 2, ${file}, 'a.png', '${mime}', ${bytes}, '${sha256}')`;
const decision = `insert into approval.decisions (request_id, staff_id, decision, decided_at) values (${id(12)}, 903, 'approve', now())`;

const sold = "update invest.plans set state = 'active'; update invest.plan_versions set state = 'active', effective_from = '2020-01-01'";
const unknownPerson = "update core.settings set value = 'true' where key = 'require_kyc'; update identity.members set kyc_approved_at = null";
const invest = (amount: string) => `desk.member_invest('${member}', ${id(17)}, null, 'DEPOSIT', '${amount}', true, ${key})`;
// The clock of good rows is the real one.
const runs = "update invest.investments set end_on = '2099-01-15', days = '2099-01-15'::date - start_on, amount = 150";
const choose = (risk: string) => `desk.member_maturity_choose('${member}', ${id(19)}, 'renew', ${risk}, ${key})`;
const notMine = "alter table approval.requests disable trigger requests_are_guarded; update approval.requests set maker_id = 902, beneficiary_id = 902";
const uncleared = "update audit.findings set cleared_at = null, cleared_by = null, note = null";
const standing = "update funding.withdrawals set state = 'approved'";
const send = (withdrawal: string, by: string, reference: string) => `funding.send_withdrawal(${withdrawal}, ${by}, '${reference}', '2027-02-02', 903, ${at})`;
const draft = (more: { daily?: string; referral?: string; duration?: number; unit?: string; maximum?: string }) =>
  `invest.draft_version(${id(17)}, '${more.daily ?? "0.1"}', '1.00', '${more.maximum ?? "100.00"}', ${more.duration ?? 10}, '${more.unit ?? "DAYS"}', '${more.referral ?? "3"}', '', '', '2027-02-02', ${at})`;

const caller = `(${id(2)}, 901, 'member', null, 1, 901)::identity.caller`;
const challenge = (more: { of?: string; witness?: string; first?: string; macs?: number; browser?: string }) =>
  `identity.open_authenticator_challenge(${id(98)}, ${more.of ?? id(70)}, repeat('${more.witness ?? "21"}', 32), 'ann@member.test', 'withdrawal', 'withdrawal|', identity.authenticator_step(clock_timestamp()) ${more.first ?? ""}, repeat('00', ${more.macs ?? 800}), '${more.browser ?? browser}', ${id(2)})`;
const passkey = (more: { credential?: string; key?: string; counter?: string; transports?: string; name?: string }) =>
  `identity.add_passkey(901, ${more.credential ?? "repeat('ab', 32)"}, ${more.key ?? "repeat('cd', 77)"}, ${more.counter ?? "0"}, ${more.transports ?? "'{}'"}, '${more.name ?? "Key"}')`;
const fourMore = "insert into identity.passkeys (actor_id, credential_id, public_key, name) select 901, sha256(n::text::bytea), repeat('k', 77)::bytea, 'More' from generate_series(1, 4) n";
const checkIn = (state: string) => `update compliance.kyc set state = '${state}'`;
const renewing = "update compliance.kyc set renewal = 'submitted', renewal_submitted_at = now()";
const reviewed = "update compliance.kyc set renewal = 'in_review', renewal_submitted_at = now(), renewal_reviewer_id = 903, renewal_review_at = now()";
const notProposed = "delete from compliance.documents where proposed";
const paper = (more: { of?: string; kind?: string; title?: string; issuer?: string }) => `compliance.save_paper(${more.of ?? "null"}, '${more.kind ?? "licence"}', '${more.title ?? "T"}', '${more.issuer ?? "I"}', true, null, ${at})`;
const paperFile = (more: { from?: string; until?: string; mime?: string; file?: string }) => `compliance.add_version(${id(94)}, ${more.from ?? "'2027-02-02'"}, ${more.until ?? "null"}, ${more.file ?? nobody}, 'a.pdf', '${more.mime ?? "application/pdf"}', 10, repeat('0', 64), 903, ${at})`;
const openClaim = (more: { member?: string; died?: string; by?: string }) => `compliance.open_claim(${more.member ?? "901"}, ${more.died ?? "'2027-02-01'"}, '${more.by ?? "Bo"}', null, '2027-02-02', ${at})`;
const toClaim = (claim: string, file: string, mime: string) => `compliance.attach_to_claim(${claim}, ${file}, 'a.png', '${mime}', 10, repeat('0', 64), ${at})`;
const payee = (more: { name?: string; number?: string; ifsc?: string }) => `funding.name_payee(901, ${id(91)}, 2, '${more.name ?? "Bo"}', '${more.number ?? "1234567"}', '${more.ifsc ?? ""}', ${at})`;
const document = (kind: string, last4: string) => `compliance.add_document(901, ${nobody}, ${kind}, null, ${last4}, null, null, null, 'a.pdf', 'application/pdf', 10, repeat('0', 64), '2027-02-02', ${at})`;


const guards: readonly Guard[] = [
  ["funding.withdrawal_terms", "update identity.members set withdrawals_from = '2099-01-01'", `funding.withdrawal_terms(901, 'DEPOSIT', 'USD', 10, ${id(15)}, ${at})`, "withdrawals_cooling"],
  ["identity.begin_authenticator", "", `identity.begin_authenticator(${id(98)}, ${caller}, 'short', repeat('0', 64))`, "invalid_input", "authenticator"],
  ["identity.begin_authenticator", "", `identity.begin_authenticator(${id(70)}, ${caller}, 'p1.0.' || repeat('x', 60), repeat('0', 64))`, "invalid_input", "authenticator"],
  ["identity.confirm_authenticator", "", `identity.confirm_authenticator(${nobody}, 901)`, "not_found"],
  ["identity.keep_recovery_codes", "", `identity.keep_recovery_codes(${id(70)}, repeat('0', 64))`, "invalid_input", "recovery"],
  ["identity.keep_recovery_codes", "", `identity.keep_recovery_codes(${id(70)}, repeat('0', 640))`, "invalid_input", "recovery"],
  ["identity.open_authenticator_challenge", "", challenge({ witness: "22" }), "invalid_input", "authenticator"],
  ["identity.open_authenticator_challenge", "", challenge({ of: id(71) }), "invalid_input", "authenticator"],
  ["identity.open_authenticator_challenge", `update identity.authenticators set removed_at = ${at}`, challenge({}), "invalid_input", "authenticator"],
  ["identity.open_authenticator_challenge", "", challenge({ first: "- 4" }), "invalid_input", "code"],
  ["identity.open_authenticator_challenge", "", challenge({ first: "+ 1" }), "invalid_input", "code"],
  ["identity.open_authenticator_challenge", "", challenge({ macs: 768 }), "invalid_input", "code"],
  ["identity.open_authenticator_challenge", "", challenge({ browser: "short" }), "invalid_input", "code"],
  ["identity.add_passkey", "", passkey({ credential: "'zz'" }), "invalid_input", "passkey"],
  ["identity.add_passkey", "", passkey({ credential: "repeat('ab', 15)" }), "invalid_input", "passkey"],
  ["identity.add_passkey", "", passkey({ key: "repeat('ab', 31)" }), "invalid_input", "passkey"],
  ["identity.add_passkey", "", passkey({ counter: "4294967296" }), "invalid_input", "passkey"],
  ["identity.add_passkey", "", passkey({ transports: "'{pigeon}'" }), "invalid_input", "passkey"],
  ["identity.add_passkey", "", passkey({ name: " " }), "invalid_input", "name"],
  ["identity.add_passkey", fourMore, passkey({}), "too_many_passkeys"],
  ["identity.add_passkey", "", passkey({ credential: "repeat('26', 32)" }), "passkey_known"],
  ["identity.answer_with_passkey", "", `identity.answer_with_passkey(${id(77)}, repeat('29', 32), '${browser}', ${id(75)}, -1, 901, ${id(2)})`, "invalid_input", "passkey"],
  ["identity.offer_passkey", "", `identity.offer_passkey(${id(1)}, 'x', '${browser}', ${id(2)})`, "invalid_input", "code"],
  ["identity.remove_passkey", "", `identity.remove_passkey(${id(75)}, 902)`, "not_found"],
  ["approval.decide", "", `approval.decide(${nobody}, 903, 'approve', null, null, ${at})`, "not_found"],
  ["approval.cancel", "", `approval.cancel(${nobody}, 901, ${at})`, "not_found"],
  ["approval.cancel", "", `approval.cancel(${id(12)}, 902, ${at})`, "not_permitted"],
  ["approval.decide", "", `approval.decide(${id(12)}, 903, 'abstain', null, null, ${at})`, "invalid_input", "decision"],
  ["approval.decide", "", `approval.decide(${id(12)}, 903, 'reject', ' ', null, ${at})`, "note_required", "note"],
  ["approval.decide", "", `approval.decide(${id(12)}, 903, 'approve', null, '00', ${at})`, "payload_changed"],
  ["approval.decide", notMine, `approval.decide(${id(12)}, 903, 'approve', null, null, ${at})`, "same_person"],
  ["approval.open", "", `approval.open('deposit', ${id(16)}, 'again', 100, 'USD', 901, 'member', 901, '{}', 1::smallint, ${at})`, "already_open"],
  ["audit.clear_finding", "", `audit.clear_finding(${nobody}, 903, 'note', ${at})`, "not_found"],
  ["audit.require_calm", uncleared, "audit.require_calm()", "payouts_paused"],
  ["funding.approve_withdrawal", uncleared, `funding.approve_withdrawal(${id(20)}, '2027-02-02', 903, ${at})`, "payouts_paused"],
  ["funding.send_withdrawal", uncleared, `funding.send_withdrawal(${id(20)}, ${id(14)}, 'TX-9', '2027-02-02', 903, ${at})`, "payouts_paused"],
  ["compliance.add_document", "", document("null", "'x'"), "invalid_input", "kind"],
  ["compliance.add_document", "", document("'pan'", "'x'"), "invalid_input", "number"],
  ["compliance.save_paper", "", paper({ kind: "song" }), "invalid_input", "kind"],
  ["compliance.save_paper", "", paper({ title: " " }), "invalid_input", "title"],
  ["compliance.save_paper", "", paper({ issuer: " " }), "invalid_input", "issuer"],
  ["compliance.save_paper", "update compliance.papers set retired_at = now()", paper({ of: id(94) }), "not_found"],
  ["compliance.add_version", "update compliance.papers set retired_at = now()", paperFile({}), "not_found"],
  ["compliance.add_version", "", paperFile({ from: "null" }), "invalid_input", "valid_from"],
  ["compliance.add_version", "", paperFile({ until: "'2027-02-01'" }), "invalid_input", "valid_until"],
  ["compliance.add_version", "", paperFile({ mime: "text/html" }), "file_invalid", "file"],
  ["compliance.add_version", "", paperFile({ file: id(95) }), "file_invalid", "file"],
  ["compliance.open_claim", "update identity.members set status = 'closed'", openClaim({}), "not_active"],
  ["compliance.open_claim", "", openClaim({ member: "999" }), "not_active"],
  ["compliance.open_claim", "", openClaim({ died: "'2027-02-03'" }), "invalid_input", "died_on"],
  ["compliance.open_claim", "", openClaim({ by: " " }), "invalid_input", "reported_by"],
  ["compliance.open_claim", "delete from compliance.claim_files; delete from compliance.claim_nominees; delete from compliance.claims; delete from compliance.nominees", openClaim({}), "no_nominees", "died_on"],
  ["compliance.attach_to_claim", "", toClaim(nobody, nobody, "image/png"), "not_found"],
  ["compliance.attach_to_claim", "", toClaim(id(90), nobody, "text/html"), "file_invalid", "file"],
  ["compliance.attach_to_claim", "", toClaim(id(90), id(92), "image/png"), "file_invalid", "file"],
  ["compliance.end_claim", "", `compliance.end_claim(${id(90)}, 'cancelled', 'late', ${at})`, "already_decided"],
  ["funding.approve_withdrawal", "update identity.members set status = 'claimed'; update funding.withdrawals set state = 'pending', request_id = null", `funding.approve_withdrawal(${id(20)}, '2027-02-02', 903, ${at})`, "claim_stands"],
  ["funding.name_payee", "", payee({ name: " " }), "invalid_input", "account_name_2"],
  ["funding.name_payee", "", payee({ number: "12" }), "invalid_input", "account_number_2"],
  ["funding.name_payee", "", payee({ ifsc: "X" }), "invalid_input", "ifsc_2"],
  ["funding.pay_payee", "", `funding.pay_payee(901, ${nobody}, 901, 1, ${id(12)}, '2027-02-02', 903, ${at})`, "not_found", "destination"],
  ["compliance.decide", "", `compliance.decide(${nobody}, 'approved', null, '2027-02-02', ${at})`, "already_decided"],
  ["compliance.decide", checkIn("submitted"), `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "kyc_incomplete"],
  ["compliance.decide", `${checkIn("in_review")}; alter table compliance.documents disable trigger user; update compliance.documents set expires_on = '2027-02-01'`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "kyc_incomplete"],
  ["compliance.decide_renewal", renewing, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "kyc_incomplete"],
  ["compliance.decide_renewal", `${reviewed}; update compliance.documents set kind = 'pan', number_index = sha256('another') where proposed; update compliance.documents set member_id = 902, number_index = sha256('another') where not proposed`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "document_taken"],
  ["compliance.decide_renewal", `${reviewed}; update identity.members set zip = null`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "kyc_incomplete"],
  ["compliance.edit", `${checkIn("expired")}; ${renewing}`, `compliance.edit(901, ${at})`, "kyc_locked"],
  ["compliance.open_renewal", `${notProposed}; update compliance.documents set expires_on = '2027-02-20'`, `compliance.open_renewal(901, 'pan', '2027-02-20', '2027-02-02', ${at})`, "renewal_not_longer", "expires_on"],
  ["compliance.edit", "update identity.members set status = 'closed' where id = 901", `compliance.edit(901, ${at})`, "not_active"],
  ["compliance.edit", "", `compliance.edit(901, ${at})`, "kyc_locked"],
  ["compliance.remove_document", checkIn("draft"), `compliance.remove_document(901, ${nobody}, ${at})`, "not_found"],
  ["compliance.remove_document", checkIn("draft"), `compliance.remove_document(902, ${id(71)}, ${at})`, "not_found"],
  ["compliance.review", "", `compliance.review(${nobody}, 903, ${at})`, "not_found"],
  ["compliance.review", "", `compliance.review(${id(70)}, 903, ${at})`, "already_decided"],
  // Fin is Ann.
  ["compliance.review", checkIn("submitted"), `compliance.review(${id(70)}, 903, ${at})`, "same_person"],
  ["compliance.save_nominees", "", `compliance.save_nominees(901, '{}', '2027-02-02', ${at})`, "invalid_input", "nominees"],
  ["compliance.submit", `${checkIn("draft")}; update identity.members set zip = null`, `compliance.submit(901, '2027-02-02', ${at})`, "kyc_incomplete"],
  ["core.clean_text", "", "core.clean_text('a' || chr(7), 'name', 5)", "invalid_input", "name"],
  ["core.clean_text", "", "core.clean_text('too long', 'name', 5)", "invalid_input", "name"],
  ["core.parse_amount", "", "core.parse_amount('1.00', 'XXX')", "invalid_input", "currency"],
  ["core.parse_amount", "", "core.parse_amount('01', 'USD')", "invalid_amount", "amount"],
  ["core.parse_amount", "", "core.parse_amount('0.00', 'USD')", "invalid_amount", "amount"],
  ["core.refuse", "", "core.refuse('nonsense')", "unregistered problem code nonsense"],
  ["funding.check_deposit", "", `(select funding.check_deposit(m, 100, ' ') from funding.methods m where id = ${id(14)})`, "invalid_input", "transaction_reference"],
  ["funding.check_deposit", "", `(select funding.check_deposit(m, 0, 'TX-9') from funding.methods m where id = ${id(14)})`, "below_minimum", "amount"],
  ["funding.check_deposit", "update funding.methods set active = false", `(select funding.check_deposit(m, 100, 'TX-9') from funding.methods m where id = ${id(14)})`, "not_active", "method"],
  ["messaging.acknowledge", "", `messaging.acknowledge(${nobody}, ${at})`, "not_found"],
  ["messaging.attach", "", attach(id(27), "text/html", 10, "a".repeat(64)), "file_invalid", "file"],
  ["messaging.attach", "", attach(id(27), "image/png", 0, "a".repeat(64)), "file_invalid", "file"],
  ["messaging.attach", "", attach(id(27), "image/png", 10, "short"), "file_invalid", "file"],
  ["messaging.attach", "", attach(id(25), "image/png", 10, "a".repeat(64)), "file_invalid", "file"],
  ["messaging.close", "", `messaging.close(${nobody}, ${at})`, "not_found"],
  ["messaging.open_thread", "", `messaging.open_thread(901, ' ', null, null, ${at})`, "invalid_input", "subject"],
  ["messaging.reopen", "", `messaging.reopen(${nobody})`, "not_found"],
  ["messaging.write", "", `messaging.write(${id(24)}, 'member', 901, ' ', ${at})`, "invalid_input", "body"],
  ["messaging.write", "", `messaging.write(${nobody}, 'member', 901, 'Words', ${at})`, "not_found"],
  ["messaging.write", "", `messaging.write(${id(24)}, 'staff', 903, 'Words', ${at})`, "already_decided"],
  ["referral.claim_milestone", "", `referral.claim_milestone(901, ${nobody}, '{902}', '2027-02-02', ${at})`, "not_found"],
  ["referral.claim_milestone", "", `referral.claim_milestone(901, ${id(22)}, '{902}', '2027-02-02', ${at})`, "already_decided"],
  ["referral.claim_milestone", "", `referral.claim_milestone(902, ${id(22)}, '{901}', '2027-01-04', ${at})`, "not_active"],
  ["referral.claim_milestone", "update referral.milestones set ends_on = '2027-01-31'", `referral.claim_milestone(902, ${id(22)}, '{901}', '2027-02-02', ${at})`, "not_active"],
  ["referral.claim_milestone", "update referral.milestones set ended_at = now()", `referral.claim_milestone(902, ${id(22)}, '{901}', '2027-02-02', ${at})`, "not_active"],
  ["referral.claim_milestone", "", `referral.claim_milestone(902, ${id(22)}, '{}', '2027-02-02', ${at})`, "not_reached"],
  ["referral.claim_milestone", "update referral.milestone_claims set state = 'pending', item_id = null, decided_at = null", `referral.claim_milestone(901, ${id(22)}, '{902}', '2027-02-02', ${at})`, "already_open"],
  ["referral.offer_milestone", "", `referral.offer_milestone(' ', 1, 1, 'USD', '2027-02-02', null, 903, ${at})`, "invalid_input", "name"],
  ["referral.offer_milestone", "", `referral.offer_milestone('Second', 0, 1, 'USD', '2027-02-02', null, 903, ${at})`, "invalid_input", "needed"],
  ["referral.offer_milestone", "", `referral.offer_milestone('Second', 1, 1, 'USD', null, null, 903, ${at})`, "invalid_input", "starts_on"],
  ["referral.offer_milestone", "", `referral.offer_milestone('Second', 1, 1, 'USD', '2027-02-02', '2027-02-01', 903, ${at})`, "invalid_input", "ends_on"],
  ["referral.offer_milestone", "", `referral.offer_milestone('First', 1, 1, 'USD', '2027-01-05', null, 903, ${at})`, "already_open", "name"],
  ["funding.check_outflow", "update core.settings set value = '0.10' where key = 'outflow_most_per_day'; update funding.withdrawals set decided_at = '2027-02-01T12:00:00Z'", `funding.check_outflow('USD', 1, ${at})`, "outflow_stopped"],
  ["funding.check_destination", "", "funding.check_destination('XRP', 'Mine', repeat('a', 30), null, null, null)", "invalid_input", "type"],
  ["funding.check_destination", "", "funding.check_destination('BANK', ' ', null, 'Ann', '1234567', null)", "invalid_input", "label"],
  ["funding.check_destination", "", "funding.check_destination('BANK', 'Mine', null, ' ', '1234567', null)", "invalid_input", "account_name"],
  ["funding.check_destination", "", "funding.check_destination('BANK', 'Mine', null, 'Ann', '12', null)", "invalid_input", "account_number"],
  ["funding.check_destination", "", "funding.check_destination('BANK', 'Mine', null, 'Ann', '1234567', 'X')", "invalid_input", "ifsc"],
  ["funding.check_destination", "", "funding.check_destination('BTC', 'Mine', 'short', null, null, null)", "invalid_input", "address"],
  ["funding.close_withdrawal", "", `funding.close_withdrawal(${nobody}, 'confirmed', null, '2027-02-02', 903, ${at})`, "not_found"],
  ["funding.save_method", "", method({ name: " " }), "invalid_input", "name"],
  ["funding.send_withdrawal", "", send(id(20), id(14), " "), "invalid_input", "transaction_reference"],
  ["funding.send_withdrawal", "", send(nobody, id(14), "TX-9"), "not_found"],
  ["funding.send_withdrawal", standing, send(id(20), nobody, "TX-9"), "not_found", "method"],
  ["funding.send_withdrawal", standing, send(id(20), id(60), "TX-9"), "currency_mismatch", "method"],
  ["funding.send_withdrawal", standing, send(id(20), id(14), "tx-2"), "reference_taken", "transaction_reference"],
  ["funding.submit_deposit", "", `funding.submit_deposit(901, ${id(14)}, null, 100, 'tx-1', null, ${at})`, "reference_taken", "transaction_reference"],
  ["funding.withdrawal_terms", "", `funding.withdrawal_terms(901, 'INVESTED', 'USD', 100, ${id(15)}, ${at})`, "invalid_input", "wallet"],
  ["funding.withdrawal_terms", "", `funding.withdrawal_terms(901, 'DEPOSIT', 'USD', 100, ${nobody}, ${at})`, "not_found", "destination"],
  ["funding.withdrawal_terms", "update funding.destinations set usable_at = '2099-01-01'", `funding.withdrawal_terms(901, 'DEPOSIT', 'USD', 100, ${id(15)}, ${at})`, "destination_cooling", "destination"],
  ["identity.enter", "", "identity.enter('nobody', 'member')", "signed_out"],
  ["identity.enter", "", `identity.enter('${member}', 'staff')`, "not_permitted"],
  ["identity.enter", "update identity.staff set active = false", `identity.enter('${staff}', 'staff')`, "not_permitted"],
  ["identity.enter", "update identity.members set status = 'closed'", `identity.enter('${member}', 'member')`, "signed_out"],
  ["identity.enter", "", `identity.enter('${member}', 'member', 2::smallint)`, "step_up_required"],
  ["identity.enter", "update identity.members set status = 'suspended'", `identity.enter('${member}', 'member', 1::smallint, true)`, "suspended"],
  ["identity.enter", "update identity.members set deactivated_at = now()", `identity.enter('${member}', 'member', 1::smallint, true)`, "deactivated"],
  ["identity.enter_staff", "", `identity.enter_staff('${staff}', 'anything.at.all')`, "not_permitted"],
  ["identity.normal_email", "", "identity.normal_email('nowhere')", "invalid_input", "email"],
  ["identity.open_challenge", "", `identity.open_challenge(${id(61)}, 'cy@member.test', 'login', '', '00', '${browser}', null, null)`, "invalid_input", "code"],
  ["invest.check_amount", "", "(select invest.check_amount(v, 0, 'USD') from invest.plan_versions v)", "below_minimum", "amount"],
  ["invest.check_amount", "", "(select invest.check_amount(v, 101, 'USD') from invest.plan_versions v)", "above_maximum", "amount"],
  ["invest.draft_version", "", draft({ daily: "101" }), "invalid_input", "daily_rate"],
  ["invest.draft_version", "", draft({ referral: "101" }), "invalid_input", "referral_rate"],
  ["invest.draft_version", "", draft({ duration: 0 }), "invalid_input", "duration"],
  ["invest.draft_version", "", draft({ unit: "YEARS" }), "invalid_input", "unit"],
  ["invest.draft_version", "", draft({ maximum: "0.50" }), "invalid_input", "maximum"],
  ["invest.draft_version", "", draft({ daily: "100", duration: 36500, maximum: "90000000000000.00" }), "invalid_input", "maximum"],
  ["invest.open", "", `(select invest.open(901, p, v, 'INVESTED', 100, '2027-02-02', 0, ${at}) from invest.plans p join invest.plan_versions v on v.plan_id = p.id)`, "invalid_input", "wallet"],
  ["ledger.claim_key", "", "ledger.claim_key(901, 'operation', null, '{}')", "invalid_input", "key"],
  ["ledger.claim_key", "", `ledger.claim_key(901, 'operation', ${id(6)}, '{"another": 1}')`, "key_reuse", "key"],
  ["ledger.outcome_of", "", `ledger.outcome_of(901, 'operation', ${id(6)}, '{"another": 1}')`, "key_reuse", "key"],
  ["ledger.explain_shortage", "", `ledger.place_hold(901, 1000, 'reserve', null, ${at})`, "insufficient_available", "amount"],
  ["ledger.reverse", "update ledger.journals set kind = 'reversal' where id = 902", `ledger.reverse(902, '2027-02-02', 903, null)`, "not_permitted"],
  ["ledger.reverse", "", "ledger.reverse(987654321, '2027-02-02', 903, null)", "not_found"],
  ["ledger.reverse", "update ledger.account_balances set balance = 1000", "ledger.reverse(901, '2027-02-02', 903, null)", "already_decided"],
  ["referral.attach", "", `referral.attach(901, 901, ${at})`, "self_referral", "referral"],
  ["approval.guard_decision", `alter table approval.requests disable trigger requests_are_guarded; update approval.requests set state = 'approved', decided_at = now(), maker_id = 902, beneficiary_id = 902; ${decision}`, null, "already_decided"],
  ["approval.guard_decision", `update identity.staff set active = false; ${decision}`, null, "not_permitted"],
  ["approval.guard_request", "update approval.requests set state = 'approved', decided_at = now(), needed = 2", null, "immutable"],
  ["approval.guard_request", "delete from approval.decisions; update approval.requests set state = 'approved', decided_at = now()", null, "not_permitted"],
  ["desk.faults", "", "(select count(*) from desk.faults('elsewhere'))", "invalid_input", "domain"],
  ["desk.member_deposit_check", "", `desk.member_deposit_check('${member}', ${id(14)}, '1.00', 'tx-1')`, "reference_taken", "transaction_reference"],
  ["desk.member_deposit_form", `update funding.methods set active = false`, `desk.member_deposit_form('${member}', ${id(14)})`, "not_active", "method"],
  ["desk.member_destination_add", "", `desk.member_destination_add('${member}', 'BANK', 'Again', null, 'Ann', '1234567', 'ABCD0123456', ${id(1)}, repeat('01', 32), '${browser}', ${key})`, "already_open", "account_number"],
  ["desk.member_destination_add", "", `desk.member_destination_add('${member}', 'BANK', 'Again', null, 'Ann', '1234567', 'ABCD0123456', ${id(1)}, repeat('01', 32), '${browser}', ${key}, 'x')`, "invalid_input", "cancel"],
  ["desk.member_file", "", `desk.member_file('${member}', ${nobody})`, "not_found"],
  ["desk.member_invest", sold, invest("5.00"), "above_maximum", "amount"],
  ["desk.member_invest", `${sold}; ${unknownPerson}`, invest("0.50"), "kyc_required"],
  ["desk.member_quote", sold, `desk.member_quote('${member}', ${id(17)}, 'DEPOSIT', '5.00')`, "above_maximum", "amount"],
  ["desk.public_quote", sold, `desk.public_quote(${id(17)}, '5.00')`, "above_maximum", "amount"],
  ["desk.member_withdrawal_check", unknownPerson, `desk.member_withdrawal_check('${member}', 'DEPOSIT', 'USD', '0.50', ${id(15)})`, "kyc_required"],
  ["desk.member_withdraw", `${unknownPerson}; update identity.challenges set purpose = 'withdrawal', context = desk.withdrawal_context('DEPOSIT', 'USD', 50, ${id(15)})`,
    `desk.member_withdraw('${member}', 'DEPOSIT', 'USD', '0.50', ${id(15)}, ${id(1)}, repeat('01', 32), '${browser}', ${key})`, "kyc_required"],
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
  ["funding.save_method", "", method({ name: "A new one", currency: "XXX", details: { account_name: "A", account_number: "1", bank_name: "B" } }, "null"), "invalid_input", "currency"],
  ["compliance.add_document", "", document("'aadhaar'", "'1234'").replace(nobody, id(71)), "file_invalid", "file"],
  ["funding.save_method", "", method({ details: { account_number: "1", bank_name: "B" } }), "invalid_input", "account_name"],
  ["funding.save_method", "", method({ details: { account_name: "A", bank_name: "B" } }), "invalid_input", "account_number"],
  ["funding.save_method", "", method({ details: { account_name: "A", account_number: "1" } }), "invalid_input", "bank_name"],
  ["funding.save_method", "", method({ type: "BTC", address: "short" }), "invalid_input", "address"],
  ["funding.save_method", "", method({ type: "BTC", address: "a".repeat(30) }), "invalid_input", "type"],
  ["funding.save_method", "", method({ currency: "TST" }), "invalid_input", "currency"],
  ["funding.save_method", "", method({ type: "XRP", address: "a".repeat(30) }, "null"), "invalid_input", "type"],
  ["funding.save_method", "", method({ name: "bANK" }, "null"), "invalid_input", "name"],
  ["funding.save_method", "", method({}, nobody), "not_found"],
  ["funding.submit_deposit", "update identity.members set status = 'closed' where id = 901", `funding.submit_deposit(901, ${id(14)}, null, 100, 'TX-9', null, ${at})`, "not_active"],
  ["funding.submit_deposit", "", `funding.submit_deposit(901, ${nobody}, null, 100, 'TX-9', null, ${at})`, "not_found", "method"],
  ["funding.submit_deposit", "", `funding.submit_deposit(902, ${id(14)}, null, 100, 'TX-9', ${id(13)}, ${at})`, "not_found", "file"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${nobody}, 1, '2027-02-02', 903, ${key})`, "invalid_input", "to"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${id(14)}, 1, '2027-02-02', 903, ${key})`, "invalid_input", "to"],
  ["funding.transfer_between", "", `funding.transfer_between(${id(14)}, ${id(60)}, 1, '2027-02-02', 903, ${key})`, "currency_mismatch", "to"],
  ["identity.issue_session", "", "identity.issue_session('short', 'member', 901, 1::smallint, '', '')", "invalid_input", "token"],
  ["invest.draft_version", "", `invest.draft_version(${nobody}, '0.1', '1.00', '100.00', 10, 'DAYS', '3', '', '', '2027-02-02', ${at})`, "not_found"],
  ["invest.finish_renewal", "", `invest.finish_renewal(987, 901, null, null, ${at})`, "already_decided"],
  ["invest.instruct", "", `invest.instruct(901, ${nobody}, 'renew', ${at})`, "not_found"],
  ["invest.instruct", "", `invest.instruct(902, ${id(19)}, 'renew', '2027-01-06T00:00:00Z')`, "not_found"],
  ["invest.instruct", "", `invest.instruct(901, ${id(19)}, 'burn', '2027-01-06T00:00:00Z')`, "invalid_input", "choice"],
  ["invest.instruct", "", `invest.instruct(901, ${id(19)}, 'renew', '2027-01-15T00:00:00Z')`, "instruction_closed", "choice"],
  ["desk.renew_contract", "update identity.members set status = 'suspended'", `(select desk.renew_contract(r, ${at}) from invest.renewals r)`, "suspended"],
  ["desk.renew_contract", "", `(select desk.renew_contract(r, ${at}) from invest.renewals r)`, "not_active", "plan"],
  ["desk.member_maturity_choose", `${sold}; ${runs}`, choose("true"), "above_maximum", "amount"],
  ["desk.member_maturity_choose", `${sold}; ${runs}; update invest.plan_versions set maximum = 200`, choose("false"), "risk_not_accepted", "risk_accepted"],
  ["desk.member_maturity_choose", `${sold}; ${runs}; update invest.plan_versions set maximum = 200; ${unknownPerson}`, choose("true"), "kyc_required"],
  ["desk.member_maturity_choose", runs, choose("true"), "not_active", "plan"],
  ["ledger.append_move", "", "ledger.move(901, gen_random_uuid(), 'adjustment', '2027-02-02', 901, 987654321, 1)", "unbalanced"],
  ["payout.approve_payout", `update ledger.holds set state = 'released', ended_at = now() where id = ${id(123)}; update payout.payouts set state = 'pending', journal_id = null, posted_on = null, file_id = null, line_no = null, decided_at = null, sent_at = null where id = ${id(125)}; update ev.bookings set reserved = 4`,
    `payout.approve_payout(${id(125)}, '2027-02-02', 903, ${at})`, "already_decided"],
  ["payout.close_payout", "", `payout.close_payout(${nobody}, 'paid', null, '2027-02-02', 903, ${at})`, "not_found"],
  ["payout.reverse_payout", "", `payout.reverse_payout(${nobody}, 'r', '2027-02-02', 903, ${at})`, "not_found"],
  ["payout.reverse_payout", `update payout.payouts set state = 'returned', tax = 0, bank = 10, reversal_id = null, reversed_at = null, file_id = ${id(122)}, line_no = 2, sent_at = decided_at where id = ${id(126)}`, `payout.reverse_payout(${id(126)}, 'r', '2027-01-06', 903, ${at})`, "already_decided"],
  ["payout.make_bank_file", "", `payout.make_bank_file(${nobody}, '2027-02-02', 903, ${at})`, "not_found", "method"],
  ["identity.recover", "", `identity.recover(${nobody}, ${at})`, "not_found"],
  ["identity.recover", "update identity.members set status = 'closed', closed_at = now() where id = 901", `identity.recover(${id(76)}, ${at})`, "not_found"],
  ["identity.recover", "update identity.members set email = 'changed@member.test' where id = 901", `identity.recover(${id(76)}, ${at})`, "email_taken"],
  ["funding.approve_withdrawal", `update core.settings set value = '0.05' where key = 'outflow_most_per_day'; update funding.withdrawals set state = 'pending', decided_at = null; update ledger.holds set state = 'open', ended_at = null where id = (select hold_id from funding.withdrawals)`, `funding.approve_withdrawal(${id(20)}, '2027-02-02', 903, ${at})`, "outflow_stopped"],
  ["payout.release_payout", "", `payout.release_payout(${id(125)}, 'cancelled', null, ${at})`, "already_decided"],
  ["ledger.move_balances", "", "ledger.move_balances(array[(987654321, 5, null)::ledger.line, (901, -5, null)::ledger.line])", "unbalanced"],
  ["ledger.operator_account", "", "ledger.operator_account('petty cash', 'USD')", "unknown operator account petty cash"],
  ["ledger.wallet", "", "ledger.wallet(901, 'SECRET', 'USD')", "unknown wallet kind SECRET"],
  ["ledger.seal", "update core.settings set value = value where key = 'timezone'", `ledger.seal(10, ${at})`, "ledger.seal needs a transaction of its own"],
];

test("each refuses, with its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
