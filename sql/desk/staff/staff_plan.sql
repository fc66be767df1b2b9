-- owner: reader
/* One plan with all its versions. */
create or replace function desk.staff_plan(p_token text, p_plan uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
  v_plan invest.plans;
begin
  select * into v_plan from invest.plans where id = p_plan;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('plan', (select desk.json_plan(v_plan, v) from invest.plan_versions v where v.plan_id = p_plan order by (v.state = 'active') desc, v.version desc limit 1),
    'versions', (select jsonb_agg(desk.json_plan(v_plan, v) || jsonb_build_object('hash', encode(v.hash, 'hex'), 'created_at', v.created_at, 'sold_count', (select count(*) from invest.investments i where i.version_id = v.id),
        'sold_sum', core.format_amount((select coalesce(sum(i.amount), 0) from invest.investments i where i.version_id = v.id), v_plan.currency),
        'pending_request', (select r.id from approval.requests r where r.kind = 'plan_activation' and r.state = 'pending' and r.subject_id = v.id)) order by v.version desc) from invest.plan_versions v where v.plan_id = p_plan));
end $$;
comment on function desk.staff_plan is 'One plan with all its versions.';
