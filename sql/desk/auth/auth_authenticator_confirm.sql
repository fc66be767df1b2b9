/* Takes an authenticator into use with its first code, and the former one out of it; keeps the MACs of ten recovery codes. Withdrawals pause,
   a mail tells. Staff who were signing in are signed in by it: a new session id with assurance 2. The same command again gives its answer. */
create or replace function desk.auth_authenticator_confirm(p_token text, p_new_token text, p_authenticator uuid, p_challenge uuid, p_mac text, p_browser text, p_recovery text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token, true);
  v_body jsonb := jsonb_build_array(p_authenticator);
  v_known jsonb := ledger.outcome_of(v_caller.actor_id, 'authenticator_confirm', p_key, v_body);
  v_try record;
  v_replaces boolean;
begin
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'authenticator_confirm', 'authenticator_confirm|' || p_authenticator, p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same command, still under way when we looked, used the code while we waited for it: its answer is ours.
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'authenticator_confirm', p_key, v_body), jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'authenticator_confirm', p_key, v_body);
  if v_known is not null then return v_known; end if;
  v_replaces := identity.confirm_authenticator(p_authenticator, v_caller.actor_id);
  perform identity.keep_recovery_codes(p_authenticator, p_recovery);
  perform desk.tell_security(v_caller, case when v_replaces then 'authenticator_replaced' else 'authenticator_added' end, true);
  if v_caller.audience = 'staff' and v_caller.assurance = 1 then
    perform identity.issue_session(p_new_token, 'staff', v_caller.actor_id, 2::smallint, s.ip, s.user_agent) from identity.sessions s where s.id = v_caller.session_id;
    update identity.sessions set revoked_at = clock_timestamp() where id = v_caller.session_id;
  end if;
  return ledger.keep_outcome(v_caller.actor_id, 'authenticator_confirm', p_key, jsonb_build_object('outcome', 'confirmed', 'signed_in', v_caller.audience = 'staff' and v_caller.assurance = 1));
end $$;
comment on function desk.auth_authenticator_confirm is 'Takes an authenticator into use with its first code.';
