-- owner: reader
/* What every staff page shows around itself. What waits is counted to a hundred,
   along the order of its index: every page asks, and nobody needs to know more there. */
create or replace function desk.staff_frame(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
  v_staff identity.staff;
begin
  select * into v_staff from identity.staff where id = v_caller.actor_id;
  return jsonb_build_object('staff', jsonb_build_object('id', v_staff.public_id, 'name', v_staff.name, 'email', v_staff.email, 'role', v_staff.role),
    'permissions', (select coalesce(jsonb_agg(p.permission order by p.permission), '[]') from identity.role_permissions p where p.role = v_staff.role),
    'waiting_total', (select count(*) from (select from approval.requests where state = 'pending' order by created_at desc limit 100) x),
    'findings', (select count(*) from audit.findings where cleared_at is null),
    'messages', (select count(*) from (select from messaging.threads where member_wrote > staff_read limit 100) x),
    'grievances', (select count(*) from messaging.threads where due_at is not null and (acknowledged_at is null or due_at < core.business_now())),
    'to_send', (select count(*) from (select from funding.withdrawals where state = 'approved' order by requested_at desc limit 100) x), 'payouts_to_send', (select count(*) from (select from payout.payouts where state = 'approved' order by requested_at desc limit 100) x),
    'demo', (select sandbox from core.clock), 'business_now', core.business_now());
end $$;
comment on function desk.staff_frame is 'What every staff page shows around itself.';
