-- owner: reader
/* What every member page shows around itself. */
create or replace function desk.member_frame(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_member identity.members := desk.own_member(v_caller);
begin
  return jsonb_build_object(
    'member', jsonb_build_object('id', v_member.public_id, 'first_name', v_member.first_name, 'last_name', v_member.last_name, 'email', v_member.email, 'language', v_member.language,
      'referral_code', v_member.referral_code, 'status', v_member.status, 'deactivated_at', v_member.deactivated_at, 'timezone', v_member.timezone),
    'currency', core.setting('currency'), 'wallets', desk.json_wallets(v_member.id),
    'pending', jsonb_build_object('deposits', (select count(*) from funding.deposits where member_id = v_member.id and state = 'pending'),
      'withdrawals', (select count(*) from funding.withdrawals where member_id = v_member.id and state in ('pending', 'approved'))),
    'unread', jsonb_build_object('messages', (select count(*) from messaging.threads t join messaging.messages m on m.thread_id = t.id and m.side = 'staff' and m.no > t.member_read where t.member_id = v_member.id and t.staff_wrote > t.member_read),
      'notices', (select count(*) from messaging.notices where member_id = v_member.id and read_at is null)),
    'viewing', identity.json_view(v_caller.session_id), 'business_now', core.business_now(), 'demo', (select sandbox from core.clock),
    'last_login_at', (select max(created_at) from identity.sessions where actor_id = v_member.id and id <> v_caller.session_id));
end $$;
comment on function desk.member_frame is 'What every member page shows around itself.';
