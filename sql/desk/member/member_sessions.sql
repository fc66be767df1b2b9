-- owner: reader
/* The caller's live sessions. */
create or replace function desk.member_sessions(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'current', s.id = v_caller.session_id, 'user_agent', s.user_agent, 'ip', s.ip, 'created_at', s.created_at, 'seen_at', s.seen_at, 'expires_at', s.expires_at) order by s.id = v_caller.session_id desc, s.seen_at desc)
    from identity.sessions s where s.audience = 'member' and s.actor_id = v_caller.actor_id and s.revoked_at is null and s.expires_at > clock_timestamp() and s.seen_at + s.idle_limit > clock_timestamp()), '[]'));
end $$;
comment on function desk.member_sessions is 'The caller''s live sessions.';
