/* Law: the days of a contract are recorded from the first without a gap, and none after its last. Counts every day: for the nightly look. */
create or replace function invest.day_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'days are recorded without a gap', 'investment ' || a.investment_id, 'days 1 to ' || least(a.last, coalesce(i.days, 0)), a.count || ' days from ' || a.first || ' to ' || a.last
    from (select x.investment_id, count(*) as count, min(x.k) as first, max(x.k) as last from invest.accruals x group by 1) a
    left join invest.investments i on i.id = a.investment_id
   where a.first <> 1 or a.count <> a.last or a.last > coalesce(i.days, 0)
$$;
comment on function invest.day_faults is 'Contracts whose days have a gap.';
