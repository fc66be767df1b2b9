/* The terms of an amount (minor units) under a version on a start date: quote, contract, accrual and statement all use this. */
create or replace function invest.quote(p_version invest.plan_versions, p_amount bigint, p_start date, out end_on date, out days integer, out total bigint, out per_day bigint)
language plpgsql immutable set search_path = '' as $$
begin
  end_on := invest.term_end(p_start, (p_version).duration, (p_version).unit);
  days := end_on - p_start;
  total := invest.cumulative(p_amount, (p_version).daily_rate, days);
  per_day := invest.cumulative(p_amount, (p_version).daily_rate, 1);
end $$;
comment on function invest.quote is 'End date, days, total and first day''s credit.';
