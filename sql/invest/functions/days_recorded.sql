/* How many days of an investment have their accrual row. Rows are written without gaps, so this is the last k. */
create or replace function invest.days_recorded(p_investment bigint) returns integer
language sql stable set search_path = '' as $$
  select coalesce((select k from invest.accruals where investment_id = p_investment order by k desc limit 1), 0)
$$;
comment on function invest.days_recorded is 'Days of an investment already recorded.';
