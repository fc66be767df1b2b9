/* Law: a finished run has left no day out: every contract it can have seen has all its days through the run's date. */
create or replace function invest.missed_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'no day is missed', 'investment ' || i.id, least(i.days, r.as_of - i.start_on) || ' days', invest.days_recorded(i.id) || ' days'
    from (select distinct on (x.timezone) x.* from invest.accrual_runs x where x.state = 'finished' order by x.timezone, x.as_of desc) r
    join invest.investments i on i.timezone = r.timezone and i.state = 'active' and i.parked_reason is null and i.start_on < r.as_of and i.touched_xid < r.horizon
   where invest.days_recorded(i.id) < least(i.days, r.as_of - i.start_on)
$$;
comment on function invest.missed_faults is 'Contracts that a finished run has left out.';
