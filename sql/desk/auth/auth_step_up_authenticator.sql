/* Opens a step-up that the authenticator in use answers (or a recovery code), bound to purpose, context, session and browser as a mailed
   code is. Witness and MACs: identity.open_authenticator_challenge. */
create or replace function desk.auth_step_up_authenticator(p_token text, p_challenge uuid, p_purpose text, p_context text, p_authenticator uuid, p_witness text, p_first_step bigint, p_macs text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := desk.step_up_caller(p_token, p_purpose);
  v_wait integer;
begin
  if p_purpose is null or p_purpose not in ('staff_login', 'withdrawal', 'destination', 'authenticator', 'authenticator_removal', 'recovery_codes', 'email_change', 'passkey', 'passkey_removal', 'reopening')
     or split_part(coalesce(p_context, ''), '|', 1) <> p_purpose then
    perform core.refuse('invalid_input', 'purpose');
  end if;
  if p_challenge is null or p_authenticator is distinct from identity.authenticator_in_use(v_caller.actor_id) then
    perform core.refuse('invalid_input', 'authenticator');
  end if;
  v_wait := identity.take_ticket('authenticator_begin', v_caller.actor_id::text, 30, interval '1 minute');
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  perform identity.open_authenticator_challenge(p_challenge, p_authenticator, p_witness, identity.email_of(v_caller), p_purpose, p_context, p_first_step, p_macs, p_browser, v_caller.session_id);
  return jsonb_build_object('challenge', p_challenge, 'expires_at', clock_timestamp() + interval '10 minutes');
end $$;
comment on function desk.auth_step_up_authenticator is 'Opens a step-up that the authenticator in use answers.';
