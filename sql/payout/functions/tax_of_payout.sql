/* Tax of a payout, minor units: round(rate of gross), never more than what the cap leaves of what was taken in its scope before. */
create or replace function payout.tax_of_payout(p_gross bigint, p_rate numeric, p_cap bigint, p_taken bigint) returns bigint
language sql immutable set search_path = '' as $$
  select least(round(p_gross * p_rate * 0.01)::bigint, case when p_cap is not null then greatest(0, p_cap - p_taken) end)
$$;
comment on function payout.tax_of_payout is 'Tax of a payout, minor units.';
