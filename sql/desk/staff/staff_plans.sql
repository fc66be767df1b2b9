-- owner: reader
/* Plans with what was sold of them. */
create or replace function desk.staff_plans(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
begin
  return jsonb_build_object('plans', (select coalesce(jsonb_agg(desk.json_plan(p, v) || jsonb_build_object('sold_count', s.count, 'sold_sum', core.format_amount(s.sum, p.currency),
      'pending_request', (select r.id from approval.requests r where r.kind = 'plan_activation' and r.state = 'pending' and r.subject_id in (select x.id from invest.plan_versions x where x.plan_id = p.id) limit 1)) order by p.state, p.name), '[]')
    from invest.plans p
    cross join lateral (select x.* from invest.plan_versions x where x.plan_id = p.id order by (x.state = 'active') desc, x.version desc limit 1) v
    cross join lateral (select count(*) as count, coalesce(sum(i.amount), 0) as sum from invest.investments i where i.plan_id = p.id) s));
end $$;
comment on function desk.staff_plans is 'Plans with what was sold of them.';
