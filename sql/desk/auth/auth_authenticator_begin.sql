/* Begins a new authenticator, for a step-up that was right (a mailed code, or one of the authenticator it replaces): writes its seal and opens
   the challenge that its first code answers, in this session and browser only. A wrong code is returned, not raised: its attempt counts. */
create or replace function desk.auth_authenticator_begin(p_token text, p_challenge uuid, p_mac text, p_browser text, p_authenticator uuid, p_sealed text, p_witness text, p_witness_hash text, p_first_step bigint, p_macs text, p_next_challenge uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token, true);
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'authenticator', 'authenticator', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  perform identity.begin_authenticator(p_authenticator, v_caller, p_sealed, p_witness_hash);
  perform identity.open_authenticator_challenge(p_next_challenge, p_authenticator, p_witness, identity.email_of(v_caller), 'authenticator_confirm', 'authenticator_confirm|' || p_authenticator, p_first_step, p_macs, p_browser, v_caller.session_id);
  return jsonb_build_object('outcome', 'begun', 'challenge', p_next_challenge);
end $$;
comment on function desk.auth_authenticator_begin is 'Begins a new authenticator, for a step-up that was right.';
