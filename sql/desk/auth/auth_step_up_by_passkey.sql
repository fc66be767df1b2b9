/* Opens a step-up that only a passkey answers, so that nothing has to be mailed first: for a withdrawal or a destination, bound as a mailed code is.
   `p_mac`: of the words it is asked to sign. `{offered: false}` for who has no passkey. */
create or replace function desk.auth_step_up_by_passkey(p_token text, p_challenge uuid, p_purpose text, p_context text, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := desk.step_up_caller(p_token, p_purpose);
  v_wait integer;
begin
  if p_challenge is null or p_purpose is null or p_purpose not in ('withdrawal', 'destination') or split_part(coalesce(p_context, ''), '|', 1) <> p_purpose then
    perform core.refuse('invalid_input', 'purpose');
  end if;
  if not exists (select from identity.passkeys where actor_id = v_caller.actor_id and removed_at is null) then return '{"offered": false}'; end if;
  v_wait := identity.take_ticket('passkey_begin', v_caller.actor_id::text, 30, interval '1 minute');
  if v_wait is not null then
    return jsonb_build_object('refused', 'rate_limited', 'retry_after', v_wait);
  end if;
  -- A MAC that nobody made: no typed code answers this one.
  perform identity.open_challenge(p_challenge, identity.email_of(v_caller), p_purpose, p_context, encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'), p_browser, v_caller.session_id, null);
  return jsonb_build_object('offered', identity.offer_passkey(p_challenge, p_mac, p_browser, v_caller.session_id), 'expires_at', clock_timestamp() + interval '10 minutes');
end $$;
comment on function desk.auth_step_up_by_passkey is 'Opens a step-up that only a passkey answers.';
