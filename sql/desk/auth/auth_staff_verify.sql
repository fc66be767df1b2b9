/* The second step of a staff login: a new session id with assurance 2, the first one ends. */
create or replace function desk.auth_staff_verify(p_token text, p_new_token text, p_challenge uuid, p_mac text, p_browser text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'staff');
  v_try record;
begin
  select * into v_try from identity.try_challenge(p_challenge, 'staff_login', 'staff_login', p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    return jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left);
  end if;
  perform identity.issue_session(p_new_token, 'staff', v_caller.actor_id, 2::smallint, s.ip, s.user_agent) from identity.sessions s where s.id = v_caller.session_id;
  update identity.sessions set revoked_at = clock_timestamp() where id = v_caller.session_id;
  perform audit.write(core.business_now(), v_caller, 'staff_sign_in', 'staff', v_caller.actor_id::text);
  return jsonb_build_object('outcome', 'signed_in');
end $$;
comment on function desk.auth_staff_verify is 'The second step of a staff login.';
