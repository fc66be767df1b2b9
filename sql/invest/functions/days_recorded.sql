/* How many days of an investment have their accrual row. Rows are written without gaps, so this is the last k. */
create or replace function invest.days_recorded(p_investment bigint) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select a.k from invest.accruals a where a.investment_id = p_investment order by a.k desc limit 1), 0);
end $$;
comment on function invest.days_recorded is 'Days of an investment already recorded.';
