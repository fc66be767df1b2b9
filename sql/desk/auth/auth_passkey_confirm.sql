/* Takes a new passkey into use, whose registration the application has verified: it signed the words of the challenge that was begun.
   Withdrawals pause, a mail tells. The same command again gives its answer. Refuses as identity.add_passkey. */
create or replace function desk.auth_passkey_confirm(p_token text, p_challenge uuid, p_mac text, p_browser text, p_credential text, p_public_key text, p_counter bigint, p_transports jsonb, p_name text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := desk.passkey_caller(p_token);
  v_body jsonb := jsonb_build_array(p_credential, p_name);
  v_known jsonb := ledger.outcome_of(v_caller.actor_id, 'passkey_confirm', p_key, v_body);
  v_try record;
  v_passkey uuid;
begin
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'passkey_confirm', 'passkey_confirm', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same command, still under way when we looked, used the challenge while we waited for it: its answer is ours.
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'passkey_confirm', p_key, v_body), jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'passkey_confirm', p_key, v_body);
  if v_known is not null then return v_known; end if;
  v_passkey := identity.add_passkey(v_caller.actor_id, p_credential, p_public_key, p_counter,
    case when jsonb_typeof(p_transports) = 'array' then array(select jsonb_array_elements_text(p_transports)) end, p_name);
  perform identity.end_challenges(v_caller.actor_id);
  perform desk.tell_security(v_caller, 'passkey_added', true);
  return ledger.keep_outcome(v_caller.actor_id, 'passkey_confirm', p_key, jsonb_build_object('outcome', 'confirmed', 'passkey', v_passkey));
end $$;
comment on function desk.auth_passkey_confirm is 'Takes a new passkey into use.';
