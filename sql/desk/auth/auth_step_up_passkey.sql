/* Lets a passkey of the person answer a step-up that has just been opened, in place of its code. `p_mac`: of the words it is asked to sign,
   made as the MAC of a mailed code is. `{offered: false}` for who has none, and for a challenge of another session or browser or one that is over. */
create or replace function desk.auth_step_up_passkey(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.caller_of(p_token);
begin
  return jsonb_build_object('offered', exists (select from identity.passkeys where actor_id = v_caller.actor_id and removed_at is null)
    and identity.offer_passkey(p_challenge, p_mac, p_browser, v_caller.session_id));
end $$;
comment on function desk.auth_step_up_passkey is 'Lets a passkey answer a step-up in place of its code.';
