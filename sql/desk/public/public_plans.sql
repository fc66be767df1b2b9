/* Plans that can be bought today. */
create or replace function desk.public_plans() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('plans', coalesce(jsonb_agg(desk.json_plan(p, v) order by v.minimum, p.name), '[]'))
    from invest.plans p cross join lateral invest.current_version(p.id, core.business_date(core.business_now(), p.timezone)) v where p.state = 'active' and v.id is not null
$$;
comment on function desk.public_plans is 'Plans that can be bought today.';
