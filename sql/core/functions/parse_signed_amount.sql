/* As core.parse_amount for a balance: zero is allowed, and a minus before it for what is owed. */
create or replace function core.parse_signed_amount(p_text text, p_currency text, p_field text default 'amount') returns bigint
language sql stable set search_path = '' as $$
  select case when p_text like '-%' then -core.parse_amount(substr(p_text, 2), p_currency, p_field, true) else core.parse_amount(p_text, p_currency, p_field, true) end
$$;
comment on function core.parse_signed_amount is 'Decimal text with an optional minus to minor units.';
