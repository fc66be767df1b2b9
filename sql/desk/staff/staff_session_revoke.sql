/* Ends one of the caller's own sessions. */
create or replace function desk.staff_session_revoke(p_token text, p_session uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
  v_ended integer;
begin
  update identity.sessions set revoked_at = clock_timestamp() where id = p_session and audience = 'staff' and actor_id = v_caller.actor_id and revoked_at is null;
  get diagnostics v_ended = row_count;
  if v_ended = 0 then perform core.refuse('not_found'); end if;
  perform audit.write(core.business_now(), v_caller, 'session_revoke', 'session', p_session::text);
  return jsonb_build_object('revoked', v_ended);
end $$;
comment on function desk.staff_session_revoke is 'Ends one of the caller''s own sessions.';
