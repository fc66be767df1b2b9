-- owner: reader
/* What is in the way of closing the caller's account, and how long personal data is kept afterwards. */
create or replace function desk.member_close_check(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('obstacles', desk.closing_obstacles(v_caller.actor_id), 'retention_days', core.setting('retention_days')::integer);
end $$;
comment on function desk.member_close_check is 'What is in the way of closing the caller''s account.';
