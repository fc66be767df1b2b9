/* Takes a passkey out of use, for a step-up bound to this very one. Withdrawals pause, a mail tells. A wrong code is returned, not raised. */
create or replace function desk.auth_passkey_remove(p_token text, p_passkey uuid, p_challenge uuid, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := desk.passkey_caller(p_token);
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'passkey_removal', 'passkey_removal|' || p_passkey, p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  perform identity.remove_passkey(p_passkey, v_caller.actor_id);
  perform desk.tell_security(v_caller, 'passkey_removed', true);
  return jsonb_build_object('outcome', 'removed');
end $$;
comment on function desk.auth_passkey_remove is 'Takes a passkey out of use.';
