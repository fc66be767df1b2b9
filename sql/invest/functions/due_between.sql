/* Returns that fall due after one date and until another (minor units, per currency): sum of cum differences of active contracts. */
create or replace function invest.due_between(p_after date, p_until date) returns table (currency text, due bigint)
language sql stable security definer set search_path = '' as $$
  select i.currency, sum(invest.cumulative(i.amount, i.daily_rate, greatest(least(i.days, p_until - i.start_on), 0))
                       - invest.cumulative(i.amount, i.daily_rate, greatest(least(i.days, p_after - i.start_on), 0)))::bigint
    from invest.investments i where i.state = 'active' and i.start_on < p_until group by i.currency
$$;
comment on function invest.due_between is 'Returns that fall due in a period.';
