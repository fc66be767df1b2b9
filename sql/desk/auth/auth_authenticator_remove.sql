/* Takes the authenticator out of use, for one of its codes or a recovery code: mailed codes count again. Withdrawals pause, a mail tells.
   Staff who must have one replace it instead (`authenticator_required`). */
create or replace function desk.auth_authenticator_remove(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token, true);
  v_try record;
begin
  if v_caller.audience = 'staff' and identity.staff_need_authenticator() then perform core.refuse('authenticator_required'); end if;
  select * into v_try from identity.try_challenge(p_challenge, 'authenticator_removal', 'authenticator_removal', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  update identity.authenticators set removed_at = clock_timestamp() where actor_id = v_caller.actor_id and confirmed_at is not null and removed_at is null;
  perform identity.end_challenges(v_caller.actor_id);
  perform desk.tell_security(v_caller, 'authenticator_removed', true);
  return jsonb_build_object('outcome', 'removed');
end $$;
comment on function desk.auth_authenticator_remove is 'Takes the authenticator out of use.';
