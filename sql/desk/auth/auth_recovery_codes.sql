/* Ten new recovery codes, for a code of the authenticator or one of the old ones; the others of those end. A mail tells. The same command
   again gives its answer. */
create or replace function desk.auth_recovery_codes(p_token text, p_challenge uuid, p_mac text, p_browser text, p_recovery text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token, true);
  v_known jsonb := ledger.outcome_of(v_caller.actor_id, 'recovery_codes', p_key, '[]');
  v_try record;
begin
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'recovery_codes', 'recovery_codes', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'recovery_codes', p_key, '[]'), jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'recovery_codes', p_key, '[]');
  if v_known is not null then return v_known; end if;
  perform identity.keep_recovery_codes(identity.authenticator_in_use(v_caller.actor_id), p_recovery);
  perform desk.tell_security(v_caller, 'recovery_codes', false);
  return ledger.keep_outcome(v_caller.actor_id, 'recovery_codes', p_key, jsonb_build_object('outcome', 'made'));
end $$;
comment on function desk.auth_recovery_codes is 'Ten new recovery codes in place of the old ones.';
