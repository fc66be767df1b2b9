/** A good row of each table of identity is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["identity.authenticators", "sealed = 'short'", "authenticator_seal_is_bounded"],
  ["identity.authenticators", "sealed = repeat('x', 401)", "authenticator_seal_is_bounded"],
  ["identity.authenticators", "witness_hash = '\\x00'", "authenticator_witness_hash_is_sha256"],
  ["identity.authenticators", "last_step = -1", "authenticator_step_is_not_negative"],
  ["identity.authenticators", "failures = 6", "authenticator_has_five_failures"],
  ["identity.authenticators", "failures = -1", "authenticator_has_five_failures"],
  ["identity.challenges", "authenticator_id = null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "code_mac = sha256('x')", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "first_step = null where authenticator_id is not null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "first_step = 1 where authenticator_id is null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "window_macs = null where authenticator_id is not null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "window_macs = '\\x00' where authenticator_id is not null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.challenges", "window_macs = decode(repeat('00', 800), 'hex') where authenticator_id is null", "challenge_is_mailed_or_from_an_authenticator"],
  ["identity.devices", "browser_hash = '\\x00'", "device_browser_hash_is_sha256"],
  ["identity.recoveries", "new_email = old_email, drop_authenticator = false", "a_recovery_changes_something"],
  ["identity.recoveries", "new_email = 'Back@member.test'", "proven_email_is_normal"],
  ["identity.recoveries", "new_email = 'a'", "proven_email_is_normal"],
  ["identity.recoveries", "old_email = 'Ann@member.test'", "lost_email_is_normal"],
  ["identity.recoveries", "old_email = 'a'", "lost_email_is_normal"],
  ["identity.recoveries", "note = ' '", "recovery_note_is_one_to_a_thousand"],
  ["identity.recoveries", "note = repeat('x', 1001)", "recovery_note_is_one_to_a_thousand"],
  ["identity.recoveries", "words_hash = '\\x00'", "proof_hash_is_sha256"],
  ["identity.recoveries", "undo_hash = '\\x00'", "stop_hash_is_sha256"],
  ["identity.recoveries", "sealed_undo = ''", "stop_words_are_sealed"],
  ["identity.recoveries", "sealed_undo = repeat('x', 1001)", "stop_words_are_sealed"],
  ["identity.email_changes", "new_email = old_email", "an_email_changes_to_another"],
  ["identity.email_changes", "new_email = 'Ann@member.test'", "another_email_is_normal"],
  ["identity.email_changes", "new_email = 'a'", "another_email_is_normal"],
  ["identity.email_changes", "old_email = 'Old@member.test'", "changed_email_is_normal"],
  ["identity.email_changes", "old_email = 'a'", "changed_email_is_normal"],
  ["identity.email_changes", "undo_hash = '\\x00'", "undo_hash_is_sha256"],
  ["identity.recovery_codes", "code_mac = '\\x00'", "recovery_code_mac_is_sha256"],
  ["identity.sessions", "browser_hash = '\\x00'", "session_browser_hash_is_sha256"],
  ["identity.challenges", "context = repeat('x', 601)", "challenge_context_is_bounded"],
  ["identity.challenges", "attempts = 6", "challenge_has_five_attempts"],
  ["identity.challenges", "attempts = -1", "challenge_has_five_attempts"],
  ["identity.challenges", "expires_at = created_at + interval '10 minutes 1 second'", "challenge_lives_ten_minutes"],
  ["identity.challenges", "code_mac = '\\x00'", "challenge_mac_is_sha256"],
  ["identity.challenges", "purpose = 'anything'", "challenge_purpose_is_known"],
  ["identity.members", "email = 'Ann@member.test'", "member_email_is_normal"],
  ["identity.members", "email = 'a'", "member_email_is_normal"],
  ["identity.members", "first_name = ''", "member_first_name_is_one_to_eighty"],
  ["identity.members", "first_name = repeat('x', 81)", "member_first_name_is_one_to_eighty"],
  ["identity.members", "language = 'xx'", "member_language_is_known"],
  ["identity.members", "last_name = repeat('x', 81)", "member_last_name_is_at_most_eighty"],
  ["identity.members", "mobile = '0155'", "member_mobile_is_e164"],
  ["identity.members", "referral_code = 'ABCDEFG0'", "member_referral_code_has_no_look_alikes"],
  ["identity.members", "address = ''", "member_address_is_bounded"],
  ["identity.members", "city = ''", "member_city_is_bounded"],
  ["identity.members", "country = 'India'", "member_country_is_a_code"],
  ["identity.members", "state = ''", "member_state_is_bounded"],
  ["identity.members", "zip = repeat('1', 13)", "member_zip_is_bounded"],
  ["identity.members", "closed_at = now()", "only_a_closed_account_was_closed"],
  ["identity.members", "anonymised_at = now()", "only_a_closed_account_is_anonymised"],
  ["identity.members", "status = 'asleep'", "member_status_is_known"],
  ["identity.members", "username = 'Ann'", "member_username_is_three_to_fifteen"],
  ["identity.members", "username = 'a2'", "member_username_is_three_to_fifteen"],
  ["identity.role_permissions", "role = 'owner'", "permission_role_is_known"],
  ["identity.sessions", "assurance = 3", "session_assurance_is_one_or_two"],
  ["identity.sessions", "audience = 'robot'", "session_audience_is_known"],
  ["identity.sessions", "actor_id = null", "session_belongs_to_an_actor_or_a_sign_up"],
  ["identity.sessions", "audience = 'sign_up'", "session_belongs_to_an_actor_or_a_sign_up"],
  ["identity.sessions", "audience = 'sign_up', actor_id = null, email = null", "session_belongs_to_an_actor_or_a_sign_up"],
  ["identity.sessions", "token_hash = '\\x00'", "session_token_hash_is_sha256"],
  ["identity.sessions", "user_agent = repeat('x', 301)", "session_user_agent_is_bounded"],
  ["identity.staff", "email = 'Fin@staff.test'", "staff_email_is_normal"],
  ["identity.staff", "name = ''", "staff_name_is_one_to_eighty"],
  ["identity.staff", "role = 'owner'", "staff_role_is_known"],
];

test("every check of identity refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("identity", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
