/* Begins a new passkey, for a step-up that was right: opens the challenge whose words it signs at its making, in this session and browser only.
   A wrong code is returned, not raised: its attempt counts. */
create or replace function desk.auth_passkey_begin(p_token text, p_challenge uuid, p_mac text, p_browser text, p_next_challenge uuid, p_next_mac text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := desk.passkey_caller(p_token);
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'passkey', 'passkey', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  perform identity.open_challenge(p_next_challenge, identity.email_of(v_caller), 'passkey_confirm', 'passkey_confirm', p_next_mac, p_browser, v_caller.session_id, null);
  return jsonb_build_object('outcome', 'begun', 'challenge', p_next_challenge, 'expires_at', clock_timestamp() + interval '10 minutes');
end $$;
comment on function desk.auth_passkey_begin is 'Begins a new passkey, for a step-up that was right.';
