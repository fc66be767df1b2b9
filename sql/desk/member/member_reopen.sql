/* Opens the caller's deactivated account again, for a step-up bound to it. Withdrawals pause as after a change of what proves a person: who
   deactivated it may have done so because somebody else came in. A wrong code is returned, not raised: its attempt counts. */
create or replace function desk.member_reopen(p_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'reopening', 'reopening', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  if identity.reactivate(v_caller.actor_id) then
    perform desk.tell_security(v_caller, 'reopened', true);
  end if;
  return jsonb_build_object('outcome', 'reopened');
end $$;
comment on function desk.member_reopen is 'Opens the caller''s deactivated account again.';
