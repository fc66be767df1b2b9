-- owner: reader
/* One conversation of the caller's, its newest messages or those before a number. */
create or replace function desk.member_thread(p_token text, p_thread uuid, p_before integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('thread', desk.json_thread(desk.own_thread(v_caller, p_thread), 'member', core.business_now())) || desk.json_messages(p_thread, p_before);
end $$;
comment on function desk.member_thread is 'One conversation of the caller''s.';
