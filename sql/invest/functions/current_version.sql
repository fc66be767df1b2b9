/* The version of an active plan that is sold on a business date: the newest active one already in effect. */
create or replace function invest.current_version(p_plan uuid, p_on date) returns invest.plan_versions
language sql stable set search_path = '' as $$
  select v.* from invest.plan_versions v join invest.plans p on p.id = v.plan_id
   where v.plan_id = p_plan and v.state = 'active' and v.effective_from <= p_on and p.state = 'active' order by v.version desc limit 1
$$;
comment on function invest.current_version is 'The version sold on a date.';
