-- owner: reader
/* Every version of the compensation plan, newest first, which one holds today, the request a draft waits in and the newest run under it. */
create or replace function desk.staff_compensation(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
  v_today date := core.business_date(core.business_now(), network.zone());
  v_now network.plan_versions := network.plan_on(v_today);
begin
  return jsonb_build_object('today', v_today, 'versions', (select coalesce(jsonb_agg(desk.json_compensation(v) || jsonb_build_object('state', v.state, 'current', v.id is not distinct from v_now.id,
      'request', (select r.id from approval.requests r where r.kind = 'compensation_activation' and r.subject_id = v.id order by r.created_at desc limit 1),
      'what_if', (select desk.json_what_if(w, v.currency) from network.what_ifs w where w.version_id = v.id order by w.asked_at desc, w.id desc limit 1)) order by v.version desc), '[]')
    from network.plan_versions v));
end $$;
comment on function desk.staff_compensation is 'Every version of the compensation plan.';
