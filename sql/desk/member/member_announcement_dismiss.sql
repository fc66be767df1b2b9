/* The caller puts an announcement away from the first page. Refuses `not_found`. Again changes nothing. */
create or replace function desk.member_announcement_dismiss(p_token text, p_announcement uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  perform messaging.dismiss_announcement(p_announcement, v_caller.actor_id, core.business_now());
  return '{}';
end $$;
comment on function desk.member_announcement_dismiss is 'The caller puts an announcement away.';
