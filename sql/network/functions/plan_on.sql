/* The compensation plan that holds on a day of the network's calendar. Null before the first. */
create or replace function network.plan_on(p_on date) returns network.plan_versions
language sql stable security definer set search_path = '' as $$
  select v from network.plan_versions v where v.state = 'active' and v.from_on <= p_on order by v.from_on desc limit 1
$$;
comment on function network.plan_on is 'The compensation plan that holds on a day.';
