/* An unrounded number of minor units as decimal text with all its digits, for explanations only. */
create or replace function core.decimal_exact(p_minor numeric, p_currency text) returns text
language sql stable set search_path = '' as $$
  select trim_scale(p_minor * power(10::numeric, -core.exponent(p_currency)))::text
$$;
comment on function core.decimal_exact is 'An unrounded amount as text.';
