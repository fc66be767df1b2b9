/* A new rail (annualised percent; 0: none) under which no plan may lie that was not approved as one above it: terms never change, so such a plan
   would go on being sold without its second approver and its funding. Refuses `rail_below_plans` at the field, naming them. */
create or replace function invest.check_rail(p_rail numeric) returns void
language plpgsql stable security definer set search_path = '' as $$
declare v_plans text;
begin
  select string_agg(distinct p.name, ', ' order by p.name) into v_plans
    from invest.plan_versions v join invest.plans p on p.id = v.plan_id
   where p.state <> 'retired' and v.state in ('draft', 'active') and not v.above_rail and p_rail > 0 and v.daily_rate * 365 > p_rail;
  if v_plans is not null then perform core.refuse('rail_below_plans', 'value', jsonb_build_object('plans', v_plans)); end if;
end $$;
comment on function invest.check_rail is 'Refuses a rail under plans that were not approved as above it.';
