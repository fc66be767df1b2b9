/* Takes an announcement from members' pages. Refuses as messaging.withdraw_announcement. Again changes nothing. */
create or replace function desk.staff_announcement_withdraw(p_token text, p_announcement uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'announcements.write');
  v_at timestamptz := core.business_now();
begin
  perform messaging.withdraw_announcement(p_announcement, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'announcement_withdraw', 'announcement', p_announcement::text);
  return '{}';
end $$;
comment on function desk.staff_announcement_withdraw is 'Takes an announcement from members'' pages.';
