/* Ends every session of the caller but this one. */
create or replace function desk.member_sessions_revoke_others(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_ended integer;
begin
  update identity.sessions set revoked_at = clock_timestamp() where audience = 'member' and actor_id = v_caller.actor_id and id <> v_caller.session_id and revoked_at is null;
  get diagnostics v_ended = row_count;
  perform audit.write(core.business_now(), v_caller, 'sessions_revoke_others', 'member', v_caller.actor_id::text);
  return jsonb_build_object('revoked', v_ended);
end $$;
comment on function desk.member_sessions_revoke_others is 'Ends every session of the caller but this one.';
