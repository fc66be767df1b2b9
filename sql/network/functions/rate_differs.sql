/* Whether a version of an investment plan would be sold at another rate than the plan is now: then what it would have done is read before it is approved. A plan's first version changes nothing. */
create or replace function network.rate_differs(p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select l.daily_rate <> v.daily_rate from invest.plan_versions l where l.plan_id = v.plan_id and l.state = 'active' and l.id <> v.id order by l.version desc limit 1), false)
    from invest.plan_versions v where v.id = p_version
$$;
comment on function network.rate_differs is 'Whether a version would be sold at another rate.';
