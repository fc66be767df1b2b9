/* Notes that a passkey has signed the words of a step-up; the application has verified the signature. The step-up is then carried out with
   challenge, MAC and browser, as with a code. Outcomes: identity.answer_with_passkey. A counter that does not rise stands in the audit log. */
create or replace function desk.auth_passkey_answer(p_token text, p_challenge uuid, p_mac text, p_browser text, p_passkey uuid, p_counter bigint) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token);
  v_outcome text := identity.answer_with_passkey(p_challenge, p_mac, p_browser, p_passkey, p_counter, v_caller.actor_id, v_caller.session_id);
begin
  if v_outcome = 'counter' then perform audit.write(core.business_now(), v_caller, 'passkey_counter', 'passkey', p_passkey::text); end if;
  return jsonb_build_object('outcome', v_outcome);
end $$;
comment on function desk.auth_passkey_answer is 'Notes that a passkey has signed the words of a step-up.';
