/* Whether a daily rate in percent, times 365, is above the operator's rail (setting rail_percent; 0: no rail). */
create or replace function invest.is_above_rail(p_daily_rate numeric) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(p_daily_rate * 365 > nullif(core.setting('rail_percent')::numeric, 0), false)
$$;
comment on function invest.is_above_rail is 'Whether a daily rate is above the rail.';
