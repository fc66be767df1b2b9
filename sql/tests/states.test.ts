/**
 * What is over stays as it ended. Each function that moves something from one state to the next is called again, or too late, on a good
 * row, with our triggers off: it is the function's own guard that must hold, whatever stands behind it (spec 8, rows 9, 13 and 30).
 */
import { afterAll, beforeAll, expect, test } from "vitest";

import { newToken } from "./support/builders";
import { goodId as id, openRows, type Rows } from "./support/rows";

const browser = "test-browser-0123456789";
const member = newToken();
const staff = newToken();
const used = newToken();
const long = "'2027-01-01T00:00:00Z'";
let rows: Rows;

beforeAll(async () => {
  rows = await openRows();
  await rows.sql(`
    insert into identity.role_permissions (role, permission) select 'finance', p from unnest(array['plans.write', 'messages.write', 'milestones.write', 'reconciliation.write', 'treasury.write']) p on conflict do nothing;
    select identity.issue_session('${member}', 'member', 901, 1::smallint, '192.0.2.9', 'test');
    select identity.issue_session('${staff}', 'staff', 903, 2::smallint, '192.0.2.9', 'test');
    insert into identity.sessions (id, token_hash, audience, actor_id, expires_at, idle_limit, revoked_at) values
      (${id(40)}, sha256('one'), 'member', 901, '2099-01-01', '1 hour', ${long}), (${id(41)}, sha256('two'), 'staff', 903, '2099-01-01', '1 hour', ${long});
    insert into identity.sessions (id, token_hash, audience, email, expires_at, idle_limit, revoked_at) values (${id(42)}, sha256('${used}'), 'sign_up', 'cy@member.test', '2099-01-01', '1 hour', ${long});
    delete from audit.findings where cleared_at is null;
    update ledger.accounts set kind = 'treasury:returns' where id = 902;
    update treasury.queues set currency = 'USD';
    update identity.challenges set browser_hash = sha256('${browser}')`);
});
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const key = id(50);
const approved = `update approval.requests set state = 'approved', decided_at = ${long}`;
const ended = `update ledger.holds set state = 'released', ended_at = ${long}, expires_at = '2000-01-01'`;
const attempt = `(identity.try_challenge(${id(1)}, 'login', '', repeat('01', 32), '${browser}', ${id(2)})).outcome`;
const recovery = `identity.try_authenticator(c, repeat('23', 32)) from identity.challenges c where c.id = ${id(73)}`;
const signed = (counter: number) => `identity.answer_with_passkey(${id(77)}, repeat('29', 32), '${browser}', ${id(75)}, ${counter}, 901, ${id(2)})`;
const waiting = `update identity.challenges set passkey_id = null where id = ${id(77)}`;
const bySignature = `(identity.try_challenge(${id(77)}, 'email_change', 'email_change|', repeat('29', 32), '${browser}', ${id(2)})).outcome`;
const offered = `identity.offer_passkey(${id(1)}, repeat('0', 64), '${browser}', ${id(2)})`;
const stepUp = "update identity.challenges set purpose = 'destination' where purpose = 'login'";
const sooner = `identity.open_challenge(${id(43)}, 'ann@member.test', 'login', '', repeat('0', 64), '${browser}', null, null)`;

/** What is so before; the call; what is looked at afterwards (or the call's own answer, when null); what it must be. */
const cases: Record<string, readonly [given: string, call: string, look: string | null, answer: unknown]> = {
  "a request that nobody approved is not executed": ["", `approval.executed(${id(12)}, ${at})`, "executed_at is null from approval.requests", true],
  "an execution is noted once": [`${approved}, executed_at = ${long}`, `approval.executed(${id(12)}, ${at})`, `executed_at = ${long} from approval.requests`, true],
  "a cleared finding is not seen again": ["", "count(*) from audit.raise_findings(array[('law', 'another', '1', '2')]::audit.fault[], 901, 'everything', " + at + ")", `seen_at < ${at} from audit.findings where cleared_at is not null`, true],
  "a hold ends once": [ended, `ledger.end_hold(${id(5)}, 'captured', ${at})`, "state from ledger.holds", "released"],
  "a hold that has ended does not expire": [ended, "desk.worker_holds_expire()", "state from ledger.holds", "released"],
  "an outcome is kept once": [`update ledger.request_keys set outcome = '{"n": 1}'`, `ledger.keep_outcome(901, 'operation', ${id(6)}, '{"n": 2}')`, "outcome ->> 'n' from ledger.request_keys where actor_id = 901", "1"],
  "a job is handed over once": [`update outbox.jobs set handed_at = ${long}`, "desk.worker_outbox_handed(array[901::bigint])", null, { handed: 0 }],
  "a request that was decided does not expire": [`${approved}, expires_at = '2000-01-01'`, "desk.worker_requests_expire()", "state from approval.requests", "approved"],
  "a session that was signed out stays so": [`update identity.sessions set revoked_at = ${long} where token_hash = sha256('${member}')`, `desk.auth_sign_out('${member}')`, `revoked_at = ${long} from identity.sessions where token_hash = sha256('${member}')`, true],
  "a member ends a session once": ["", `desk.member_session_revoke('${member}', ${id(40)})`, null, "not_found"],
  "a member's other sessions that are over are not ended again": ["update identity.sessions set revoked_at = " + long + " where id = " + id(2), `desk.member_sessions_revoke_others('${member}')`, null, { revoked: 0 }],
  "staff end a session once": ["", `desk.staff_session_revoke('${staff}', ${id(41)})`, null, "not_found"],
  "a sign-up token works once": ["", `desk.sign_up_session('${used}')`, null, "signed_out"],
  "a destination is removed once": [`update funding.destinations set removed_at = ${long}`, `desk.member_destination_remove('${member}', ${id(15)}, ${key})`, null, "not_found"],
  "a plan is retired once": ["update invest.plans set state = 'retired'", `desk.staff_plan_retire('${staff}', ${id(17)}, ${key})`, null, "already_decided"],
  "a retired plan is not sold again because a version of it was approved": ["update invest.plans set state = 'retired'", `invest.activate_version(${id(18)}, ${at})`, "state from invest.plans", "retired"],
  "a version is approved once": ["update invest.plan_versions set state = 'rejected'", `invest.activate_version(${id(18)}, ${at})`, null, "already_decided"],
  "a version on sale is not rejected with a request": [`update invest.plan_versions set state = 'active'; update approval.requests set kind = 'plan_activation', subject_id = ${id(18)}`, `desk.undo_request(${id(12)}, 'late', ${at})`, "state from invest.plan_versions", "active"],
  "a version on sale is not taken back with a request": [`update invest.plan_versions set state = 'active'; update approval.requests set kind = 'plan_activation', subject_id = ${id(18)}, maker_type = 'staff', maker_id = 903`, `desk.staff_cancel_request('${staff}', ${id(12)}, ${key})`, "state from invest.plan_versions", "active"],
  "a grievance is acknowledged once": ["", `messaging.acknowledge(${id(24)}, ${at})`, null, "already_decided"],
  "a question is not acknowledged": ["update messaging.threads set kind = 'question', acknowledge_by = null, resolve_by = null, acknowledged_at = null", `messaging.acknowledge(${id(24)}, ${at})`, null, "not_found"],
  "an announcement keeps the time it was published": ["update messaging.announcements set withdrawn_at = null, withdrawn_by = null", `messaging.publish_announcement(${id(160)}, 1, 903, now())`, "published_at from messaging.announcements", new Date("2027-01-05T10:00:00Z")],
  "an announcement keeps the time it was withdrawn": ["", `messaging.withdraw_announcement(${id(160)}, 903, now())`, "withdrawn_at from messaging.announcements", new Date("2027-01-05T10:00:00Z")],
  "a draft is not withdrawn": ["update messaging.announcements set published_at = null, published_by = null, withdrawn_at = null, withdrawn_by = null", `messaging.withdraw_announcement(${id(160)}, 903, now())`, null, "not_found"],
  "a conversation is closed once": ["", `messaging.close(${id(24)}, ${at})`, null, "already_decided"],
  "a conversation that is open is not reopened": ["update messaging.threads set closed_at = null", `messaging.reopen(${id(24)})`, null, "already_decided"],
  "what was read keeps its time": ["", `messaging.read_notices((select n from messaging.notices n where n.template = 'welcome'), true, ${at})`, "read_at from messaging.notices where template = 'welcome'", new Date("2027-01-05T10:00:00Z")],
  "notices of a conversation keep the time they were read": [`update messaging.notices set facts = jsonb_build_object('thread', ${id(24)}::uuid)`, `messaging.read_about(901, ${id(24)}, ${at})`, "read_at from messaging.notices where template = 'welcome'", new Date("2027-01-05T10:00:00Z")],
  "a milestone is ended once": [`update referral.milestones set ended_at = ${long}`, `desk.staff_milestone_end('${staff}', ${id(22)}, ${key})`, null, "already_decided"],
  "an approved claim is not paid again": ["", `referral.pay_claim(${id(23)}, '2027-02-02', ${at})`, null, "already_decided"],
  "the reward of a member in good standing is not held": ["update referral.milestone_claims set state = 'pending', item_id = null, decided_at = null", `referral.pay_claim(${id(23)}, '2027-02-02', ${at})`, `hold_reason is null from treasury.items where id = (select item_id from referral.milestone_claims)`, true],
  "an approved claim is not rejected": ["", `referral.reject_claim(${id(23)}, 'late', ${at})`, null, "already_decided"],
  "an import is closed once": [`update treasury.statements set closed_at = ${long}, matched = 7`, `desk.staff_statement_close('${staff}', ${id(8)}, ${key})`, "matched::text from treasury.statements", "7"],
  "a deposit is closed once": ["", `funding.close_deposit(${id(16)}, 'rejected', 'late', ${at})`, null, "already_decided"],
  "a deposit is credited once": ["", `funding.credit_deposit(${id(16)}, 100, '2027-02-02', 903, ${at})`, null, "already_decided"],
  "a withdrawal that was sent is not released": ["", `funding.release_withdrawal(${id(20)}, 'cancelled', null, ${at})`, null, "already_decided"],
  "a withdrawal whose hold is gone is not released": [`${ended}; update funding.withdrawals set state = 'pending'`, `funding.release_withdrawal(${id(20)}, 'cancelled', null, ${at})`, null, "already_decided"],
  "a withdrawal is approved once": ["", `funding.approve_withdrawal(${id(20)}, '2027-02-02', 903, ${at})`, null, "already_decided"],
  "a withdrawal whose hold is gone is not approved": [`${ended}; update funding.withdrawals set state = 'pending'`, `funding.approve_withdrawal(${id(20)}, '2027-02-02', 903, ${at})`, null, "already_decided"],
  "a withdrawal is sent once": ["", `funding.send_withdrawal(${id(20)}, ${id(14)}, 'TX-9', '2027-02-02', 903, ${at})`, null, "already_decided"],
  "only a sent withdrawal comes back": ["update funding.withdrawals set state = 'returned'", `funding.close_withdrawal(${id(20)}, 'returned', 'again', '2027-02-02', 903, ${at})`, null, "already_decided"],
  "an earmark that was captured is not drawn": [ended, `treasury.draw_earmark(${id(5)}, 1, ${at})`, null, "treasury_short"],
  "a sheet ends once": [`update treasury.sheets set state = 'rejected', decided_at = ${long}`, `treasury.end_sheet(${id(11)}, 'cancelled', ${at})`, null, "already_decided"],
  "a request is cancelled once": [approved, `approval.cancel(${id(12)}, 901, ${at})`, null, "already_decided"],
  "a request is decided once": [approved, `(approval.decide(${id(12)}, 903, 'approve', null, null, ${at})).state`, null, "already_decided"],
  "a finding is cleared once": ["", `audit.clear_finding(${id(21)}, 903, 'again', ${at})`, null, "already_decided"],
  "a part that is done is not claimed": ["update invest.accrual_chunks set done = true", `(invest.accrue_chunk('2027-01-05', 'UTC', ${at})).claimed`, null, false],
  "a finished run keeps its hour": [`update invest.accrual_chunks set done = true; update invest.accrual_runs set state = 'finished', finished_at = ${long}`, `(invest.accrue_chunk('2027-01-05', 'UTC', ${at})).claimed`, `finished_at = ${long} from invest.accrual_runs`, true],
  "a run with an open part is not finished": ["insert into invest.accrual_chunks (timezone, as_of, chunk, from_id, to_id) values ('UTC', '2027-01-05', 2, 3, 4); delete from invest.accrual_reserves; update invest.investments set state = 'matured'", `(invest.accrue_chunk('2027-01-05', 'UTC', ${at})).parts_left`, "state from invest.accrual_runs", "running"],
  "a renewal is carried out once": ["", `invest.finish_renewal(902, null, 'not_active', null, ${at})`, null, "already_decided"],
  "a renewal that was carried out is not due": ["", "desk.worker_renew()", null, { outcome: "none", failed: false, left: 0 }],
  "nothing is chosen for what has ended": ["", `invest.instruct(901, ${id(80)}, 'wallet', '2026-12-27T00:00:00Z')`, null, "instruction_closed"],
  "a check that was decided is not decided again": ["", `compliance.decide(${id(70)}, 'rejected', 'late', null, ${at})`, null, "already_decided"],
  "a document that was removed does not end a check": [`update compliance.kyc set state = 'in_review', reviewer_id = 903, review_at = now(), decided_at = null, expires_on = null; insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, expires_on, file_name, mime, bytes, sha256, added_at, proposed, removed_at) select ${id(98)}, member_id, kind, number_sealed, number_last4, sha256('gone'), '2027-02-20', file_name, mime, bytes, sha256, added_at, false, ${long} from compliance.documents where proposed`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, "expires_on <> '2027-02-20' from compliance.kyc", true],
  "a document that is being looked at is not handed in twice": ["update compliance.kyc set renewal = 'submitted', renewal_submitted_at = now(); update compliance.documents set expires_on = '2027-02-20' where not proposed", `compliance.open_renewal(901, 'pan', '2030-01-01', '2027-02-02', ${at})`, null, false],
  "a document of a closed account is not renewed": ["update identity.members set status = 'closed', closed_at = now() where id = 901; update compliance.documents set expires_on = '2027-02-20' where not proposed", `compliance.open_renewal(901, 'pan', '2030-01-01', '2027-02-02', ${at})`, null, false],
  "a document that ends soon is renewed": ["update compliance.documents set expires_on = '2027-02-20' where not proposed; update compliance.kyc set renewal = null, renewal_submitted_at = null", `compliance.open_renewal(901, 'pan', '2030-01-01', '2027-02-02', ${at})`, null, true],
  "a check that nobody approved does not expire": ["update compliance.kyc set state = 'rejected', expires_on = '2000-01-01'", "compliance.expire('2027-02-02', 10)", "state from compliance.kyc", "rejected"],
  "a document is removed once": [`update compliance.kyc set state = 'draft'; update compliance.documents set removed_at = ${long}`, `compliance.remove_document(901, ${id(71)}, ${at})`, null, "not_found"],
  "a nominee leaves once": [`update compliance.nominees set removed_at = ${long}`, `compliance.save_nominees(901, '[]', '2027-02-02', ${at})`, `removed_at = ${long} from compliance.nominees`, true],
  "a hold on the bonus is released once": [`update treasury.items set journal_kind = 'bonus', hold_reason = 'unverified', state = 'posted', journal_id = 901; ${ended}, reason = 'unverified', subject = ${id(901)}`, `treasury.release_unverified(901, ${at})`, null, 0],
  "an account that is open is not anonymised": ["", `desk.worker_anonymise(${id(901)})`, null, { done: false }],
  "an account is anonymised once": [`update identity.members set status = 'closed', closed_at = '2000-01-01', anonymised_at = ${long} where id = 901`, `desk.worker_anonymise(${id(901)})`, null, { done: false }],
  "a payment that was confirmed is not rejected": ["", `ev.reject_payment(${id(113)}, 'late', ${at})`, null, "already_decided"],
  "a commission is taken back once": ["", `referral.claw_back('investment', ${id(19)}, '2027-02-02', 903, ${at})`, "count(*)::integer from referral.clawbacks", 1],
  "a buyer's period ends once": [`update ev.buyers set lost_at = ${long}::timestamptz + interval '1 month'`, `ev.refresh(901, ${at})`, `lost_at = ${long}::timestamptz + interval '1 month' from ev.buyers`, true],
  "a claim that pays is not taken back": ["", `compliance.end_claim(${id(90)}, 'cancelled', 'late', ${at})`, null, "already_decided"],
  "a claim that ends leaves an account closed that was closed meanwhile": [`update compliance.claims set state = 'open'; update identity.members set status = 'closed', closed_at = ${long} where id = 901`, `compliance.end_claim(${id(90)}, 'cancelled', 'late', ${at})`, "status from identity.members where id = 901", "closed"],
  "a document that was withdrawn is not what a renewal brings": [`update compliance.kyc set renewal = 'in_review', renewal_submitted_at = now(), renewal_reviewer_id = 903, renewal_review_at = now(); insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, expires_on, file_name, mime, bytes, sha256, added_at, proposed, removed_at) select ${id(98)}, member_id, kind, number_sealed, number_last4, sha256('gone'), expires_on, file_name, mime, bytes, sha256, added_at, true, ${long} from compliance.documents where proposed`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, `proposed from compliance.documents where id = ${id(98)}`, true],
  "a document that was replaced before keeps its hour when another takes its place": [`update compliance.kyc set renewal = 'in_review', renewal_submitted_at = now(), renewal_reviewer_id = 903, renewal_review_at = now(); insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, expires_on, file_name, mime, bytes, sha256, added_at, proposed, removed_at) select ${id(98)}, member_id, kind, number_sealed, number_last4, sha256('gone'), expires_on, file_name, mime, bytes, sha256, added_at, false, ${long} from compliance.documents where proposed`, `compliance.decide(${id(70)}, 'approved', null, '2027-02-02', ${at})`, `removed_at = ${long} from compliance.documents where id = ${id(98)}`, true],
  "a session that ended before stays as it ended when the account is deactivated": ["", `identity.deactivate(901, ${id(2)}, ${at})`, `revoked_at = ${long} from identity.sessions where id = ${id(40)}`, true],
  "a session that ended before stays as it ended when its member is let back in": ["", `identity.recover(${id(76)}, ${at})`, `revoked_at = ${long} from identity.sessions where id = ${id(40)}`, true],
  "a session that ended before stays as it ended when the old address comes back": ["update identity.email_changes set undo_hash = sha256('take it back'), undone_at = null, undo_until = '2099-01-01'", "desk.auth_email_undo('take it back')", `revoked_at = ${long} from identity.sessions where id = ${id(40)}`, true],
  "a session that ended before stays as it ended when its member is reported dead": ["", "identity.bar_member(901)", `revoked_at = ${long} from identity.sessions where id = ${id(40)}`, true],
  "a payee's account that was given up stays so when the claim ends": [`update compliance.claims set state = 'open'; update funding.destinations set removed_at = ${long} where payee_id is not null`, `desk.end_claim(${id(90)}, 'cancelled', 'late', ${at})`, `removed_at = ${long} from funding.destinations where id = ${id(93)}`, true],
  "an authenticator that was removed before stays so when another is taken into use": [`update identity.authenticators set actor_id = 902, removed_at = ${long} where id = ${id(70)}`, `identity.confirm_authenticator(${id(71)}, 902)`, `removed_at = ${long} from identity.authenticators where id = ${id(70)}`, true],
  "a code that was withdrawn keeps its hour": [`update identity.challenges set invalidated_at = ${long}, session_id = ${id(2)} where id = ${id(1)}`, "identity.end_challenges(901)", `invalidated_at = ${long} from identity.challenges where id = ${id(1)}`, true],
  "a payee's account that was given up is not used again": [`update funding.destinations set removed_at = ${long} where payee_id is not null`, `funding.name_payee(901, ${id(91)}, 2, 'Bo', '7654321', 'ABCD0123456', ${at})`, `count(*)::integer from funding.destinations where payee_id = ${id(91)} and removed_at is null`, 1],
  "a payee's account that was given up keeps its hour": [`update funding.destinations set removed_at = ${long} where payee_id is not null`, `funding.name_payee(901, ${id(91)}, 2, 'Bo', '7654321', 'ABCD0123456', ${at})`, `removed_at = ${long} from funding.destinations where id = ${id(93)}`, true],
  "an account is deactivated once": [`update identity.members set deactivated_at = ${long} where id = 901`, `identity.deactivate(901, ${id(2)}, ${at})`, null, false],
  "an authenticator that is in use is kept, however long ago it was begun": [`update identity.authenticators set begun_at = '2000-01-01', confirmed_at = ${long} where id = ${id(71)}`, "desk.worker_sessions_prune()", `count(*)::integer from identity.authenticators where id = ${id(71)}`, 1],
  "a used code is not withdrawn with the others": [`update identity.challenges set used_at = ${long}, session_id = ${id(2)} where id = ${id(1)}`, "identity.end_challenges(901)", `invalidated_at is null from identity.challenges where id = ${id(1)}`, true],
  "a claim of which nothing was paid is not settled": ["update compliance.claims set state = 'open'", `compliance.end_claim(${id(90)}, 'settled', null, ${at})`, null, "already_decided"],
  "a code that was used is used": [`update identity.challenges set used_at = ${long}`, attempt, null, "used"],
  "a code that was withdrawn is not right": [`update identity.challenges set invalidated_at = ${long}`, attempt, null, "expired"],
  "a sixth attempt is not looked at": ["update identity.challenges set attempts = 5", attempt, null, "locked"],
  "a code is right when nothing of this is so": ["", attempt, null, "right"],
  "an authenticator's recovery code is right": ["", recovery, null, "right"],
  "a recovery code is used once": [`update identity.recovery_codes set used_at = ${long}`, recovery, null, "wrong"],
  "a removed authenticator answers nothing": [`update identity.authenticators set removed_at = ${long}`, recovery, null, "resting"],
  "an authenticator that was guessed at rests": ["update identity.authenticators set failures = 5, failing_since = clock_timestamp()", recovery, null, "resting"],
  "an authenticator rests for a quarter of an hour": ["update identity.authenticators set failures = 5, failing_since = clock_timestamp() - interval '15 minutes'", recovery, null, "right"],
  "a first code is no recovery code": ["update identity.challenges set purpose = 'authenticator_confirm' where authenticator_id is not null", recovery, null, "wrong"],
  "an authenticator in use is not confirmed again": ["", `identity.confirm_authenticator(${id(70)}, 901)`, null, "not_found"],
  "an authenticator that was given up before stays as it was when another is begun": [`update identity.authenticators set removed_at = ${long} where id = ${id(71)}`, `identity.begin_authenticator(${id(51)}, (${id(72)}, 902, 'member', null, 1, 902)::identity.caller, 'p1.k.' || repeat('s', 80), repeat('22', 32))`, `removed_at = ${long} from identity.authenticators where id = ${id(71)}`, true],
  "an authenticator that was removed before a recovery stays as it was": [`update identity.authenticators set removed_at = ${long}`, `identity.recover(${id(76)}, ${at})`, `removed_at = ${long} from identity.authenticators where id = ${id(70)}`, true],
  "a passkey that was removed before a recovery stays as it was": [`update identity.passkeys set actor_id = 901, removed_at = ${long}`, `identity.recover(${id(76)}, ${at})`, `bool_and(removed_at = ${long}) from identity.passkeys`, true],
  "an authenticator that was given up is not confirmed": [`update identity.authenticators set removed_at = ${long} where id = ${id(71)}`, `identity.confirm_authenticator(${id(71)}, 902)`, null, "not_found"],
  "a passkey answers a challenge": [waiting, signed(8), null, "answered"],
  "the same signature again is answered the same": ["", signed(7), null, "answered"],
  "a passkey's counter does not stand still": [waiting, signed(7), null, "counter"],
  "a removed passkey answers nothing": [`${waiting}; update identity.passkeys set removed_at = ${long}`, signed(8), null, "refused"],
  "a passkey does not answer a challenge that was used": [`${waiting}; update identity.challenges set used_at = ${long}`, signed(8), null, "refused"],
  "a passkey does not answer a challenge that was withdrawn": [`${waiting}; update identity.challenges set invalidated_at = ${long}`, signed(8), null, "refused"],
  "a challenge that a passkey has answered is answered by no other": [`update identity.passkeys set actor_id = 901, removed_at = null; update identity.challenges set passkey_id = ${id(76)} where id = ${id(77)}`, signed(8), null, "refused"],
  "what a passkey has signed is right": ["", bySignature, null, "right"],
  "what a removed passkey has signed is wrong": [`update identity.passkeys set removed_at = ${long}`, bySignature, null, "wrong"],
  "what no passkey has signed is wrong": [waiting, bySignature, null, "wrong"],
  "a passkey is removed once": [`update identity.passkeys set removed_at = ${long}`, `identity.remove_passkey(${id(75)}, 901)`, null, "not_found"],
  "a removed passkey is not asked for": [`update identity.passkeys set removed_at = ${long}`, "identity.passkeys_of(901)", null, []],
  "removed passkeys are not counted": [`insert into identity.passkeys (actor_id, credential_id, public_key, name, removed_at) select 901, sha256(n::text::bytea), repeat('k', 77)::bytea, 'Old', now() from generate_series(1, 9) n`, "identity.add_passkey(901, repeat('ab', 32), repeat('cd', 77), 0, '{}', 'New') is not null", null, true],
  "a passkey may answer a step-up": [stepUp, offered, null, true],
  "a passkey does not answer a sign-in": ["", offered, null, false],
  "a passkey is not offered twice": [`${stepUp}; update identity.challenges set passkey_mac = sha256('x') where passkey_mac is null`, offered, null, false],
  "a passkey is not offered for what was used": [`${stepUp}; update identity.challenges set used_at = ${long}`, offered, null, false],
  "a passkey is not offered for what was withdrawn": [`${stepUp}; update identity.challenges set invalidated_at = ${long}`, offered, null, false],
  "who has removed their passkeys is offered none": [`${stepUp}; update identity.passkeys set removed_at = ${long}; update identity.challenges set session_id = (select id from identity.sessions where token_hash = sha256('${member}'))`, `desk.auth_step_up_passkey('${member}', ${id(1)}, repeat('0', 64), '${browser}')`, null, { offered: false }],
  "a destination is cancelled once": [`update funding.destinations set removed_at = ${long}, usable_at = '2099-01-01', cancel_hash = sha256('words') where payee_id is null`, "desk.auth_destination_cancel('words', '')", null, { outcome: "removed" }],
  "a destination is cancelled in time": ["update funding.destinations set usable_at = '2020-01-01', cancel_hash = sha256('words') where payee_id is null", "desk.auth_destination_cancel('words', '')", null, { outcome: "late" }],
  "a removed destination is not shown as one to cancel": [`update funding.destinations set removed_at = ${long}, usable_at = '2099-01-01', cancel_hash = sha256('words') where payee_id is null`, "desk.auth_destination_cancel_look('words', '')", null, { state: "removed" }],
  "a change of address is taken back once": [`update identity.email_changes set undone_at = ${long}, undo_until = '2099-01-01', undo_hash = sha256('words')`, "desk.auth_email_undo('words')", null, { outcome: "used" }],
  "a change of address is taken back in time": ["update identity.email_changes set undo_until = '2020-01-01', undo_hash = sha256('words')", "desk.auth_email_undo('words')", null, { outcome: "expired" }],
  "an address that was taken back is free": [`update identity.email_changes set undone_at = ${long}, undo_until = '2099-01-01'`, "identity.email_reserved('old@member.test')", null, false],
  "an address is kept for who had it": ["update identity.email_changes set undo_until = '2099-01-01'", "identity.email_reserved('old@member.test')", null, true],
  "an address is not kept from who had it": ["update identity.email_changes set undo_until = '2099-01-01'", "identity.email_reserved('old@member.test', 901)", null, false],
  "a new code waits for a live one": ["", `${sooner} > 0`, null, true],
  "a new code does not wait for a used one": [`update identity.challenges set used_at = ${long}`, sooner, null, null],
  "a new code does not wait for a withdrawn one": [`update identity.challenges set invalidated_at = ${long}`, sooner, null, null],
  "a used code is not withdrawn": [`update identity.challenges set used_at = ${long}, created_at = created_at - interval '4 minutes'`, sooner, `invalidated_at is null from identity.challenges where id = ${id(1)}`, true],
  "a code is withdrawn once": [`update identity.challenges set invalidated_at = ${long}, created_at = created_at - interval '4 minutes'`, sooner, `invalidated_at = ${long} from identity.challenges where id = ${id(1)}`, true],
};

test.each(Object.entries(cases))("%s", async (_, [given, call, look, answer]) => {
  expect(await rows.after([...given.split("; ").filter(Boolean), ...(look === null ? [] : [`select ${call}`])], `select ${look ?? call}`)).toEqual(answer);
});

test("nobody waits for what is not looked at: ended holds are not locked when others expire", async () => {
  await rows.sql(`${ended}, subject = ${id(16)}`);
  await rows.sql("update approval.requests set expires_at = '2000-01-01'");
  const [holder, caller] = await Promise.all([rows.connect(), rows.connect()]);
  try {
    await holder.query("begin");
    await holder.query("select from ledger.holds for update");
    await caller.query("begin");
    await caller.query("set local lock_timeout = '200ms'");
    await caller.query("update funding.deposits set state = 'pending', received = null, journal_id = null");
    expect((await caller.query("select desk.worker_holds_expire() as answer")).rows).toEqual([{ answer: { ended: 0 } }]);
    expect((await caller.query("select desk.worker_requests_expire() as answer")).rows).toEqual([{ answer: { ended: 1 } }]);
  } finally {
    await caller.query("rollback");
    await holder.query("rollback");
    await Promise.all([holder.end(), caller.end()]);
  }
});
