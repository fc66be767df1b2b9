/* Tax of a financial year's credits so far, minor units: nothing until they exceed the threshold, then round(rate of the whole total). */
create or replace function payout.tax_of_year(p_total bigint, p_rate numeric, p_threshold bigint) returns bigint
language sql immutable set search_path = '' as $$
  select case when p_total > coalesce(p_threshold, 0) then round(p_total * p_rate * 0.01)::bigint else 0 end
$$;
comment on function payout.tax_of_year is 'Tax of a financial year''s credits so far.';
