/* Law: the credits of a contract add up to the closed form cum(days recorded). Adds up every day: for the nightly look. */
create or replace function invest.credit_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'credits add up to the closed form', 'investment ' || a.investment_id, invest.cumulative(i.amount, i.daily_rate, a.last)::text, a.sum::text
    from (select x.investment_id, sum(x.amount) as sum, max(x.k) as last from invest.accruals x group by 1) a
    join invest.investments i on i.id = a.investment_id
   where a.sum <> invest.cumulative(i.amount, i.daily_rate, a.last)
$$;
comment on function invest.credit_faults is 'Contracts whose credits do not add up.';
